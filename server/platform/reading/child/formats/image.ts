import sharp, { type Metadata } from 'sharp'
import type { Place } from '../../protocol.ts'
import { Unread } from '../limits.ts'
import { DECODING, forOcr, readPicture } from '../ocr.ts'
import type { Reading } from '../reading.ts'
import { firstPicture, heicPictures, isHeic, readHeicMetadata } from './heic.ts'
import { markupText } from './markup.ts'
import { decode } from './text.ts'

const MAX_PIXELS = 100_000_000

/** What sharp can decode, as it came or made anew by the canvas (BMP). */
export async function decodable(bytes: Buffer, type: string): Promise<Buffer> {
  if (type === 'image/bmp') return bmpToPng(bytes)
  if (isHeic(type)) return firstPicture(bytes)
  return bytes
}

/** Text in a picture, all its pages or frames, and what the camera or a program wrote beside it. */
export async function readImage(reading: Reading, bytes: Buffer, type: string, place: Place): Promise<void> {
  if (type === 'image/svg+xml') reading.text(place, markupText(decode(bytes), { xml: true }))
  if (isHeic(type)) return readHeic(reading, bytes, place)
  const input = await decodable(bytes, type)
  const meta = await sharp(input, DECODING)
    .metadata()
    .catch((error: Error) => {
      throw new Unread(/pixel limit/i.test(error.message) ? 'too-large' : 'unreadable')
    })
  await reading.trying(() => readMetadata(reading, meta, place))
  if (!reading.ocr) return
  const pages = meta.pages ?? 1
  for (let page = 0; page < pages; page++) {
    await readPage(reading, input, page, pages > 1 ? { ...place, page: page + 1 } : place)
  }
}

async function readPage(reading: Reading, input: Buffer, page: number, place: Place): Promise<void> {
  reading.budget.picture()
  const picture = await forOcr(input, page).catch((error: unknown) => {
    throw error instanceof Unread ? error : new Unread('unreadable')
  })
  await readPicture(reading, picture, place)
}

async function readHeic(reading: Reading, bytes: Buffer, place: Place): Promise<void> {
  readHeicMetadata(reading, bytes, place)
  if (!reading.ocr) return
  let page = 0
  for await (const png of heicPictures(bytes)) await readPage(reading, png, 0, { ...place, page: ++page })
}

function readMetadata(reading: Reading, meta: Metadata, place: Place): void {
  const at: Place = { ...place, in: 'metadata' }
  if (meta.xmp) reading.text(at, markupText(meta.xmp.toString('utf8'), { xml: true }))
  for (const raw of [meta.exif, meta.iptc]) {
    // Strings of at least six characters; EXIF keeps some of them as UTF-16.
    const words = [raw?.toString('latin1'), raw?.toString('utf16le')].flatMap(
      (t) => t?.match(/[\p{L}\p{N}\p{P} ]{6,}/gu) ?? [],
    )
    reading.text(at, words.join('\n'))
  }
  const comments = meta.comments?.map((c) => `${c.keyword}: ${c.text}`) ?? []
  reading.text(at, comments.join('\n'))
}

async function bmpToPng(bytes: Buffer): Promise<Buffer> {
  if (bytes.length < 26) throw new Unread('unreadable')
  const width = Math.abs(bytes.readInt32LE(18))
  const height = Math.abs(bytes.readInt32LE(22))
  if (width * height > MAX_PIXELS) throw new Unread('too-large')
  const { createCanvas, loadImage } = await import('@napi-rs/canvas')
  const image = await loadImage(bytes).catch(() => {
    throw new Unread('unreadable')
  })
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  return canvas.toBuffer('image/png')
}
