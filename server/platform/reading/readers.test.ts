import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Readers } from './index.ts'
import type { ReadError, TextFound } from './protocol.ts'
import { docx, odt, pptx, xlsx, zipOf } from './testing/archive.ts'
import { msg } from './testing/msg.ts'
import { loopingPdf, pdf, scannedPdf, textPdf } from './testing/pdfs.ts'
import { hugePicture, picture } from './testing/pictures.ts'

// Files are read in processes of their own; each test starts at least one.

let readers: Readers
beforeAll(() => {
  readers = new Readers({ most: 2, seconds: 280 })
})
afterAll(() => readers.close())

async function* once(bytes: Buffer, size = 65_536) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function read(name: string, bytes: Buffer | string, by = readers) {
  const found: TextFound[] = []
  const result = await by.read(name, once(Buffer.from(bytes as string)), (text) => found.push(text))
  const content = found.filter((f) => f.place.in !== 'name')
  return { ...result, found, text: content.map((f) => f.text).join('\n'), type: result.report?.type }
}
const PHI = 'Patient Wanda Quellenbrunn born 07/29/1931'

describe('text comes out of', () => {
  const mail = (extra = '') =>
    `From: a@example.test\r\nTo: b@example.test\r\nSubject: =?utf-8?q?Quellenbrunn=2C_W?=\r\nMIME-Version: 1.0\r\n${extra}`
  const multipart = (parts: string) =>
    `${mail('Content-Type: multipart/mixed; boundary=x')}\r\n\r\n${parts}--x--\r\n`
  const attachment = (name: string, bytes: Buffer) =>
    `--x\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${bytes.toString('base64')}\r\n`

  test.each<[string, string, () => Buffer | string | Promise<Buffer>]>([
    ['a.pdf', 'application/pdf', () => textPdf(['first page', PHI])],
    ['a.docx', 'wordprocessingml', () => docx(PHI)],
    ['a.pptx', 'presentationml', () => pptx(PHI)],
    ['a.odt', 'opendocument.text', () => odt(PHI)],
    ['a.html', 'text/html', () => `<!doctype html><p>Patient <b>Wanda</b> Quellenbrunn born 07/29/1931</p>`],
    ['b.html', 'text/html', () => `<html><!-- ${PHI} --><body>x</body></html>`],
    [
      'a.rtf',
      'rtf',
      () =>
        `{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\b Patient Wanda\\b0  Quellenbr\\u117?nn born 07/29/1931\\par}`,
    ],
    ['a.csv', 'text/plain', () => `name,born\n${PHI},x`],
    ['a.json', 'application/json', () => JSON.stringify({ note: PHI })],
    ['a.xml', 'application/xml', () => `<?xml version="1.0"?><a b="${PHI}"/>`],
    ['a.txt', 'text/plain', () => Buffer.from(`\uFEFF${PHI}`, 'utf16le')],
    ['b.txt', 'text/plain', () => Buffer.from(PHI, 'utf16le').swap16()],
    ['a.eml', 'message/rfc822', () => `${mail()}\r\n${PHI}`],
    ['b.eml', 'message/rfc822', () => multipart(attachment('n.docx', docx(PHI)))],
    [
      'a.zip',
      'application/zip',
      () => zipOf([{ name: 'in/n.zip', data: zipOf([{ name: 'a.txt', data: PHI }]) }]),
    ],
    ['a.gz', 'gzip', () => gzipSync(PHI)],
  ])('%s (%s)', async (name, type, make) => {
    const r = await read(name, await make())
    expect(r.text).toContain(PHI)
    expect(r.type).toContain(type)
    expect(r.error).toBeUndefined()
    expect(r.report).toMatchObject({ mislabelled: false, also: null })
  })

  describe('an Outlook message', () => {
    const letter = {
      subject: 'Wrong window',
      from: { name: 'Rowan Hale', email: 'rowan@home.example' },
      to: { name: 'Desk', email: 'desk@clinic.example' },
    }
    test('with what is attached to it', async () => {
      const files = [
        { name: 'long.txt', content: Buffer.from(`${'x '.repeat(3000)}${PHI}`) },
        { name: 'scan.docx', content: docx('Seen on Thursday') },
      ]
      const r = await read('a.msg', msg({ ...letter, body: 'It jams.', files }))
      expect(r.error).toBeUndefined()
      expect(r.report).toMatchObject({ type: 'application/x-cfb', mislabelled: false })
      for (const part of [
        'Wrong window',
        'Rowan Hale <rowan@home.example>',
        'Desk <desk@clinic.example>',
        'It jams.',
        PHI,
        'Seen on Thursday',
      ])
        expect(r.text).toContain(part)
      expect(r.found).toContainEqual({ kind: 'text', place: { part: [1], in: 'name' }, text: 'long.txt' })
    })
    test('in Rich Text alone, and one within another', async () => {
      const inner = msg({ ...letter, subject: 'Inner', rtf: `{\\rtf1\\ansi ${PHI}\\par}`, files: [] })
      const r = await read(
        'a.msg',
        msg({ ...letter, body: 'See below', files: [{ name: 'inner.msg', content: inner }] }),
      )
      expect(r.error).toBeUndefined()
      expect(r.text).toContain('Inner')
      expect(r.text).toContain(PHI)
    })
    test('that is cut off is none that was read', async () => {
      const whole = msg({
        ...letter,
        body: PHI,
        files: [{ name: 'a.txt', content: Buffer.from('x'.repeat(9000)) }],
      })
      expect((await read('a.msg', whole.subarray(0, whole.length - 4096))).error).toBeDefined()
    })
  })

  test('a picture of a telephone (HEIC), which is drawn too', async () => {
    const heic = await readFile(join(import.meta.dirname, 'testing', 'lab-result.heic'))
    const r = await read('IMG_0001.HEIC', heic)
    expect(r.error).toBeUndefined()
    expect(r.report).toMatchObject({ type: 'image/heic', mislabelled: false })
    expect(r.text).toMatch(/Lab result of/)
    expect(r.text).toContain('536-22-8145')
    expect(r.tiny).toBeDefined()
    const page = await readers.picture(once(heic), 1, 400)
    expect(await sharp(page.bytes).metadata()).toMatchObject({ format: 'webp', width: 400 })
    expect((await read('a.heic', heic.subarray(0, 2000))).error).toBeDefined()
  })

  test('older encodings', async () => {
    const latin = Buffer.from(
      'Señora Núñez, geboren am 29. Juli 1931 in Köln, wohnt in der Straße für Ärzte',
      'latin1',
    )
    expect((await read('a.txt', latin)).text).toContain('Señora Núñez')
  })

  test('a spreadsheet, with days as days', async () => {
    const r = await read(
      'a.xlsx',
      xlsx([
        ['Name', 'Born'],
        ['Wanda Quellenbrunn', 11_533],
      ]),
    )
    expect(r.text).toContain('Name\tBorn\nWanda Quellenbrunn\t1931-07-29')
    expect(r.found.at(-1)!.place).toEqual({ sheet: 1 })
  })

  test('a letter’s subject, its header and the names of what is attached', async () => {
    const r = await read('a.eml', multipart(attachment('Wanda.txt', Buffer.from('hello'))))
    expect(r.text).toContain('Quellenbrunn, W')
    expect(r.found).toContainEqual({ kind: 'text', place: { part: [1], in: 'name' }, text: 'Wanda.txt' })
    expect(r.found).toContainEqual({ kind: 'text', place: { part: [1] }, text: 'hello' })
  })

  test('form fields, comments and properties of a PDF', async () => {
    const bytes = await pdf(
      (doc) => {
        doc.initForm()
        doc.formText('patient', 10, 10, 200, 20, { value: PHI })
        doc.note(10, 60, 20, 20, 'a note on Quellenbrunn')
      },
      { info: { Title: 'Chart of Wanda' } },
    )
    const { text } = await read('a.pdf', bytes)
    expect(text).toContain(PHI)
    expect(text).toContain('a note on Quellenbrunn')
    expect(text).toContain('Chart of Wanda')
  })

  test('pages, with their numbers', async () => {
    const r = await read('a.pdf', await textPdf(['first page of a long letter', PHI]))
    expect(r.found.find((f) => f.text.includes(PHI))!.place).toEqual({ page: 2 })
    expect(r.report!.pages).toBe(2)
  })
})

describe('pictures are read', () => {
  const LINES = ['Patient Wanda Quellenbrunn', 'SSN 987-65-4329', 'born 07/29/1931']

  test.each(['jpeg', 'webp', 'tiff', 'gif'] as const)('%s', async (format) => {
    const bytes = await sharp(picture(LINES)).toFormat(format).toBuffer()
    const r = await read(`a.${format}`, bytes)
    expect(r.text).toMatch(/Quellenbrunn[\s\S]*987-65-4329/)
    expect(r.error).toBeUndefined()
    expect(r.tiny?.type).toBe('image/webp')
    const { width, height } = await sharp(r.tiny!.bytes).metadata()
    expect(Math.max(width, height)).toBe(24)
  })

  test('bmp', async () => {
    const { data, info } = await sharp(picture(LINES))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const row = Math.ceil((info.width * 3) / 4) * 4
    const head = Buffer.alloc(54)
    head.write('BM')
    head.writeUInt32LE(54 + row * info.height, 2)
    head.writeUInt32LE(54, 10)
    head.writeUInt32LE(40, 14)
    head.writeInt32LE(info.width, 18)
    head.writeInt32LE(-info.height, 22)
    head.writeUInt16LE(1, 26)
    head.writeUInt16LE(24, 28)
    const rows = Buffer.alloc(row * info.height)
    for (let y = 0; y < info.height; y++)
      data.copy(rows, y * row, y * info.width * 3, (y + 1) * info.width * 3)
    expect((await read('a.bmp', Buffer.concat([head, rows]))).text).toContain('987-65-4329')
  })

  test('one that lies on its side', async () => {
    const bytes = await sharp(picture(LINES)).rotate(90).png().toBuffer()
    expect((await read('a.png', bytes)).text).toContain('987-65-4329')
  })

  test('every page of a TIFF, and what a camera wrote beside a picture', async () => {
    const exif = await sharp(picture(['nothing to see']))
      .withExif({ IFD0: { ImageDescription: 'Wanda Quellenbrunn at home' } })
      .jpeg()
      .toBuffer()
    expect((await read('a.jpg', exif)).text).toContain('Wanda Quellenbrunn at home')
  })

  test('a scanned PDF', async () => {
    const r = await read('scan.pdf', await scannedPdf(picture(LINES)))
    expect(r.text).toContain('987-65-4329')
    expect(r.found.find((f) => f.text.includes('987-65'))!.place).toEqual({ page: 1 })
    expect(r.tiny).toBeDefined()
  })

  test('pictures in a document and in a page of HTML', async () => {
    const png = picture(LINES)
    const word = await read('a.docx', docx('see below', [{ name: 'word/media/image1.png', data: png }]))
    expect(word.text).toContain('987-65-4329')
    const html = `<html><body><img src="data:image/png;base64,${png.toString('base64')}"></body></html>`
    expect((await read('a.html', html)).text).toContain('987-65-4329')
  })

  test('100 megapixels', async () => {
    const r = await read('a.png', await hugePicture(['SSN 987-65-4329'], 10_000))
    expect(r.report?.type).toBe('image/png')
    expect(r.error).toBeUndefined()
    expect(r.tiny).toBeDefined()
  })

  test('a picture that claims more pixels than anybody decodes is refused, unread', async () => {
    const png = picture(['x'], 100, 100)
    png.writeUInt32BE(100_000, 16)
    png.writeUInt32BE(100_000, 20)
    const r = await read('a.png', png)
    expect(['too-large', 'unreadable']).toContain(r.error)
  })
})

describe('what can’t be read says why', () => {
  const nested = (depth: number, inner: Buffer | string): Buffer => {
    let bytes: Buffer = Buffer.from(inner as string)
    for (let i = 0; i < depth; i++) bytes = zipOf([{ name: `${i}.zip`, data: bytes }])
    return bytes
  }
  const multiparts = (depth: number) => {
    let head = 'From: a@example.test\r\nTo: b@example.test\r\nSubject: deep\r\nMIME-Version: 1.0\r\n'
    let tail = ''
    for (let i = 0; i < depth; i++) {
      head += `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`
      tail = `\r\n--b${i}--\r\n${tail}`
    }
    return `${head}Content-Type: text/plain\r\n\r\n${PHI}${tail}`
  }
  const letters = (depth: number) => {
    let text = `From: a@example.test\r\nTo: b@example.test\r\nSubject: s\r\n\r\n${PHI}`
    for (let i = 0; i < depth; i++)
      text = `From: a@example.test\r\nTo: b@example.test\r\nSubject: s\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment; filename=a.eml\r\n\r\n${text}`
    return text
  }

  test.each<[string, string, ReadError[], () => Buffer | string | Promise<Buffer>]>([
    [
      'an encrypted PDF',
      'a.pdf',
      ['encrypted'],
      () => pdf((d) => void d.text(PHI), { userPassword: 'secret' }),
    ],
    ['a PDF that loops', 'a.pdf', ['unreadable', 'timeout'], loopingPdf],
    ['half a PDF', 'a.pdf', ['unreadable'], async () => (await textPdf([PHI])).subarray(0, 300)],
    [
      'a zip bomb in a document',
      'a.docx',
      ['zip-bomb'],
      () => docx('x', [{ name: 'word/big.xml', data: Buffer.alloc(80 * 2 ** 20, 32) }]),
    ],
    [
      'a zip bomb that lies about its size',
      'a.zip',
      ['zip-bomb'],
      () => zipOf([{ name: 'a.txt', data: Buffer.alloc(80 * 2 ** 20), claims: 10 }]),
    ],
    ['a gzip bomb', 'a.gz', ['zip-bomb'], () => gzipSync(Buffer.alloc(80 * 2 ** 20))],
    ['archives in archives', 'a.zip', ['too-deep'], () => nested(30, PHI)],
    [
      'an encrypted archive',
      'a.zip',
      ['encrypted'],
      () => zipOf([{ name: 'a.txt', data: 'x', encrypted: true }]),
    ],
    ['MIME parts nested 1,000 deep', 'a.eml', ['too-deep'], () => multiparts(1000)],
    ['letters in letters, 1,000 deep', 'a.eml', ['too-deep'], () => letters(1000)],
    ['a program', 'a.exe', ['unsupported'], () => Buffer.concat([Buffer.from('MZ'), randomBytes(3000)])],
    ['noise', 'a.dat', ['unsupported'], () => randomBytes(5000)],
    [
      'a 7z archive',
      'a.7z',
      ['unsupported'],
      () => Buffer.concat([Buffer.from('377abcaf271c0004', 'hex'), randomBytes(400)]),
    ],
    [
      'a RAR archive',
      'a.rar',
      ['unsupported'],
      () => Buffer.concat([Buffer.from('526172211a070100', 'hex'), randomBytes(400)]),
    ],
    [
      'thousands of entries',
      'a.zip',
      ['too-many-parts'],
      () => zipOf(Array.from({ length: 6000 }, (_, i) => ({ name: `${i}`, data: '' }))),
    ],
  ])('%s', async (_, name, codes, make) => {
    const r = await read(name, await make())
    expect(codes).toContain(r.error)
  })

  test('but what could be read is told', async () => {
    const bytes = zipOf([
      { name: 'a.txt', data: PHI },
      { name: 'b.bin', data: randomBytes(3000) },
      { name: 'c.txt', data: 'after it' },
    ])
    const r = await read('a.zip', bytes)
    expect(r.error).toBe('unsupported')
    expect(r.text).toContain(PHI)
    expect(r.text).toContain('after it')
  })

  test('text in a file of an unknown kind is found all the same', async () => {
    const bytes = Buffer.concat([
      randomBytes(500),
      Buffer.from(PHI),
      randomBytes(500),
      Buffer.from(PHI, 'utf16le'),
    ])
    const r = await read('a.dat', bytes)
    expect(r.error).toBe('unsupported')
    expect(r.text.split(PHI).length).toBe(3)
  })
})

describe('a file that is not what it seems', () => {
  test.each<[string, string, string, () => Promise<Buffer> | Buffer]>([
    [
      'a picture with an archive behind it',
      'a.png',
      'application/zip',
      () => Buffer.concat([picture(['x']), zipOf([{ name: 'a.txt', data: PHI }])]),
    ],
    [
      'a PDF that is an archive too',
      'a.pdf',
      'application/zip',
      async () => Buffer.concat([await textPdf(['x']), zipOf([{ name: 'a.txt', data: PHI }])]),
    ],
    [
      'a GIF with a PDF in it',
      'a.gif',
      'application/pdf',
      async () => Buffer.concat([Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00'), await textPdf(['x'])]),
    ],
    [
      'a picture with a page of scripts in it',
      'a.gif',
      'text/html',
      () => Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00<script>1</script>'),
    ],
    [
      'a JPEG with a film behind it',
      'a.jpg',
      'video/mp4',
      async () =>
        Buffer.concat([
          await sharp(picture(['x']))
            .jpeg()
            .toBuffer(),
          Buffer.from('00000018667479706d703432000000006d703432697361', 'hex'),
          Buffer.alloc(50),
        ]),
    ],
  ])('%s', async (_, name, also, make) => {
    const r = await read(name, await make())
    expect(r.report!.also).toBe(also)
    expect(r.error).toBe('polyglot')
  })

  test.each([
    ['a.pdf', 'image/png', () => picture(['x'])],
    ['a.txt', 'application/pdf', () => textPdf(['x'])],
    ['a.docx', 'application/zip', () => zipOf([{ name: 'a.txt', data: 'x' }])],
    ['a.jpg', 'text/html', () => Buffer.from('<html><body>x</body></html>')],
  ] as const)('%s that is %s', async (name, type, make) => {
    const r = await read(name, await make())
    expect(r.report).toMatchObject({ type, mislabelled: true })
  })
})

describe('a reader is held to its limits', () => {
  test('of time: it is ended, and the next file is read', async () => {
    const short = new Readers({ most: 1, seconds: 1 })
    const slow = read(
      'a.png',
      picture(
        Array.from({ length: 60 }, () => PHI),
        3000,
      ),
      short,
    )
    const next = read('a.txt', PHI, new Readers({ most: 1 }))
    expect((await slow).error).toBe('timeout')
    expect((await next).text).toContain(PHI)
    short.close()
  })

  test('of memory: it is ended, and the next file is read', async () => {
    const small = new Readers({ most: 1, memoryMiB: 250 })
    const bytes = Buffer.alloc(240 * 2 ** 20, 'some text ')
    expect(['memory', 'crashed']).toContain((await read('a.txt', bytes, small)).error)
    expect((await read('a.txt', PHI, small)).text).toContain(PHI)
    small.close()
  })

  test('of number: more wait their turn', async () => {
    const two = new Readers({ most: 2 })
    const all = await Promise.all(Array.from({ length: 5 }, () => read('a.txt', PHI, two)))
    expect(all.map((r) => r.error)).toEqual(Array(5).fill(undefined))
    two.close()
  })

  test('a source that breaks is no file that can’t be read', async () => {
    async function* breaks() {
      yield Buffer.from('half')
      throw new Error('the store went away')
    }
    await expect(readers.read('a.txt', breaks(), () => {})).rejects.toThrow('went away')
  })

  test('closing ends what runs', async () => {
    const closing = new Readers({ most: 1 })
    const slow = read('a.png', picture([PHI]), closing)
    setTimeout(() => closing.close(), 50)
    await expect(slow).rejects.toThrow('closed')
  })

  test('it leaves nothing in the folder for temporary files', async () => {
    const before = new Set(await readdir(tmpdir()))
    await read('a.png', await hugePicture([PHI], 6000))
    const after = (await readdir(tmpdir())).filter((f) => !before.has(f) && /vips|tess|node/i.test(f))
    expect(after).toEqual([])
  })
})

describe('pictures of pages', () => {
  test('are drawn anew, within the size that is asked', async () => {
    const drawn = await readers.picture(once(await textPdf(['x', 'y'])), 2, 600)
    const { width, height, format } = await sharp(drawn.bytes).metadata()
    expect({ format, longer: Math.max(width, height) }).toEqual({ format: 'webp', longer: 600 })
    const small = await readers.picture(once(picture(['x'], 1500, 900)), 1, 500)
    expect((await sharp(small.bytes).metadata()).width).toBe(500)
  })

  test('are refused of what is no picture, and of a page that is not there', async () => {
    await expect(readers.picture(once(Buffer.from('text')), 1, 100)).rejects.toMatchObject({
      code: 'unsupported',
    })
    await expect(readers.picture(once(await textPdf(['x'])), 9, 100)).rejects.toMatchObject({
      code: 'unreadable',
    })
  })
})
