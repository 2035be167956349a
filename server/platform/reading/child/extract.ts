import { createGunzip } from 'node:zlib'
import type { Place } from '../protocol.ts'
import { decode, readStrings, readText } from './formats/text.ts'
import { collect, zipEntries } from './formats/zip.ts'
import { identify } from './identify.ts'
import { Unread } from './limits.ts'
import { inside, type Reading } from './reading.ts'

type Reader = (reading: Reading, bytes: Buffer, place: Place, type: string) => unknown

/** Which reader takes which content; the first that fits. Each loads its library when it is needed. */
const READERS: [RegExp, Reader][] = [
  [/^application\/pdf$/, readPdf],
  [/officedocument|opendocument|ms-\w+\.\w+\.macro/i, readOffice],
  [/^application\/(zip|x-zip-compressed|epub\+zip|java-archive)$/, readZip],
  [/^application\/(gzip|x-gzip)$/, readGzip],
  [/^message\/rfc822$/, readLetter],
  [/^application\/(x-cfb|vnd\.ms-outlook)$/, readCompound],
  [/^image\//, readImage],
  [/^(application\/rtf|text\/rtf)$/, readRtf],
  [/^text\/html$/, readHtml],
  [/^(text\/|application\/(json|xml|x-ndjson|javascript))/, (r, b, p) => readText(r, b, p)],
]

/**
 * Tells all text of a file or of a part of one. A part that can't be read is noted, and does not keep the others from
 * being read.
 */
export async function readPart(reading: Reading, bytes: Buffer, name: string, place: Place): Promise<void> {
  reading.text({ ...place, in: 'name' }, name)
  if (bytes.length === 0) return
  const { type, also } = await identify(bytes)
  if (also) reading.failed(new Unread('polyglot'))
  await readAs(reading, bytes, type, place)
}

/** As a type that is known already. */
export async function readAs(reading: Reading, bytes: Buffer, type: string, place: Place): Promise<void> {
  const reader = READERS.find(([pattern]) => pattern.test(type))?.[1]
  if (!reader) {
    readStrings(reading, bytes, place)
    throw new Unread('unsupported')
  }
  await reader(reading, bytes, place, type)
}

const into = (reading: Reading) => (bytes: Buffer, name: string, place: Place) =>
  readPart(reading, bytes, name, place)

async function readPdf(reading: Reading, bytes: Buffer, place: Place): Promise<void> {
  const pdf = await import('./formats/pdf.ts')
  await pdf.readPdf(reading, bytes, place, into(reading), async (picture, at) => {
    const ocr = await import('./ocr.ts')
    await ocr.readPicture(reading, picture, at)
  })
}

async function readImage(reading: Reading, bytes: Buffer, place: Place, type: string): Promise<void> {
  const image = await import('./formats/image.ts')
  await image.readImage(reading, bytes, type, place)
}

async function readOffice(reading: Reading, bytes: Buffer, place: Place): Promise<void> {
  const office = await import('./formats/office.ts')
  await office.readOffice(reading, bytes, place, into(reading))
}

async function readLetter(reading: Reading, bytes: Buffer, place: Place): Promise<void> {
  const mail = await import('./formats/mail.ts')
  await mail.readMail(reading, bytes, place, into(reading))
}

async function readRtf(reading: Reading, bytes: Buffer, place: Place): Promise<void> {
  const rtf = await import('./formats/rtf.ts')
  reading.text(place, rtf.rtfText(bytes.toString('latin1')))
}

async function readZip(reading: Reading, bytes: Buffer, place: Place): Promise<void> {
  let n = 0
  for await (const entry of zipEntries(bytes, reading.budget)) {
    const at = inside(place, ++n)
    await reading.trying(() => readPart(reading, entry.bytes, entry.name, at))
  }
}

async function readGzip(reading: Reading, bytes: Buffer, place: Place): Promise<void> {
  const stream = createGunzip()
  stream.end(bytes)
  const plain = await collect(stream as AsyncIterable<Buffer>, bytes.length, reading.budget)
  await readPart(reading, plain, '', inside(place, 1))
}

/** An Outlook message, or an old Office file, of which only strings can be told. */
async function readCompound(reading: Reading, bytes: Buffer, place: Place): Promise<void> {
  try {
    const { readMsg } = await import('./formats/outlook.ts')
    await readMsg(reading, bytes, place, into(reading))
  } catch (error) {
    readStrings(reading, bytes, place)
    throw error instanceof Unread ? error : new Unread('unsupported')
  }
}

async function readHtml(reading: Reading, bytes: Buffer, place: Place): Promise<void> {
  const { dataPictures, markupText } = await import('./formats/markup.ts')
  const source = decode(bytes)
  reading.text(place, markupText(source, { xml: false }))
  for (const [i, picture] of dataPictures(source).entries()) {
    const at = inside(place, i + 1)
    await reading.trying(() => readPart(reading, picture, '', at))
  }
}
