import sharp from 'sharp'
import type { Place } from '../../protocol.ts'
import { Unread } from '../limits.ts'
import type { Reading } from '../reading.ts'
import { markupText } from './markup.ts'

/** As pixels they take four bytes each, twice over. */
const MAX_PIXELS = 64_000_000
/** Pictures in one file, as of a burst. */
const MAX_IMAGES = 40

/** The part of the library that is used; what it ships as types describes the C functions beneath. */
interface Image {
  get_width(): number
  get_height(): number
  display(
    into: { data: Uint8ClampedArray; width: number; height: number },
    done: (drawn: { data: Uint8ClampedArray } | null) => void,
  ): void
  free(): void
}
interface Library {
  HeifDecoder: new () => { decode(bytes: Uint8Array): Image[] }
}

export const isHeic = (type: string): boolean => /^image\/hei[cf](-sequence)?$/.test(type)

/** The pictures of a HEIC file as PNG, upright, one at a time. */
export async function* heicPictures(bytes: Buffer): AsyncGenerator<Buffer> {
  // @ts-expect-error: comes without types
  const library = (await import('libheif-js/wasm-bundle.js')).default as Library
  const images = new library.HeifDecoder().decode(bytes)
  if (images.length === 0) throw new Unread('unreadable')
  if (images.length > MAX_IMAGES) throw new Unread('too-many-pages')
  for (const image of images) {
    const [width, height] = [image.get_width(), image.get_height()]
    if (width * height > MAX_PIXELS) throw new Unread('too-large')
    const drawn = await new Promise<{ data: Uint8ClampedArray } | null>((resolve) =>
      image.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, resolve),
    )
    image.free()
    if (!drawn) throw new Unread('unreadable')
    yield await sharp(Buffer.from(drawn.data.buffer), { raw: { width, height, channels: 4 } })
      .png({ compressionLevel: 1 })
      .toBuffer()
  }
}

/** The first picture of a HEIC file, as PNG. */
export async function firstPicture(bytes: Buffer): Promise<Buffer> {
  for await (const picture of heicPictures(bytes)) return picture
  throw new Unread('unreadable')
}

const EXIF_BYTES = 64 * 1024

/** What the camera wrote beside the pictures: words in EXIF, and XMP. */
export function readHeicMetadata(reading: Reading, bytes: Buffer, place: Place): void {
  const at: Place = { ...place, in: 'metadata' }
  const exif = bytes.indexOf('Exif\0\0', 0, 'latin1')
  if (exif >= 0) {
    const words = bytes.toString('latin1', exif, exif + EXIF_BYTES).match(/[\p{L}\p{N}\p{P} ]{6,}/gu)
    reading.text(at, words?.join('\n') ?? '')
  }
  const start = bytes.indexOf('<x:xmpmeta', 0, 'latin1')
  const end = bytes.indexOf('</x:xmpmeta>', start, 'latin1')
  if (start >= 0 && end > start)
    reading.text(at, markupText(bytes.toString('utf8', start, end), { xml: true }))
}
