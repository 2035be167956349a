import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Plugin } from 'vite'

const SOURCE = join(import.meta.dirname, '..', 'public', 'icon.svg')
const GROUND = '#14655c'
/** The share of a maskable icon that its drawing takes: what lies outside of the middle four fifths may be cut off. */
const SAFE = 0.82

const plain = async (size: number) =>
  sharp(await readFile(SOURCE), { density: 600 })
    .resize(size)
    .png()
    .toBuffer()

/** The drawing without its round corners on a ground that fills the square, for what cuts its own shape out of it. */
async function filled(size: number, share: number): Promise<Buffer> {
  const svg = (await readFile(SOURCE, 'utf8')).replace(/rx="\d+"/, 'rx="0"')
  const drawing = Math.round(size * share)
  const input = await sharp(Buffer.from(svg), { density: 600 }).resize(drawing).png().toBuffer()
  return sharp({ create: { width: size, height: size, channels: 4, background: GROUND } })
    .composite([{ input, gravity: 'centre' }])
    .png()
    .toBuffer()
}

/** Draws the icons that phones want as pictures from the one that is kept, `icon.svg`. */
export function appIcons(): Plugin {
  const icons: Record<string, () => Promise<Buffer>> = {
    'icon-192.png': () => plain(192),
    'icon-512.png': () => plain(512),
    'icon-maskable-512.png': () => filled(512, SAFE),
    'apple-touch-icon.png': () => filled(180, 1),
  }
  return {
    name: 'wellkeep-app-icons',
    apply: 'build',
    async generateBundle() {
      for (const [fileName, draw] of Object.entries(icons))
        this.emitFile({ type: 'asset', fileName, source: await draw() })
    },
  }
}
