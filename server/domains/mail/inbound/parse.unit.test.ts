import { randomBytes } from 'node:crypto'
import type { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { MAIL_LIMITS, type MailLimits, MailRefused } from './limits.ts'
import { type IncomingFile, parseMail } from './parse.ts'
import { textOfHtml } from './plain-text.ts'

const CRLF = '\r\n'
const mail = (...lines: string[]) => lines.join(CRLF)

async function* pieces(text: string | Buffer, size: number) {
  const bytes = Buffer.from(text as string)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function bytesOf(content: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of content) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
const keep = async ({ name, contentType, content }: IncomingFile) => ({
  name,
  contentType,
  bytes: await bytesOf(content),
})
const parse = (text: string | Buffer, limits: Partial<MailLimits> = {}, size = 1000) =>
  parseMail(pieces(text, size), keep, { ...MAIL_LIMITS, ...limits })
const refused = async (text: string | Buffer, limits?: Partial<MailLimits>) => {
  const error = await parse(text, limits).then(
    () => undefined,
    (e) => e,
  )
  expect(error, String(error?.stack)).toBeInstanceOf(MailRefused)
  return (error as MailRefused).code
}

const HEAD = [
  'From: Ada Example <Ada@Home.Example>',
  'To: desk@clinic.example',
  'Subject: Printer',
  'Message-ID: <m1@home.example>',
]
const multipart = (type: string, boundary: string, ...parts: string[]) =>
  mail(
    `Content-Type: multipart/${type}; boundary="${boundary}"`,
    '',
    ...parts.map((p) => `--${boundary}${CRLF}${p}`),
    `--${boundary}--`,
    '',
  )

describe('an incoming mail', () => {
  it('is read the same whatever the pieces it comes in', async () => {
    const file = randomBytes(5000)
    const text = mail(
      ...HEAD,
      'In-Reply-To: <a@b>',
      'References: <0@b>',
      '\t<a@b>',
      'Cc: "G, H" <grace@home.example>, List: x@y.example, z@y.example;',
      'Delivered-To: desk+t1-aaaaaaaaaaaaaaaa@clinic.example',
      multipart(
        'mixed',
        'out er',
        mail(
          'Content-Type: text/plain; charset=utf-8',
          'Content-Transfer-Encoding: quoted-printable',
          '',
          'Gr=C3=BC=C3=9Fe',
          '--not a boundary',
          '',
        ),
        mail(
          'Content-Type: application/pdf',
          "Content-Disposition: attachment; filename*=utf-8''r%C3%A9sum%C3%A9.pdf",
          'Content-Transfer-Encoding: base64',
          '',
          file.toString('base64').replace(/.{76}/g, `$&${CRLF}`),
          '',
        ),
      ),
    )
    for (const size of [1, 7, 64, 100_000]) {
      const found = await parse(text, {}, size)
      expect(found).toMatchObject({
        from: 'ada@home.example',
        fromName: 'Ada Example',
        to: [
          'desk@clinic.example',
          'grace@home.example',
          'x@y.example',
          'z@y.example',
          'desk+t1-aaaaaaaaaaaaaaaa@clinic.example',
        ],
        subject: 'Printer',
        messageId: 'm1@home.example',
        answers: ['a@b', '0@b'],
        contentType: 'multipart/mixed',
        textCut: false,
      })
      expect(found.text.trim()).toBe('Grüße\n--not a boundary')
      expect(found.files).toEqual([{ name: 'résumé.pdf', contentType: 'application/pdf', bytes: file }])
    }
  })

  it('survives headers that are none', async () => {
    expect(await parse('')).toMatchObject({ from: undefined, subject: '', text: '', files: [] })
    expect(await parse('no mail at all')).toMatchObject({ from: undefined })
    const odd = await parse(
      mail(
        'from nobody',
        ': x',
        'From: <>',
        'From: "',
        'Subject: =?x-none?Q?=FF=FE?= =?utf-8?B?####?=',
        'Date: yesterday',
        'Content-Type: ;;;',
        'To: @@@,<<>>',
        '',
        'text',
      ),
    )
    expect(odd.from).toBeUndefined()
    expect(odd.text.trim()).toBe('text')
    const zero = await parse(Buffer.concat([Buffer.from('Subject: a'), Buffer.alloc(100), randomBytes(2000)]))
    expect(zero.subject).not.toMatch(/\0/)
  })

  it('lets no header be injected through an encoded word', async () => {
    const { subject, fromName } = await parse(
      mail(
        'From: =?utf-8?Q?A=0D=0ABcc:_x@y.example?= <a@b.example>',
        'Subject: =?utf-8?Q?Hi=0D=0ABcc:_x@y.example=0D=0A=0D=0Abody?=',
        '',
        'x',
      ),
    )
    expect(subject).toBe('Hi Bcc: x@y.example body')
    expect(fromName).not.toMatch(/[\r\n]/)
  })

  it('reads text in a charset that is wrong, unknown or a trap as well as it can', async () => {
    for (const charset of ['windows-1252', 'x-unknown', 'utf-8', 'utf-7', '"', 'iso-2022-jp', 'base64']) {
      const { text } = await parse(
        Buffer.concat([
          Buffer.from(mail(...HEAD, `Content-Type: text/plain; charset=${charset}`, '', 'caf')),
          Buffer.from([0xe9, 0x0a]),
          Buffer.from('ok'),
        ]),
      )
      expect(text, charset).toMatch(/^caf/)
      expect(text.trim(), charset).toMatch(/k$/)
    }
    const { text } = await parse(
      Buffer.concat([
        Buffer.from(mail(...HEAD, 'Content-Type: text/plain; charset=windows-1252', '', 'caf')),
        Buffer.from([0xe9]),
      ]),
    )
    expect(text.trim()).toBe('café')
  })

  it('keeps what is no text as files: calendars, signed and encrypted mail, mail in mail, winmail.dat', async () => {
    const part = (type: string, more: string[] = []) => mail(`Content-Type: ${type}`, ...more, '', 'DATA', '')
    const { files, text } = await parse(
      mail(
        ...HEAD,
        multipart(
          'mixed',
          'b',
          part('text/calendar; method=REQUEST'),
          part('application/pkcs7-mime; smime-type=enveloped-data'),
          part('application/pgp-encrypted'),
          part('application/octet-stream', ['Content-Disposition: inline; filename="encrypted.asc"']),
          part('application/ms-tnef'),
          mail(
            'Content-Type: message/rfc822',
            'Content-Disposition: inline',
            '',
            ...HEAD,
            '',
            'inner text',
            '',
          ),
          part('image/png', ['Content-Disposition: inline', 'Content-ID: <x>']),
        ),
      ),
    )
    expect(files.map((f) => f.name)).toEqual([
      'invitation.ics',
      'smime.p7m',
      'pgp-version.txt',
      'encrypted.asc',
      'winmail.dat',
      'message.eml',
      'image.png',
    ])
    expect(text.trim()).toBe('')
    const whole = await parse(
      mail(
        ...HEAD,
        'Content-Type: application/pkcs7-mime; name=smime.p7m',
        'Content-Transfer-Encoding: base64',
        '',
        'QUJD',
      ),
    )
    expect(whole.files).toEqual([
      { name: 'smime.p7m', contentType: 'application/pkcs7-mime', bytes: Buffer.from('ABC') },
    ])
  })

  it('gives files names that are only names', async () => {
    const named = async (name: string) =>
      (
        await parse(
          mail(
            ...HEAD,
            'Content-Type: application/pdf',
            `Content-Disposition: attachment; filename="${name}"`,
            '',
            'x',
          ),
        )
      ).files[0]!.name
    expect(await named('../../etc/passwd')).toBe('passwd')
    expect(await named('C:\\\\temp\\\\a.pdf')).toBe('a.pdf')
    expect(await named('..')).toBe('document.pdf')
    expect(await named('=?utf-8?Q?a=00=0D=0Ab.pdf?=')).toBe('a b.pdf')
    expect(await named(`${'n'.repeat(400)}.pdf`)).toMatch(/^n{196}\.pdf$/)
    expect(await named('invoice\u202efdp.exe')).not.toMatch(/\u202e/)
  })

  it('reads a delivery report', async () => {
    const { report, reportType, files } = await parse(
      mail(
        'From: mailer-daemon@mx.example',
        'MIME-Version: 1.0',
        multipart(
          'report; report-type=delivery-status',
          'r',
          mail('', 'It could not be delivered.', ''),
          mail(
            'Content-Type: message/delivery-status',
            '',
            'Reporting-MTA: dns; mx.example',
            '',
            'Final-Recipient: rfc822; ada@home.example',
            'Action: failed',
            'Status: 5.1.1',
            '',
          ),
          mail('Content-Type: text/rfc822-headers', '', 'Message-ID: <ours@clinic.example>', ''),
        ),
      ),
    )
    expect(reportType).toBe('delivery-status')
    expect(report).toEqual({
      recipients: [{ address: 'ada@home.example', action: 'failed', status: '5.1.1' }],
      originalId: 'ours@clinic.example',
    })
    expect(files).toEqual([])
  })
})

describe('a mail that is too much', () => {
  const nested = (depth: number) => {
    let text = mail('Content-Type: text/plain', '', 'inside', '')
    for (let i = depth; i > 0; i--) text = multipart('mixed', `b${i}`, text)
    return mail(...HEAD, text)
  }
  it('is refused when it is nested 1,000 deep, at once', async () => {
    const began = process.cpuUsage()
    expect(await refused(nested(1000))).toBe('too-deep')
    expect(process.cpuUsage(began).user).toBeLessThan(5_000_000)
    expect((await parse(nested(20))).text.trim()).toBe('inside')
    expect(await refused(nested(21))).toBe('too-deep')
  })
  it('is refused when it is nested mail in mail 1,000 deep only if it is too large: it is one file', async () => {
    let text = mail(...HEAD, '', 'inner')
    for (let i = 0; i < 1000; i++) text = mail(...HEAD, 'Content-Type: message/rfc822', '', text)
    const { files } = await parse(text)
    expect(files.map((f) => f.name)).toEqual(['message.eml'])
  })
  it('is refused by size, parts, files and headers', async () => {
    const many = (n: number, head: string) =>
      mail(...HEAD, multipart('mixed', 'b', ...Array.from({ length: n }, () => mail(head, '', 'x', ''))))
    expect(await refused(mail(...HEAD, '', 'x'.repeat(5000)), { bytes: 4000 })).toBe('too-large')
    expect(await refused(many(401, 'Content-Type: text/plain'))).toBe('too-many-parts')
    expect(await refused(many(101, 'Content-Type: application/pdf'))).toBe('too-many-files')
    expect(await refused(mail(...HEAD, `X-Long: ${'x'.repeat(300_000)}`, '', 'x'))).toBe('headers-too-large')
    expect(
      await refused(mail(...HEAD, ...Array.from({ length: 30_000 }, (_, i) => `X-${i}: value`), '', 'x')),
    ).toBe('headers-too-large')
    const big = mail(
      ...HEAD,
      'Content-Type: application/pdf',
      'Content-Transfer-Encoding: base64',
      '',
      randomBytes(9000).toString('base64'),
    )
    expect(await refused(big, { fileBytes: 8999 })).toBe('file-too-large')
    expect((await parse(big, { fileBytes: 9000 })).files[0]!.bytes).toHaveLength(9000)
  })
  it('loses the end of a text that is too long, and says so; its files stay', async () => {
    const { text, textCut, files } = await parse(
      mail(
        ...HEAD,
        multipart(
          'mixed',
          'b',
          mail('Content-Type: text/plain', '', `a line${CRLF}`.repeat(200_000)),
          mail('Content-Type: application/pdf', '', 'kept', ''),
        ),
      ),
      {},
      65_536,
    )
    expect(textCut).toBe(true)
    expect(text.length).toBeLessThan(MAIL_LIMITS.textBytes + 100)
    expect(files[0]!.bytes.toString().trim()).toBe('kept')
  })
  it('streams: a large file passes in constant memory', async () => {
    const line = `${Buffer.alloc(57, 7).toString('base64')}${CRLF}`
    async function* large() {
      yield Buffer.from(
        mail(...HEAD, 'Content-Type: application/zip', 'Content-Transfer-Encoding: base64', '', ''),
      )
      const block = Buffer.from(line.repeat(1000))
      for (let i = 0; i < 500; i++) yield block
    }
    let most = 0
    const before = process.memoryUsage().rss
    const { files } = await parseMail(large(), async ({ content }) => {
      let bytes = 0
      for await (const chunk of content) {
        bytes += (chunk as Buffer).length
        most = Math.max(most, process.memoryUsage().rss - before)
      }
      return bytes
    })
    expect(files).toEqual([57 * 1000 * 500])
    expect(most).toBeLessThan(120 * 1024 ** 2)
  })
  it('passes on what the store throws, and stops', async () => {
    const text = mail(...HEAD, 'Content-Type: application/pdf', '', 'x')
    await expect(
      parseMail(pieces(text, 100), async () => {
        throw new Error('the disk is full')
      }),
    ).rejects.toThrow('the disk is full')
  })
})

describe('HTML as text', () => {
  it('shows what it says and where links lead, and loads nothing', () => {
    const text = textOfHtml(
      '<html><head><title>T</title><style>p{}</style></head><body><p>Hello <b>there</b></p><script>alert(1)</script><img src="https://track.example/x.gif" alt="pixel"><a href="https://a.example/b">here</a><ul><li>one<li>two</ul><table><tr><td>A</td><td>B</td></tr></table></body></html>',
    )
    expect(text).toContain('Hello there')
    expect(text).toContain('here [https://a.example/b]')
    expect(text).toMatch(/\* one\n\s*\* two/)
    expect(text).not.toMatch(/alert|track\.example|p\{\}|<|T\n/)
  })
  it('is fast and whole however deep or broken the markup', () => {
    const began = process.cpuUsage()
    for (const html of [
      `${'<b>'.repeat(200_000)}deep`,
      `${'<div>'.repeat(5000)}deep${'</div>'.repeat(5000)}`,
      `${'<'.repeat(500_000)}deep`,
      `${'<p'.repeat(300_000)}>deep`,
      `${'<!--'.repeat(200_000)}deep`,
      `${'<script'.repeat(100_000)}>deep`,
      `${'&amp'.repeat(200_000)}deep`,
    ])
      expect(typeof textOfHtml(html)).toBe('string')
    expect(textOfHtml(`${'<b>'.repeat(5000)}deep`)).toContain('deep')
    expect(process.cpuUsage(began).user).toBeLessThan(20_000_000)
  })
  it('is what a mail without other text shows', async () => {
    const { text } = await parse(
      mail(
        ...HEAD,
        multipart('alternative', 'b', mail('Content-Type: text/html', '', '<p>Only <i>HTML</i></p>', '')),
      ),
    )
    expect(text.trim()).toBe('Only HTML')
  })
})
