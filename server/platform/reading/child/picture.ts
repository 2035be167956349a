import sharp from 'sharp'
import { decodable } from './formats/image.ts'
import { openPdf, renderPage } from './formats/pdf.ts'
import { Unread } from './limits.ts'
import { DECODING } from './ocr.ts'

/** Pixels of the tiny picture on its longer side: shapes and colours, and no letter. */
const TINY = 24

export interface Drawn {
  bytes: Buffer
  type: string
}

async function source(bytes: Buffer, type: string, page: number, size: number): Promise<Buffer> {
  if (type === 'application/pdf') {
    const pdf = await openPdf(bytes)
    if (page > pdf.numPages) throw new Unread('unreadable')
    return renderPage(await pdf.getPage(page), size)
  }
  if (!type.startsWith('image/')) throw new Unread('unsupported')
  return decodable(bytes, type)
}

/** One page, at most `size` pixels wide and high, drawn anew: nothing of the file's own bytes is in it. */
export async function drawPage(bytes: Buffer, type: string, page: number, size: number): Promise<Drawn> {
  const input = await source(bytes, type, page, size)
  const drawn = await sharp(input, { ...DECODING, page: type.startsWith('image/') ? page - 1 : 0 })
    .rotate()
    .resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer()
    .catch(() => {
      throw new Unread('unreadable')
    })
  return { bytes: drawn, type: 'image/webp' }
}

/** The first page, so small and blurred that it says nothing. */
export async function drawTiny(bytes: Buffer, type: string): Promise<Drawn> {
  const input = await source(bytes, type, 1, 200)
  const tiny = await sharp(input, DECODING)
    .rotate()
    .flatten({ background: '#fff' })
    .resize({ width: TINY, height: TINY, fit: 'inside' })
    .blur(1.5)
    .webp({ quality: 50 })
    .toBuffer()
  return { bytes: tiny, type: 'image/webp' }
}
