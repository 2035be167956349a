import { join } from 'node:path'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import sharp from 'sharp'

const font = join(
  import.meta.dirname,
  '../../../../node_modules/@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff',
)

/** Black letters on white, one line each, as a PNG. The typeface comes along, so that it looks alike everywhere. */
export function picture(lines: string[], width = 1000, height = 120 + lines.length * 70): Buffer {
  GlobalFonts.registerFromPath(font, 'Sample')
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  context.fillStyle = 'black'
  context.font = '40px Sample'
  for (const [i, line] of lines.entries()) context.fillText(line, 40, 90 + i * 70)
  return canvas.toBuffer('image/png')
}

/** The letters on a white ground of so many pixels, at the size that they would have on a sheet of paper. */
export function hugePicture(lines: string[], side: number): Promise<Buffer> {
  return sharp({
    create: { width: side, height: side, channels: 3, background: '#fff' },
    limitInputPixels: false,
  })
    .composite([{ input: picture(lines, 1000, 400), left: 0, top: 0 }])
    .png({ compressionLevel: 6 })
    .toBuffer()
}
