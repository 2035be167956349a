import type { Message, Place, ReadError } from '../protocol.ts'
import { Budget, MAX_DEPTH, Unread } from './limits.ts'

/** One file on its way through the reader: where its text goes, what it may use up, what went wrong. */
export class Reading {
  readonly budget: Budget
  readonly ocr: boolean
  readonly errors: ReadError[] = []
  pages: number | null = null
  readonly #tell: (message: Message) => void

  constructor(tell: (message: Message) => void, options: { seconds: number; ocr: boolean }) {
    this.budget = new Budget(options.seconds)
    this.ocr = options.ocr
    this.#tell = tell
  }

  text(place: Place, text: string): void {
    if (!/\S/.test(text)) return
    this.budget.text(text.length)
    for (let at = 0; at < text.length; ) {
      const end = cutAt(text, at)
      this.#tell({ kind: 'text', place, text: text.slice(at, end) })
      at = end
    }
  }

  /** Something could not be read; the rest is read all the same. */
  failed(error: unknown): void {
    const code = error instanceof Unread ? error.code : 'unreadable'
    if (!this.errors.includes(code)) this.errors.push(code)
    // What concerns the whole file is not tried again with its next part.
    if (code === 'timeout' || code === 'too-much-text') throw error
  }

  async trying(work: () => unknown): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.failed(error)
    }
  }
}

/** A file within a file. */
export const inside = (place: Place, part: number): Place => {
  if ((place.part?.length ?? 0) >= MAX_DEPTH) throw new Unread('too-deep')
  return { part: [...(place.part ?? []), part] }
}

const PIECE = 256 * 1024

/** Long text leaves in pieces that end with a line, where there is one. */
function cutAt(text: string, from: number): number {
  if (text.length - from <= PIECE) return text.length
  const line = text.lastIndexOf('\n', from + PIECE)
  if (line > from) return line + 1
  const space = text.lastIndexOf(' ', from + PIECE)
  return space > from ? space + 1 : from + PIECE
}
