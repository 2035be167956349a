import { Transform, type TransformCallback } from 'node:stream'
import { contentType } from './content-type.ts'
import { type MailLimits, MailRefused } from './limits.ts'

/** Longer than any boundary line (RFC 2046: 70 characters, RFC 5322: 998 a line). */
const LINE = 4096
const LF = 0x0a
const DASH = 0x2d

/**
 * Looks at a mail before the parser does, line by line and in constant memory, and refuses what is too large, too deep
 * or too many: the parser's work grows with depth times length, and it holds texts whole. Text beyond its limit is left
 * out (`textCut`), everything else passes as it came.
 */
export class StructureGuard extends Transform {
  textCut = false
  readonly #limits: MailLimits
  /** Boundaries of the multiparts that are open, the innermost last. */
  readonly #open: string[] = []
  #bytes = 0
  #parts = 1
  #inHeader = true
  #header = ''
  #headerBytes = 0
  /** The part is text that the parser will hold in memory. */
  #text = false
  #textBytes = 0
  #held: Buffer[] = []
  #heldBytes = 0
  /** The line is longer than any that matters: the rest of it is content. */
  #long = false

  constructor(limits: MailLimits) {
    super()
    this.#limits = limits
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    try {
      this.#bytes += chunk.length
      if (this.#bytes > this.#limits.bytes) throw new MailRefused('too-large')
      const out: Buffer[] = []
      for (let at = 0; at < chunk.length; ) {
        const lf = chunk.indexOf(LF, at)
        const end = lf < 0 ? chunk.length : lf + 1
        this.#take(chunk.subarray(at, end), lf >= 0, out)
        at = end
      }
      done(null, out.length ? Buffer.concat(out) : undefined)
    } catch (error) {
      done(error as Error)
    }
  }

  override _flush(done: TransformCallback): void {
    const out: Buffer[] = []
    try {
      if (this.#heldBytes > 0) this.#line(out)
      done(null, out.length ? Buffer.concat(out) : undefined)
    } catch (error) {
      done(error as Error)
    }
  }

  /** Gathers a line; one that is too long to matter goes on in pieces. */
  #take(piece: Buffer, ends: boolean, out: Buffer[]): void {
    if (this.#long) {
      this.#content(piece, out)
      if (ends) this.#long = false
      return
    }
    this.#held.push(piece)
    this.#heldBytes += piece.length
    if (ends) this.#line(out)
    else if (this.#heldBytes > LINE) {
      this.#long = true
      this.#content(this.#release(), out)
    }
  }

  #release(): Buffer {
    const line = this.#held.length === 1 ? this.#held[0]! : Buffer.concat(this.#held)
    this.#held = []
    this.#heldBytes = 0
    return line
  }

  #line(out: Buffer[]): void {
    const line = this.#release()
    if (this.#open.length && line[0] === DASH && line[1] === DASH && this.#boundary(line)) {
      out.push(line)
      return
    }
    this.#content(line, out)
    if (this.#inHeader && line.length <= 2 && (line[0] === LF || line[1] === LF)) this.#headerEnds()
  }

  /** Whether the line is a boundary of an open multipart, which it then opens a part of, or closes. */
  #boundary(line: Buffer): boolean {
    const text = line.toString('latin1').trimEnd()
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const delimiter = `--${this.#open[i]}`
      if (text !== delimiter && text !== `${delimiter}--`) continue
      const closes = text !== delimiter
      this.#open.length = closes ? i : i + 1
      if (!closes && ++this.#parts > this.#limits.parts) throw new MailRefused('too-many-parts')
      this.#inHeader = !closes
      this.#header = ''
      this.#headerBytes = 0
      this.#text = false
      this.#textBytes = 0
      return true
    }
    return false
  }

  #content(piece: Buffer, out: Buffer[]): void {
    if (this.#inHeader) {
      this.#headerBytes += piece.length
      if (this.#headerBytes > this.#limits.headerBytes) throw new MailRefused('headers-too-large')
      this.#header += piece.toString('latin1')
    } else if (this.#text) {
      this.#textBytes += piece.length
      if (this.#textBytes > this.#limits.textBytes) {
        this.textCut = true
        return
      }
    }
    out.push(piece)
  }

  #headerEnds(): void {
    const { type, boundary, attachment } = contentType(this.#header)
    this.#inHeader = false
    this.#header = ''
    this.#text = !attachment && (type === '' || !type.includes('/') || type.startsWith('text/'))
    if (!type.startsWith('multipart/') || !boundary) return
    this.#open.push(boundary)
    if (this.#open.length > this.#limits.depth) throw new MailRefused('too-deep')
  }
}
