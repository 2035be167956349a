import type { LabelId } from '../lexicon/labels.ts'
import { OWNER, type Owner, ownerOfWord } from '../lexicon/owners.ts'
import { numberOf, wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import { hashWord } from '../text/hash.ts'
import { COLON, EQUALS, QUOTE } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MIXED, NUMBER, WORD } from '../text/tokens.ts'
import { isMember } from './labelled-ids.ts'
import { VALUE_READERS } from './value-readers.ts'
import { FIRM } from './values.ts'

/** Stands for a tab or for two spaces and more between cells. */
const WIDE = -1
const DELIMITERS = [124, 9, 59, 44].map((d) => (d === 9 ? WIDE : d)) // | tab ; ,
const MAX_CELLS = 64
const MAX_HEADING_TOKENS = 7
const MAX_LINE_TOKENS = 1500

/** The columns that a heading announced, for the lines under it. */
export interface Table {
  delimiter: number
  columns: (LabelId | undefined)[]
  /** Whether no label but a word for what a number is of tells the column: "visit" may head dates as well. */
  told: boolean[]
  /** Whether it is of visits, that have an hour and a day as well as a number. */
  counted: boolean[]
  /** Whether it is about members of a health plan: numbers under "subscriber" are the plan's. */
  members: boolean[]
  /** Whether it is a list of things: no number in it is somebody's. */
  things: boolean
  /** Lines in a row that did not fit. */
  missed: number
}

/** The cells of one line at a time, without the quotes around them. */
class Cells {
  count = 0
  readonly from = new Int32Array(MAX_CELLS + 1)
  readonly to = new Int32Array(MAX_CELLS + 1)

  split(page: Page, from: number, to: number, delimiter: number): void {
    const t = page.tokens
    this.count = 0
    let start = from
    let quoted = false
    for (let i = from; i < to && this.count < MAX_CELLS; i++) {
      if (page.mark(i) === QUOTE) quoted = !quoted
      if (quoted) continue
      if (delimiter === WIDE ? i > from && t.gap[i] === GAP.wide : page.mark(i) === delimiter) {
        this.#add(page, start, i)
        start = delimiter === WIDE ? i : i + 1
      }
    }
    this.#add(page, start, to)
  }

  /** The tokens of the cell that has most. */
  largest(): number {
    let most = 0
    for (let c = 0; c < this.count; c++) most = Math.max(most, this.to[c]! - this.from[c]!)
    return most
  }

  #add(page: Page, start: number, end: number): void {
    let [from, to] = [start, end]
    while (from < to && page.mark(from) === QUOTE) from++
    while (to > from && page.mark(to - 1) === QUOTE) to--
    this.from[this.count] = from
    this.to[this.count++] = to
  }
}

const cells = new Cells()

/** A heading has no numbers, and no ":" or "=" before a value. */
function holdsValues(page: Page, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const mark = page.mark(i)
    if (mark === COLON || mark === EQUALS || (startsWithDigit(page, i) && page.lengthOf(i) > 1)) return true
  }
  return false
}

/** "71Y" and "PJN448201" are values as well as "71". */
const startsWithDigit = (page: Page, i: number): boolean =>
  page.tokens.type[i] === NUMBER ||
  (page.tokens.type[i] === MIXED && (isDigit(page.unit(page.tokens.start[i]!)) || endsInDigits(page, i)))

const ENDING = 4

function endsInDigits(page: Page, i: number): boolean {
  const end = page.tokens.end[i]!
  if (page.lengthOf(i) <= ENDING) return false
  for (let at = end - ENDING; at < end; at++) if (!isDigit(page.unit(at))) return false
  return true
}

/** One of these among other single words makes a heading, too: "mrn;visit;admit". */
const STRONG: ReadonlySet<LabelId> = new Set<LabelId>(['mrn', 'ssn', 'member', 'birth'])

/** The columns of a heading: at least two cells are labels and nothing else, and none holds a number. */
function readHeading(page: Page, from: number, to: number): Table | undefined {
  let best: Table | undefined
  let bestLabels = 1
  const things = page.around(TOPIC.infra, from, 0, Math.min(to - from, 60)) > 0
  const partedBy = delimitersOf(page, from, to)
  for (let d = 0; partedBy >> d !== 0; d++) {
    if (((partedBy >> d) & 1) === 0) continue
    const delimiter = DELIMITERS[d]!
    cells.split(page, from, to, delimiter)
    const size = cells.largest()
    if (cells.count < 2 || size > MAX_HEADING_TOKENS) continue
    const columns: (LabelId | undefined)[] = []
    const told: boolean[] = []
    const visits: boolean[] = []
    const members: boolean[] = []
    let labels = 0
    let filled = 0
    for (let c = 0; c < cells.count; c++) {
      const [first, end] = [cells.from[c]!, cells.to[c]!]
      const heads = columnLabel(page, first, end)
      const counted = heads === 'service' && end === first + 1 && VISITS.has(page.tokens.word[first]!)
      const label = counted ? 'other' : heads
      columns.push(things && label === 'service' ? undefined : label)
      if (columns[c]) labels++
      const owned = columns[c] === undefined && !things ? ownedColumn(page, first, end) : undefined
      told.push(owned !== undefined || counted)
      visits.push(counted)
      members.push(end > first && isMember(page, first))
      if (owned) columns[c] = owned
      if (end > first) filled++
    }
    if (cells.count > 2 && size <= WORDS_OF_HEADING && isListOfThings(page, from, to, columns))
      return {
        delimiter,
        columns: columns.map(() => undefined),
        told,
        counted: visits,
        members,
        things: true,
        missed: 0,
      }
    const strong = labels === 1 && cells.count > 2 && size === 1 && columns.some((c) => c && STRONG.has(c))
    if (strong || (labels > bestLabels && labels * 3 >= filled))
      [best, bestLabels] = [
        {
          delimiter,
          columns,
          told,
          counted: visits,
          members,
          things: isOfThings(columns),
          missed: 0,
        },
        Math.max(labels, bestLabels),
      ]
  }
  return best
}

/** Days and numbers of visits both stand under these. */
const VISITS = wordSet('appt appointment visit')

/** Which of `DELIMITERS` stand between tokens of a line: one bit for each. */
function delimitersOf(page: Page, from: number, to: number): number {
  const { gap, mark } = page.tokens
  let found = 0
  for (let i = from + 1; i < to; i++) {
    if (gap[i] === GAP.wide) found |= 1 << DELIMITERS.indexOf(WIDE)
    if (mark[i] !== 0) found |= (1 << (DELIMITERS.indexOf(mark[i]!) + 1)) >> 1
  }
  return found
}

const THINGS: ReadonlySet<LabelId> = new Set<LabelId>(['notPerson', 'serial', 'ip'])
const PERSONS: ReadonlySet<LabelId> = new Set<LabelId>([
  'patient',
  'relative',
  'given',
  'family',
  'birth',
  'mrn',
  'member',
  'ssn',
  'account',
  'other',
])

/** Two columns of things and none of persons: "Tag  Model  Serial". */
function isOfThings(columns: readonly (LabelId | undefined)[]): boolean {
  let things = 0
  for (const label of columns) {
    if (label !== undefined && PERSONS.has(label)) return false
    if (label !== undefined && THINGS.has(label)) things++
  }
  return things > 1
}

const OF_PERSONS: ReadonlySet<LabelId> = new Set<LabelId>([
  'patient',
  'given',
  'family',
  'birth',
  'member',
  'ssn',
  'account',
])
/** What no list of staff holds of its own. */
const IDENTIFIED: ReadonlySet<LabelId> = new Set<LabelId>(['birth', 'mrn', 'member', 'ssn'])
const OF_PERSONS_AND_RECORDS: ReadonlySet<LabelId> = new Set<LabelId>([...OF_PERSONS, 'mrn'])
/** More in a cell are prose. */
const WORDS_OF_HEADING = 3
const PROCESS = wordSet('pid')
const OF_PROCESSES = wordSet(
  'usename ppid tty cmd command cpu mem query duration rss vsz datname backend sid',
)
const STOCKED = wordSet(
  'kit kits sample samples bottle bottles cup cups swab swabs tissue unit units vial vials',
)
const OF_STOCK = wordSet('expiry expires exp expiration lot lots qty par onhand reorder shelf')
const STAFF = wordSet('emp employee staff badge')
const OF_HOURS = wordSet('in out dept department shift hours hrs punch clock lunch')

/** "pid | usename | duration", "kit  status  expiry", "emp  name  in  out": processes, goods in stock, hours of staff. */
function isListOfThings(
  page: Page,
  from: number,
  to: number,
  columns: readonly (LabelId | undefined)[],
): boolean {
  const { word } = page.tokens
  const staff = STAFF.has(word[from]!)
  const process = PROCESS.has(word[from]!)
  const stock = STOCKED.has(word[from]!)
  if (!staff && !process && !stock) return false
  const persons = staff ? IDENTIFIED : process ? OF_PERSONS : OF_PERSONS_AND_RECORDS
  if (columns.some((label) => label !== undefined && persons.has(label))) return false
  let found = 0
  for (let at = from + 1; at < to; at++)
    if ((staff ? OF_HOURS : process ? OF_PROCESSES : OF_STOCK).has(word[at]!)) found++
  return found > (staff ? 1 : 0)
}

function columnLabel(page: Page, from: number, to: number): LabelId | undefined {
  if (from >= to || to - from > MAX_HEADING_TOKENS) return undefined
  const label = page.label(from)
  const end = page.phraseEnd[from]!
  // Who gives care in somebody's home is at work there.
  if (label === 'relative' && page.tokens.word[from] === CAREGIVER) return 'staff'
  if (label !== undefined && (end >= to || (end === to - 1 && page.mark(end) !== 0))) return label
  // "Pt Last Name", "Subscriber DOB": the last words tell.
  for (let i = from + 1; i < to; i++)
    if (page.label(i) !== undefined && page.phraseEnd[i]! === to) return page.label(i)
  return undefined
}

const CAREGIVER = numberOf(hashWord('caregiver'))

const LABEL_OF_OWNER: Partial<Record<Owner, LabelId>> = {
  [OWNER.record]: 'mrn',
  [OWNER.member]: 'member',
  [OWNER.account]: 'account',
  [OWNER.other]: 'other',
  [OWNER.licence]: 'licence',
}

/** "visit", "chart", "claim": one word, that tells what a number under it is of. */
function ownedColumn(page: Page, from: number, to: number): LabelId | undefined {
  return to === from + 1 ? LABEL_OF_OWNER[ownerOfWord(page.tokens.word[from]!)] : undefined
}

/** Reads the cells of a line under a heading. Whether the line fits the heading. */
function readRow(page: Page, from: number, to: number, table: Table): boolean {
  cells.split(page, from, to, table.delimiter)
  const extra = cells.count - table.columns.length
  // Amounts such as 1,204.10 without quotes make more cells.
  if (cells.count < 2 || extra < 0 || extra > 2) return false
  for (let c = 0; c < cells.count; c++) {
    const label = table.columns[c]
    const [first, end] = [cells.from[c]!, cells.to[c]!]
    if (first >= end || page.taken[first] !== 0) continue
    if (label === undefined && table.things) passOver(page, first, end)
    if (label === undefined) continue
    const number = label === 'patient' && table.members[c] && page.tokens.type[first] !== WORD
    if (number && VALUE_READERS.member!(page, first, end, FIRM, first) > 0) continue
    if (
      table.counted[c] &&
      page.tokens.type[first] === NUMBER &&
      page.lengthOf(first) <= CLOCK &&
      end === first + 1
    )
      continue
    if (table.told[c] && VALUE_READERS.service!(page, first, end, FIRM, first) > 0) continue
    VALUE_READERS[label === 'officePhone' ? 'phone' : label]?.(page, first, end, FIRM, first)
  }
  return true
}

const CLOCK = 4

/** Numbers in a cell, and what leads them: "EG-1002". */
function passOver(page: Page, from: number, to: number): void {
  const { type, gap } = page.tokens
  let tight = true
  for (let i = from; i < to; i++) {
    if (i > from && gap[i] !== GAP.none) tight = false
    if (tight || type[i] === NUMBER || type[i] === MIXED) page.taken[i] = 2
  }
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
    const mayHead = page.around(TOPIC.label, from, 0, to - from) > 0 && to - from > 2
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
  if (readRow(page, from, to, table)) return table.missed === 0 ? table : { ...table, missed: 0 }
  return table.missed >= 3 ? undefined : { ...table, missed: table.missed + 1 }
}
