import { join } from 'node:path'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import sharp, { type Sharp } from 'sharp'
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
export async function drawPage(
  bytes: Buffer,
  type: string,
  { page, size, watermark }: { page: number; size: number; watermark?: string | undefined },
): Promise<Drawn> {
  const input = await source(bytes, type, page, size)
  const pipe = sharp(input, { ...DECODING, page: type.startsWith('image/') ? page - 1 : 0 })
    .rotate()
    .resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true })
  const drawn = await (watermark ? marked(pipe, watermark) : pipe)
  return { bytes: await drawn.webp({ quality: 80 }).toBuffer().catch(unreadable), type: 'image/webp' }
}

function unreadable(): never {
  throw new Unread('unreadable')
}

/** Names are written in many scripts; the machine may have no fonts at all. */
const FONTS = [
  ...['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese', 'devanagari'].map(
    (script) => `noto-sans/files/noto-sans-${script}-400-normal.woff`,
  ),
  'noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff',
  'noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff',
]
const FAMILIES = FONTS.map((_, i) => `Mark${i}`).join(', ')

function loadFonts(): void {
  const folder = join(import.meta.dirname, '../../../../node_modules/@fontsource')
  for (const [i, font] of FONTS.entries()) GlobalFonts.registerFromPath(join(folder, font), `Mark${i}`)
}

/** The picture with a text across it, again and again, so that no part of it goes without. */
async function marked(pipe: Sharp, text: string): Promise<Sharp> {
  const { data, info } = await pipe.png().toBuffer({ resolveWithObject: true }).catch(unreadable)
  const canvas = createCanvas(info.width, info.height)
  const draw = canvas.getContext('2d')
  loadFonts()
  const letters = Math.max(11, Math.round(Math.min(info.width, info.height) / 34))
  draw.font = `${letters}px ${FAMILIES}, sans-serif`
  const step = draw.measureText(text).width + letters * 3
  draw.translate(info.width / 2, info.height / 2)
  draw.rotate(-Math.PI / 7)
  const reach = Math.hypot(info.width, info.height) / 2
  // Dark letters with a light edge: seen on paper and on a photograph alike.
  draw.fillStyle = 'rgba(40, 40, 40, 0.34)'
  draw.strokeStyle = 'rgba(255, 255, 255, 0.3)'
  for (let y = -reach, row = 0; y < reach; y += letters * 5, row++)
    for (let x = -reach - (row % 2) * (step / 2); x < reach; x += step) {
      draw.strokeText(text, x, y)
      draw.fillText(text, x, y)
    }
  return sharp(data).composite([{ input: canvas.toBuffer('image/png') }])
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
