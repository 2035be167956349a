import PDFDocument from 'pdfkit'
import { type LaidLine, layOut, type Measure, type Style } from './lines.ts'

/** US Letter, in points. */
const PAGE = { width: 612, height: 792, margin: 54, top: 92, bottom: 84 }
const LABEL_WIDTH = 132
const INK = '#1b2430'
const MUTED = '#5b6675'
const RULE = '#c9d1db'
const ACCENT = '#0b6e69'

export type Furniture = {
  organization: string
  title: string
  footer: string[]
  /** Read by whoever hears the document read aloud. */
  lang?: string
}

/**
 * A plain document that grows downwards over as many pages as it takes: headings, label and value pairs, text
 * and tables. Header, footer and "page x of y" are put on every page at the end.
 */
export class Sheet {
  readonly #doc: PDFKit.PDFDocument
  readonly #furniture: Furniture
  readonly #measure: Measure
  #fonts = new Set<string>()
  #y = PAGE.top

  constructor(furniture: Furniture) {
    this.#furniture = furniture
    this.#doc = new PDFDocument({
      size: 'LETTER',
      margin: 0,
      bufferPages: true,
      lang: furniture.lang ?? 'en-US',
      displayTitle: true,
      info: { Title: furniture.title, Creator: 'Wellkeep', Author: furniture.organization },
    })
    this.#measure = (face, size, text) => {
      if (!this.#fonts.has(face.name)) {
        this.#doc.registerFont(face.name, face.load())
        this.#fonts.add(face.name)
      }
      return this.#doc.font(face.name).fontSize(size).widthOfString(text, FEATURES)
    }
  }

  get #width(): number {
    return PAGE.width - 2 * PAGE.margin
  }

  title(text: string, subtitle: string): void {
    this.#block(text, { size: 20, bold: true }, INK, PAGE.margin, this.#width)
    if (subtitle) this.#block(subtitle, { size: 10 }, MUTED, PAGE.margin, this.#width)
    this.#y += 10
  }

  heading(text: string): void {
    this.#room(56)
    this.#y += 12
    this.#block(text, { size: 12, bold: true }, ACCENT, PAGE.margin, this.#width)
    this.#rule(this.#y + 1)
    this.#y += 8
  }

  /** A label with its values, one under the other. Nothing is drawn without a value. */
  pair(label: string, values: (string | undefined)[]): void {
    const present = values.filter((v) => v !== undefined && v !== '') as string[]
    if (present.length === 0) return
    this.#room(16)
    const start = this.#y
    const page = this.#doc.bufferedPageRange().count
    this.#block(label, { size: 9 }, MUTED, PAGE.margin, LABEL_WIDTH - 8, 14)
    const below = this.#y
    if (this.#doc.bufferedPageRange().count === page) this.#y = start
    const left = PAGE.margin + LABEL_WIDTH
    for (const value of present) this.#block(value, { size: 10 }, INK, left, this.#width - LABEL_WIDTH, 14)
    if (this.#doc.bufferedPageRange().count === page) this.#y = Math.max(this.#y, below)
    this.#y += 2
  }

  /** A label with a picture as its value, such as a signature drawn by hand. */
  picture(label: string, png: Buffer): void {
    this.#room(74)
    this.#draw(this.#lines(label, { size: 9 }, LABEL_WIDTH - 8)[0]!, 9, MUTED, PAGE.margin, this.#y)
    this.#doc.image(png, PAGE.margin + LABEL_WIDTH, this.#y, { fit: [220, 64] })
    this.#y += 72
  }

  paragraph(text: string): void {
    this.#block(text, { size: 10 }, INK, PAGE.margin, this.#width, 14)
    this.#y += 4
  }

  /** Rows of cells in columns of the given widths (parts of the line); cells wrap. */
  table(widths: number[], rows: string[][]): void {
    for (const row of rows) {
      const cells = row.map((cell, i) => this.#lines(cell, { size: 9 }, widths[i]! * this.#width - 8))
      const height = Math.max(...cells.map((lines) => lines.length)) * 12
      this.#room(Math.min(height, 240))
      const start = this.#y
      let left = PAGE.margin
      cells.forEach((lines, i) => {
        lines.slice(0, 20).forEach((line, n) => {
          this.#draw(line, 9, INK, left, start + n * 12)
        })
        left += widths[i]! * this.#width
      })
      this.#y = start + Math.min(height, 240) + 3
    }
  }

  /** A picture as large as a page allows, on a page of its own. */
  page(bytes: Buffer): void {
    if (this.#y > PAGE.top) this.newPage()
    const fit: [number, number] = [this.#width, PAGE.height - PAGE.top - PAGE.bottom - 8]
    this.#doc.image(bytes, PAGE.margin, this.#y, { fit })
    this.newPage()
  }

  newPage(): void {
    this.#doc.addPage()
    this.#y = PAGE.top
  }

  /** Finishes the document: a stream of PDF bytes. */
  end(): NodeJS.ReadableStream {
    const { start, count } = this.#doc.bufferedPageRange()
    for (let i = 0; i < count; i++) {
      this.#doc.switchToPage(start + i)
      this.#furnish(i + 1, count)
    }
    this.#doc.end()
    return this.#doc as unknown as NodeJS.ReadableStream
  }

  #furnish(page: number, pages: number): void {
    const { organization, title, footer } = this.#furniture
    const right = PAGE.width - PAGE.margin
    const [name] = this.#lines(organization, { size: 11, bold: true }, this.#width * 0.6)
    if (name) this.#draw(name, 11, INK, PAGE.margin, 40)
    this.#drawRight('CONFIDENTIAL', { size: 9, bold: true }, ACCENT, right, 41)
    this.#drawRight(title, { size: 8 }, MUTED, right, 54)
    this.#rule(68)
    const top = PAGE.height - PAGE.bottom + 20
    this.#rule(top - 6)
    let y = top
    for (const text of footer) {
      for (const line of this.#lines(text, { size: 7.5 }, this.#width - 80).slice(0, 3)) {
        this.#draw(line, 7.5, MUTED, PAGE.margin, y)
        y += 10
      }
    }
    this.#drawRight(`Page ${page} of ${pages}`, { size: 8 }, MUTED, right, top)
  }

  #lines(text: string, style: Style, width: number): LaidLine[] {
    return layOut(text, width, style, this.#measure)
  }

  #block(
    text: string,
    style: Style,
    colour: string,
    x: number,
    width: number,
    lineHeight = style.size * 1.35,
  ): void {
    for (const line of this.#lines(text, style, width)) {
      this.#room(lineHeight)
      this.#draw(line, style.size, colour, x, this.#y)
      this.#y += lineHeight
    }
  }

  #draw(line: LaidLine, size: number, colour: string, x: number, y: number): void {
    let left = x
    for (const piece of line.pieces) {
      this.#doc.font(piece.face.name).fontSize(size).fillColor(colour)
      const options = { lineBreak: false, baseline: 'alphabetic', ...FEATURES } as PDFKit.Mixins.TextOptions
      this.#doc.text(piece.text, left, y + size, options)
      left += piece.width
    }
  }

  #drawRight(text: string, style: Style, colour: string, right: number, y: number): void {
    const [line] = this.#lines(text, style, this.#width)
    if (line) this.#draw(line, style.size, colour, right - line.width, y)
  }

  #rule(y: number): void {
    const right = PAGE.width - PAGE.margin
    this.#doc.moveTo(PAGE.margin, y).lineTo(right, y).lineWidth(0.6).strokeColor(RULE).stroke()
  }

  /** Begins a new page where less than `height` is left. */
  #room(height: number): void {
    if (this.#y + height > PAGE.height - PAGE.bottom) this.newPage()
  }
}

/** With features named, a piece is shaped whole; else word by word, which would misplace right-to-left words. */
const FEATURES = { features: ['kern'] } as unknown as PDFKit.Mixins.TextOptions
