import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { createWorker, PSM, type Worker } from 'tesseract.js'
import type { Place } from '../protocol.ts'
import { Unread } from './limits.ts'
import type { Reading } from './reading.ts'

export interface Picture {
  png: Buffer
}

/** The longer side of a picture for OCR: more pixels take longer and read no better. */
export const LONGEST = 3600
const SMALL = 1200
/** Less than this was read: perhaps the page lies on its side. */
const LITTLE = 12
const SURE = 55

let worker: Promise<Worker> | undefined

/** The models lie in node_modules: nothing is fetched, nothing is kept. */
function engine(): Promise<Worker> {
  const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'))
  worker ??= createWorker('eng', 1, {
    langPath: join(data, '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
    logger: () => {},
    errorHandler: () => {},
  }).then(async (w) => {
    await w.setParameters({ tessedit_pageseg_mode: PSM.AUTO, user_defined_dpi: '300' })
    return w
  })
  return worker
}

/** Text in a picture; one that says little is tried on its sides and upside down too. */
export async function readPicture(reading: Reading, picture: Picture, place: Place): Promise<void> {
  let best = await recognize(picture.png)
  // Of a blank page or a photograph nothing is read, whichever way it lies; one try shows whether it lies on its side.
  const turns = best.letters === 0 ? [90] : [90, 270, 180]
  for (const turn of best.letters >= LITTLE && best.confidence >= SURE ? [] : turns) {
    reading.budget.time()
    const turned = await recognize(await sharp(picture.png).rotate(turn).png().toBuffer())
    // Noise is read as a few letters, whichever way it lies: the surer reading is the right one.
    if (turned.letters >= LITTLE && turned.score > best.score) best = turned
  }
  reading.text(place, best.text)
}

async function recognize(png: Buffer) {
  const { data } = await (await engine()).recognize(png)
  const letters = data.text.replace(/[^\p{L}\p{N}]/gu, '').length
  return { text: data.text, letters, confidence: data.confidence, score: letters * data.confidence }
}

/** Grey, upright, of a size that OCR reads well, without what shines through. */
export async function forOcr(input: Buffer, page: number): Promise<Picture> {
  const source = () => sharp(input, { ...DECODING, page })
  const { width, height } = await source().metadata()
  if (!width || !height) throw new Unread('unreadable')
  const longer = Math.max(width, height)
  const scale = longer > LONGEST ? LONGEST / longer : longer < SMALL ? 2 : 1
  const png = await source()
    .rotate()
    .flatten({ background: '#fff' })
    .greyscale()
    .resize({
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
      fit: 'inside',
      withoutEnlargement: false,
    })
    .png({ compressionLevel: 1 })
    .toBuffer()
  return { png }
}

/** 400 megapixels are decoded line by line; what claims more is refused before a pixel is made. */
export const DECODING = { limitInputPixels: 400_000_000, sequentialRead: true, failOn: 'none' } as const
