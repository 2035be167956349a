import type { LabelId } from '../lexicon/labels.ts'
import { isDigit } from '../text/chars.ts'
import { COLON, EQUALS, QUOTE } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MIXED, NUMBER } from '../text/tokens.ts'
import { VALUE_READERS } from './value-readers.ts'
import { FIRM } from './values.ts'

/** Stands for a tab or for two spaces and more between cells. */
const WIDE = -1
const DELIMITERS = [124, 9, 59, 44].map((d) => (d === 9 ? WIDE : d)) // | tab ; ,
const MAX_CELLS = 64
const MAX_LINE_TOKENS = 1500

/** The columns that a heading announced, for the lines under it. */
export interface Table {
  delimiter: number
  columns: (LabelId | undefined)[]
  /** Lines in a row that did not fit. */
  missed: number
}

interface Cell {
  from: number
  to: number
}

function splitCells(page: Page, from: number, to: number, delimiter: number): Cell[] {
  const t = page.tokens
  const cells: Cell[] = []
  let start = from
  let quoted = false
  for (let i = from; i < to && cells.length < MAX_CELLS; i++) {
    if (page.mark(i) === QUOTE) quoted = !quoted
    if (quoted) continue
    if (delimiter === WIDE ? i > from && t.gap[i] === GAP.wide : page.mark(i) === delimiter) {
      cells.push({ from: start, to: i })
      start = delimiter === WIDE ? i : i + 1
    }
  }
  cells.push({ from: start, to })
  return cells
}

/** Leaves the quotes around a cell aside. */
function bare(page: Page, cell: Cell): Cell {
  let { from, to } = cell
  while (from < to && page.mark(from) === QUOTE) from++
  while (to > from && page.mark(to - 1) === QUOTE) to--
  return { from, to }
}

/** A heading has no numbers, and no ":" or "=" before a value. */
function holdsValues(page: Page, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const mark = page.mark(i)
    if (mark === COLON || mark === EQUALS || (startsWithDigit(page, i) && page.lengthOf(i) > 1)) return true
  }
  return false
}

/** "71Y" is a value as well as "71". */
const startsWithDigit = (page: Page, i: number): boolean =>
  page.tokens.type[i] === NUMBER ||
  (page.tokens.type[i] === MIXED && isDigit(page.unit(page.tokens.start[i]!)))

/** The columns of a heading: at least two cells are labels and nothing else, and none holds a number. */
function readHeading(page: Page, from: number, to: number): Table | undefined {
  let best: Table | undefined
  let bestLabels = 1
  for (const delimiter of DELIMITERS) {
    const cells = splitCells(page, from, to, delimiter).map((c) => bare(page, c))
    if (cells.length < 2 || cells.some((c) => c.to - c.from > 7)) continue
    const things = page.around(TOPIC.infra, from, 0, Math.min(to - from, 60)) > 0
    const columns = cells
      .map((c) => columnLabel(page, c))
      .map((l) => (things && l === 'service' ? undefined : l))
    const labels = columns.filter(Boolean).length
    const filled = cells.filter((c) => c.to > c.from).length
    if (labels > bestLabels && labels * 3 >= filled)
      [best, bestLabels] = [{ delimiter, columns, missed: 0 }, labels]
  }
  return best
}

function columnLabel(page: Page, cell: Cell): LabelId | undefined {
  if (cell.from >= cell.to) return undefined
  const label = page.label(cell.from)
  const end = page.phraseEnd[cell.from]!
  if (label !== undefined && (end >= cell.to || (end === cell.to - 1 && page.mark(end) !== 0))) return label
  // "Pt Last Name", "Subscriber DOB": the last words tell.
  for (let i = cell.from + 1; i < cell.to; i++)
    if (page.label(i) !== undefined && page.phraseEnd[i]! === cell.to) return page.label(i)
  return undefined
}

/** Reads the cells of a line under a heading. Whether the line fits the heading. */
function readRow(page: Page, from: number, to: number, table: Table): boolean {
  const cells = splitCells(page, from, to, table.delimiter)
  const extra = cells.length - table.columns.length
  // Amounts such as 1,204.10 without quotes make more cells.
  if (cells.length < 2 || extra < 0 || extra > 2) return false
  for (const [c, whole] of cells.entries()) {
    const label = table.columns[c]
    const cell = bare(page, whole)
    if (label === undefined || cell.from >= cell.to || page.taken[cell.from] !== 0) continue
    VALUE_READERS[label === 'officePhone' ? 'phone' : label]?.(page, cell.from, cell.to, FIRM, cell.from)
  }
  return true
}

/** Walks the lines of a page from a table that may have begun before it. `at` is told the table in force at each line. */
export function readTables(
  page: Page,
  table: Table | undefined,
  at: (line: number, table: Table | undefined) => void,
): void {
  const t = page.tokens
  let current = table
  for (let line = 0; line < t.lineCount; line++) {
    const from = t.lines[line]!
    const to = t.lines[line + 1]!
    at(from, current)
    const mayHead = page.around(TOPIC.label, from, 0, to - from) > 1
    if ((current || mayHead) && to - from <= MAX_LINE_TOKENS)
      current = readLine(page, from, to, mayHead, current)
  }
}

function readLine(
  page: Page,
  from: number,
  to: number,
  mayHead: boolean,
  table: Table | undefined,
): Table | undefined {
  const heading = mayHead && !holdsValues(page, from, to) ? readHeading(page, from, to) : undefined
  if (heading) {
    for (let i = from; i < to; i++) page.taken[i] = 2
    return heading
  }
  if (!table) return undefined
  if (readRow(page, from, to, table)) return { ...table, missed: 0 }
  return table.missed >= 3 ? undefined : { ...table, missed: table.missed + 1 }
}
