import { createRequire } from 'node:module'
import { type Face, fontRuns } from './fonts.ts'

/** The part of bidi-js that is used; its own types describe another module format than Node loads. */
type Bidi = {
  getEmbeddingLevels: (text: string, direction: 'ltr' | 'rtl') => { levels: Uint8Array }
  getMirroredCharacter: (character: string) => string | null
}
const bidi = (createRequire(import.meta.url)('bidi-js') as () => Bidi)()

export type Style = { size: number; bold?: boolean }
export type Piece = { face: Face; text: string; width: number }
export type LaidLine = { pieces: Piece[]; width: number }
/** Width in points of text in one face. */
export type Measure = (face: Face, size: number, text: string) => number

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters have no glyph
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g
/** Between these scripts' characters a line may break anywhere: they write no blanks. */
const BREAKABLE =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]/

/**
 * Breaks text of any script into lines that fit, each a list of pieces in the order they stand on the page, left
 * to right (Unicode bidirectional algorithm, UAX 9). Words longer than a line are cut.
 */
export function layOut(text: string, width: number, style: Style, measure: Measure): LaidLine[] {
  const lines: LaidLine[] = []
  for (const paragraph of text.normalize('NFC').replace(/\r\n?/g, '\n').replace(CONTROL, ' ').split('\n')) {
    for (const line of wrap(paragraph, width, style, measure)) lines.push(visual(line, style, measure))
  }
  return lines
}

const widthOf = (text: string, style: Style, measure: Measure): number =>
  fontRuns(text, style.bold ?? false).reduce((sum, run) => sum + measure(run.face, style.size, run.text), 0)

function wrap(paragraph: string, width: number, style: Style, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  const push = (part: string, size: number) => {
    if (used + size > width && line !== '') {
      lines.push(line.trimEnd())
      line = ''
      used = 0
      if (part.trim() === '') return
    }
    line += part
    used += size
  }
  for (const word of segments(paragraph)) {
    const size = widthOf(word, style, measure)
    if (size <= width) push(word, size)
    else for (const character of word) push(character, widthOf(character, style, measure))
  }
  lines.push(line.trimEnd())
  return lines
}

/** Words with the blanks behind them; single characters in scripts without blanks. */
function segments(text: string): string[] {
  const parts: string[] = []
  for (const word of text.match(/\S+\s*|\s+/g) ?? []) {
    if (BREAKABLE.test(word)) parts.push(...word)
    else parts.push(word)
  }
  return parts
}

/** A line's pieces as they stand on paper. Glyphs within right-to-left pieces are turned by the font engine. */
function visual(text: string, style: Style, measure: Measure): LaidLine {
  const piece = (run: { face: Face; text: string }): Piece => ({
    ...run,
    width: measure(run.face, style.size, run.text),
  })
  const { levels } = bidi.getEmbeddingLevels(text, 'ltr')
  const runs: { level: number; text: string }[] = []
  for (let i = 0; i < text.length; i++) {
    const last = runs.at(-1)
    const level = levels[i]!
    const character = (level % 2 === 1 && bidi.getMirroredCharacter(text[i]!)) || text[i]!
    if (last && last.level === level) last.text += character
    else runs.push({ level, text: character })
  }
  const pieces = reorder(runs).flatMap((run) => {
    const parts = fontRuns(run.text, style.bold ?? false).map(piece)
    return run.level % 2 === 1 ? parts.reverse() : parts
  })
  return { pieces, width: pieces.reduce((sum, p) => sum + p.width, 0) }
}

/** Rule L2 of UAX 9: from the highest level down, turn each row of runs at that level or above around. */
function reorder<T extends { level: number }>(runs: T[]): T[] {
  const out = [...runs]
  const highest = Math.max(0, ...runs.map((r) => r.level))
  for (let level = highest; level >= 1; level--) {
    for (let start = 0; start < out.length; start++) {
      if (out[start]!.level < level) continue
      let end = start
      while (end < out.length && out[end]!.level >= level) end++
      out.splice(start, end - start, ...out.slice(start, end).reverse())
      start = end
    }
  }
  return out
}
