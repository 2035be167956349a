import * as outlook from '@kenjiuno/msgreader'
import type { Place } from '../../protocol.ts'
import { Unread } from '../limits.ts'
import { inside, type Reading } from '../reading.ts'
import { markupText } from './markup.ts'
import { rtfText } from './rtf.ts'

type ReadPart = (bytes: Buffer, name: string, place: Place) => Promise<void>

/** The part of the package's reader that is used. */
interface OutlookReader {
  getFileData(): import('@kenjiuno/msgreader').FieldsData
  getAttachment(a: import('@kenjiuno/msgreader').FieldsData): { fileName: string; content: Uint8Array }
}

// The package is CommonJS: what Node imports as its default is the module, and the class is the default of that.
type Outlook = typeof outlook.default
const MsgReader = ((outlook.default as unknown as { default?: Outlook }).default ??
  outlook.default) as unknown as {
  new (bytes: ArrayBuffer): OutlookReader
}

/** An Outlook message (.msg, MS-OXMSG). */
export async function readMsg(
  reading: Reading,
  bytes: Buffer,
  place: Place,
  readPart: ReadPart,
): Promise<void> {
  const copy = new Uint8Array(bytes).buffer as ArrayBuffer
  const reader = new MsgReader(copy)
  const data = reader.getFileData()
  if (data.error) throw new Unread('unsupported')
  const people = (data.recipients ?? []).map((r) => `${r.name ?? ''} <${r.smtpAddress ?? r.email ?? ''}>`)
  reading.text(
    place,
    [data.subject, `${data.senderName ?? ''} <${data.senderEmail ?? ''}>`, people.join(', '), data.body]
      .filter(Boolean)
      .join('\n'),
  )
  const html = data.bodyHtml ?? (data.html && Buffer.from(data.html).toString('utf8'))
  if (html) reading.text(place, markupText(html, { xml: false }))
  if (data.compressedRtf) await reading.trying(() => readRtf(reading, data.compressedRtf!, place))
  if (data.headers) reading.text({ ...place, in: 'metadata' }, data.headers)
  for (const [i, a] of (data.attachments ?? []).entries()) {
    reading.budget.part()
    const at = inside(place, i + 1)
    await reading.trying(() => {
      const { fileName, content } = reader.getAttachment(a)
      return readPart(Buffer.from(content), fileName, at)
    })
  }
}

/** Some messages have their text as Rich Text alone, compressed (MS-OXRTFCP). */
async function readRtf(reading: Reading, compressed: Uint8Array, place: Place): Promise<void> {
  const { decompressRTF } = await import('@kenjiuno/decompressrtf')
  const rtf = Buffer.from(decompressRTF(Array.from(compressed)))
  reading.budget.inflate(rtf.length, rtf.length, compressed.length)
  reading.text(place, rtfText(rtf.toString('latin1')))
}
