import { createIsomorphicCanvasFactory, getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { Place } from '../../protocol.ts'
import { MAX_PAGES, Unread } from '../limits.ts'
import type { Picture } from '../ocr.ts'
import { inside, type Reading } from '../reading.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Pdf['getPage']>>
type ReadPart = (bytes: Buffer, name: string, place: Place) => Promise<void>

/** A page of which so little is text is looked at as a picture as well. */
const LITTLE_TEXT = 80
/** The longer side of a page that is read by OCR, in pixels: an A4 page at some 250 dpi. */
const SCAN = 2900
const MANY_SHAPES = 20
/** A picture on a page that may hold text, in pixels of its own. */
const LARGE = 40_000

/**
 * Opens without scripts, forms' programs and network: PDF.js runs none of them here.
 * @throws Unread
 */
export async function openPdf(bytes: Buffer): Promise<Pdf> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      CanvasFactory: await createIsomorphicCanvasFactory(() => import('@napi-rs/canvas')),
      verbosity: 0,
      enableXfa: true,
      stopAtErrors: false,
    } as Parameters<typeof getDocumentProxy>[1])
  } catch (error) {
    throw new Unread((error as Error)?.name === 'PasswordException' ? 'encrypted' : 'unreadable')
  }
}

/** Text, form fields, comments, properties and attachments; pages that are pictures go to `ocr`. */
export async function readPdf(
  reading: Reading,
  bytes: Buffer,
  place: Place,
  readPart: ReadPart,
  ocr: (picture: Picture, place: Place) => Promise<void>,
): Promise<void> {
  const pdf = await openPdf(bytes)
  if (!place.part) reading.pages = pdf.numPages
  await reading.trying(() => readProperties(reading, pdf, place))
  for (let n = 1; n <= pdf.numPages; n++) {
    if (n > MAX_PAGES) throw new Unread('too-many-pages')
    reading.budget.time()
    await reading.trying(() => readPage(reading, pdf, n, { ...place, page: n }, ocr))
  }
  const attached = (await pdf.getAttachments().catch(() => undefined)) as
    | Record<string, { filename: string; content: Uint8Array }>
    | undefined
  for (const [i, a] of Object.values(attached ?? {}).entries()) {
    reading.budget.part()
    const at = inside(place, i + 1)
    await reading.trying(() => readPart(Buffer.from(a.content), a.filename ?? '', at))
  }
}

async function readProperties(reading: Reading, pdf: Pdf, place: Place): Promise<void> {
  const { info, metadata } = await pdf.getMetadata()
  const values = Object.values((info ?? {}) as Record<string, unknown>).filter((v) => typeof v === 'string')
  const more = metadata ? [...metadata].map(([, v]) => String(v)) : []
  reading.text({ ...place, in: 'metadata' }, [...values, ...more].join('\n'))
}

async function readPage(
  reading: Reading,
  pdf: Pdf,
  n: number,
  place: Place,
  ocr: (picture: Picture, place: Place) => Promise<void>,
): Promise<void> {
  const page = await pdf.getPage(n)
  try {
    const { items } = await page.getTextContent()
    const text = items.map((i) => ('str' in i ? i.str + (i.hasEOL ? '\n' : '') : '')).join('')
    const notes = await page.getAnnotations()
    const fields = notes.flatMap((a) =>
      [a.fieldName ?? a.alternativeText, a.fieldValue, a.contentsObj?.str, a.titleObj?.str, a.url]
        .flat()
        .filter((v): v is string => typeof v === 'string' && v !== ''),
    )
    reading.text(place, `${text}\n${fields.join('\n')}`)
    if (!reading.ocr) return
    if (await needsOcr(page, text.replace(/\s/g, '').length)) {
      reading.budget.picture()
      await ocr({ png: await renderPage(page, SCAN) }, place)
    }
  } finally {
    page.cleanup()
  }
}

async function operators(page: Page) {
  const { OPS } = await getResolvedPDFJS()
  return { OPS: OPS as unknown as Record<string, number>, list: await page.getOperatorList() }
}

/** What is on a page beside text: pictures, with the largest one's pixels, and drawing of lines and shapes. */
async function drawings(page: Page): Promise<{ shapes: number; largest: number }> {
  const { OPS, list } = await operators(page)
  const pictures = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject])
  let shapes = 0
  let largest = 0
  for (const [i, op] of list.fnArray.entries()) {
    if (op === OPS.constructPath || op === OPS.shadingFill) shapes++
    if (!pictures.has(op)) continue
    const [first, w, h] = list.argsArray[i] as [{ width?: number; height?: number }, unknown, unknown]
    const width = typeof w === 'number' ? w : (first?.width ?? 1000)
    const height = typeof h === 'number' ? h : (first?.height ?? 1000)
    largest = Math.max(largest, width * height)
  }
  return { shapes, largest }
}

/** A page with a large picture, or with little text and something drawn: letters may be drawn as shapes too. */
async function needsOcr(page: Page, letters: number): Promise<boolean> {
  const { shapes, largest } = await drawings(page)
  return largest >= LARGE || (letters < LITTLE_TEXT && (largest > 0 || shapes >= MANY_SHAPES))
}

/** A page as a PNG, `size` pixels on its longer side, whatever size it says it has. */
export async function renderPage(page: Page, size: number): Promise<Buffer> {
  const { createCanvas } = await import('@napi-rs/canvas')
  const plain = page.getViewport({ scale: 1 })
  const longer = Math.max(plain.width, plain.height)
  if (!(longer > 0)) throw new Unread('unreadable')
  const viewport = page.getViewport({ scale: size / longer })
  const canvas = createCanvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)))
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  await page.render({ canvas, canvasContext: context, viewport } as unknown as Parameters<Page['render']>[0])
    .promise
  return canvas.toBuffer('image/png')
}
