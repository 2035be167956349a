import { simpleParser } from 'mailparser'
import type { Place } from '../../protocol.ts'
import { Unread } from '../limits.ts'
import { inside, type Reading } from '../reading.ts'
import { markupText } from './markup.ts'

type ReadPart = (bytes: Buffer, name: string, place: Place) => Promise<void>

/** Parts within parts of one message. A letter has three or four; hundreds are there to wear a parser out. */
const MAX_MULTIPARTS = 100

/** Header, text and attachments of an e-mail (RFC 5322, MIME). A letter within is an attachment. */
export async function readMail(
  reading: Reading,
  bytes: Buffer,
  place: Place,
  readPart: ReadPart,
): Promise<void> {
  const boundaries = bytes.toString('latin1').match(/^content-type:\s*multipart\//gim)?.length ?? 0
  if (boundaries > MAX_MULTIPARTS) throw new Unread('too-deep')
  const mail = await simpleParser(bytes, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    keepCidLinks: true,
  })
  const lines = mail.headerLines.map(({ line }) => line)
  reading.text({ ...place, in: 'metadata' }, lines.join('\n'))
  const address = (a: typeof mail.to) => (Array.isArray(a) ? a.map((x) => x.text).join(', ') : a?.text)
  reading.text(
    place,
    [mail.subject, mail.from?.text, address(mail.to), address(mail.cc), mail.text].filter(Boolean).join('\n'),
  )
  if (mail.html) reading.text(place, markupText(mail.html, { xml: false }))
  for (const [i, a] of mail.attachments.entries()) {
    reading.budget.part()
    const at = inside(place, i + 1)
    await reading.trying(() => readPart(a.content, a.filename ?? '', at))
  }
}
