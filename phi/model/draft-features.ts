import { KINDS, type Kind } from '../kinds.ts'
import type { HashTable } from '../text/hash.ts'
import { COLON, COMMA, PIPE } from '../text/marks.ts'
import { type Draft, type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { blocks, Features, level, PLAIN_FEATURES, SIDES } from './features.ts'

const KIND_NUMBER = new Map<Kind, number>(KINDS.map((kind, i) => [kind as Kind, i]))
const KIND_COUNT = KINDS.length
/** Reasons of rules, by their place in the list that was learnt; 0 for others. */
export const REASONS = 256
const LEVELS = 4
const BUCKETS = 5
const WORD_BITS = 32

const own = blocks()
const REASON = own.block(REASONS)
const REASON_IN = own.block(REASONS * LEVELS)
const KIND = own.block(KIND_COUNT)
const CONFIDENCE = own.block(12)
const WEAK = own.block(1)
const OF_PATIENT = own.block(1)
const IN_CARE = own.block(1)
/** What lists say of the words within. */
const INSIDE = own.block(WORD_BITS)
const UNLISTED = own.block(3)
const TOKENS = own.block(8)
const SHAPES = own.block(4)
const WITH_COMMA = own.block(1)
const WITH_DIGITS = own.block(2)
const ZONES = own.block(4)
const FROM_LINE = own.block(BUCKETS)
const TO_LINE = own.block(BUCKETS)
const LINE_PLACE = own.block(BUCKETS * BUCKETS)
const LINE_MARKS = own.block(4)
const LINE_LABEL = own.block(1)
const LAST_LINES = own.block(3)
const FIRST_LINES = own.block(3)
const NEIGHBOUR = own.block(KIND_COUNT * 2 * 3 * 2)
const ALONE = own.block(2)
const PAGE_TOPIC = own.block(3 * LEVELS)
const TOPICS_CROSSED = own.block(2 * LEVELS * LEVELS * LEVELS)
const STRONG_ON_PAGE = own.block(LEVELS)
const SAME_NAME = own.block(3)
/** Another of its kind stands at the same place of another line. */
const SAME_COLUMN = own.block(4)

/** How many features a draft has beside those of the words around it. */
export const OWN_FEATURES = own.size()

const STRONG: ReadonlySet<Kind> = new Set<Kind>(['ssn', 'mrn', 'member-id', 'birth-date'])
const FAR = 120
const LINE_REACH = 40

const bucket = (n: number): number => (n < 3 ? n : n < 6 ? 3 : 4)
const near = (n: number): number => (n <= 3 ? 0 : n <= 10 ? 1 : n <= 30 ? 2 : -1)

/** What stands in and around a finding, and what the rules said of it. Words come first, then what is its own. */
export class DraftFeatures extends Features {
  readonly #own: number
  readonly #reasons: ReadonlyMap<string, number>
  /** How many of a page's names end with a word: surely in the lower half, weakly in the upper. */
  readonly #named = new Map<number, number>()
  #strong = 0

  /** `words`: from the hash of a word to its number, of which there are `count`; `reasons` likewise. */
  constructor(words: HashTable, count: number, reasons: ReadonlyMap<string, number>) {
    super(words)
    this.#own = PLAIN_FEATURES + count * SIDES
    this.#reasons = reasons
  }

  /** The findings of a page are read next, in order of place. */
  beginPage(page: Page, drafts: readonly Draft[]): void {
    this.#strong = 0
    this.#named.clear()
    for (const { kind, level, end } of drafts) {
      if (STRONG.has(kind) && level === 'identifier') this.#strong++
      if (kind !== 'name') continue
      const last = page.tokens.hash[page.tokenAt(end - 1)]!
      this.#named.set(last, (this.#named.get(last) ?? 0) + (level === 'weak' ? 65_536 : 1))
    }
  }

  #tell(feature: number): void {
    this.add(this.#own + feature)
  }

  /** Reads the finding `k`. Without `rules` what the rules made of it is left out. */
  readDraft(page: Page, drafts: readonly Draft[], k: number, rules = true): void {
    const draft = drafts[k]!
    const first = page.tokenAt(draft.start)
    const end = page.tokenAt(draft.end - 1) + 1
    this.readAround(page, first, end)
    this.#tell(KIND + KIND_NUMBER.get(draft.kind)!)
    if (rules) this.#readRules(page, draft, first)
    this.#readInside(page, first, end)
    if (draft.kind !== 'name') this.#readWordsInside(page, first, end)
    this.#readLine(page, first, end)
    this.#readNeighbours(page, drafts, k, first, end)
    this.#readPage(page, first)
    this.#readColumn(page, drafts, k, first)
    if (draft.kind === 'name') this.#readSame(draft, page.tokens.hash[end - 1]!)
  }

  #readRules(page: Page, draft: Draft, first: number): void {
    const reason = this.#reasons.get(reasonOf(draft.reason)) ?? 0
    this.#tell(REASON + reason)
    this.#tell(REASON_IN + reason * LEVELS + level(page.around(TOPIC.clinical, first, 40, 40)))
    this.#tell(CONFIDENCE + Math.floor(draft.confidence * 10))
    if (draft.level === 'weak') this.#tell(WEAK)
    if (draft.of !== undefined) this.#tell(OF_PATIENT)
    if (draft.inCare) this.#tell(IN_CARE)
  }

  #readInside(page: Page, first: number, end: number): void {
    const { type, bits, word, shape, mark } = page.tokens
    let unlisted = 0
    let comma = false
    let all = 0
    for (let at = first; at < end; at++) {
      if (mark[at] === COMMA) comma = true
      if (type[at] === MARK) continue
      all |= bits[at]!
      if (type[at] === WORD && word[at] === 0) unlisted++
    }
    for (let b = 0; b < WORD_BITS; b++) if (((all >>> b) & 1) !== 0) this.#tell(INSIDE + b)
    this.#tell(UNLISTED + Math.min(2, unlisted))
    this.#tell(TOKENS + Math.min(7, end - first - 1))
    this.#tell(SHAPES + (type[first] === WORD ? shape[first]! : SHAPE.other))
    if (comma) this.#tell(WITH_COMMA)
  }

  /** Words of a mail address, a link or a street; names are none that are learnt. */
  #readWordsInside(page: Page, first: number, end: number): void {
    const { type } = page.tokens
    let digits = 0
    for (let at = first; at < end; at++) {
      if (type[at] === WORD) this.readWithin(page, at)
      else if (type[at] === NUMBER) digits |= 1
      else if (type[at] === MIXED) digits |= 2
    }
    if ((digits & 1) !== 0) this.#tell(WITH_DIGITS)
    if ((digits & 2) !== 0) this.#tell(WITH_DIGITS + 1)
  }

  #readLine(page: Page, first: number, end: number): void {
    const { count, gap, mark } = page.tokens
    this.#tell(ZONES + page.zone[first]!)
    let from = first
    let marks = 0
    while (from > 0 && first - from < LINE_REACH && gap[from]! < GAP.line) {
      from--
      if (mark[from] === COMMA || mark[from] === PIPE || gap[from + 1] === GAP.wide) marks++
    }
    let to = end
    while (to < count && to - end < LINE_REACH && gap[to]! < GAP.line) {
      if (mark[to] === COMMA || mark[to] === PIPE || gap[to] === GAP.wide) marks++
      to++
    }
    const before = bucket(first - from)
    const after = bucket(to - end)
    this.#tell(FROM_LINE + before)
    this.#tell(TO_LINE + after)
    this.#tell(LINE_PLACE + before * BUCKETS + after)
    this.#tell(LINE_MARKS + level(marks))
    if (page.mark(first - 1) === COLON) this.#tell(LINE_LABEL)
    const lastOnes = bucket((count - to) >> 3)
    if (lastOnes < 3) this.#tell(LAST_LINES + lastOnes)
    const firstOnes = bucket(from >> 3)
    if (firstOnes < 3) this.#tell(FIRST_LINES + firstOnes)
  }

  #readNeighbours(page: Page, drafts: readonly Draft[], k: number, first: number, end: number): void {
    const before = drafts[k - 1]
    const after = drafts[k + 1]
    const tell = (other: Draft | undefined, distance: number, side: number) => {
      const reached = near(distance)
      if (other === undefined || reached < 0) return this.#tell(ALONE + side)
      const at = (KIND_NUMBER.get(other.kind)! * 2 + (other.level === 'weak' ? 1 : 0)) * 3 + reached
      this.#tell(NEIGHBOUR + at * 2 + side)
    }
    tell(before, before === undefined ? 0 : first - page.tokenAt(before.end - 1), 0)
    tell(after, after === undefined ? 0 : page.tokenAt(after.start) - end + 1, 1)
  }

  /** How far into its line a token stands; more than `LINE_REACH` is as far as that. */
  #column(page: Page, token: number): number {
    const { gap } = page.tokens
    let from = token
    while (from > 0 && token - from < LINE_REACH && gap[from]! < GAP.line) from--
    return token - from
  }

  #readColumn(page: Page, drafts: readonly Draft[], k: number, first: number): void {
    const { kind } = drafts[k]!
    const column = this.#column(page, first)
    if (column >= LINE_REACH) return
    let seen = 0
    for (let other = Math.max(0, k - 8); other < Math.min(drafts.length, k + 9); other++) {
      const draft = drafts[other]!
      if (other === k || draft.kind !== kind) continue
      const at = page.tokenAt(draft.start)
      if (Math.abs(at - first) <= column && other < k) continue
      if (Math.abs(this.#column(page, at) - column) > 1) continue
      seen |= 1 << ((other < k ? 0 : 2) + (draft.level === 'weak' ? 1 : 0))
    }
    for (let b = 0; b < 4; b++) if (((seen >> b) & 1) !== 0) this.#tell(SAME_COLUMN + b)
  }

  #readPage(page: Page, first: number): void {
    const patient = level(page.around(TOPIC.patient, first, 40, 40))
    const health = level(page.around(TOPIC.health, first, 40, 40))
    const infra = level(page.around(TOPIC.infra, first, 40, 40))
    const staff = level(page.around(TOPIC.staff, first, 40, 40))
    this.#tell(TOPICS_CROSSED + (patient * LEVELS + infra) * LEVELS + staff)
    this.#tell(TOPICS_CROSSED + LEVELS ** 3 + (health * LEVELS + infra) * LEVELS + staff)
    this.#tell(PAGE_TOPIC + level(page.around(TOPIC.patient, first, FAR, FAR) >> 1))
    this.#tell(PAGE_TOPIC + LEVELS + level(page.around(TOPIC.infra, first, FAR, FAR) >> 1))
    this.#tell(PAGE_TOPIC + 2 * LEVELS + level(page.around(TOPIC.health, first, FAR, FAR) >> 1))
    this.#tell(STRONG_ON_PAGE + level(this.#strong))
  }

  /** Whether the same last word is a name elsewhere, and what the rules made of it there. */
  #readSame(draft: Draft, last: number): void {
    const weakHere = draft.level === 'weak' ? 1 : 0
    const named = this.#named.get(last) ?? 0
    const sure = (named & 0xffff) - (1 - weakHere)
    const weak = (named >>> 16) - weakHere
    if (sure > 0) this.#tell(SAME_NAME)
    if (weak > 0) this.#tell(SAME_NAME + 1)
    if (sure <= 0 && weak <= 0) this.#tell(SAME_NAME + 2)
  }
}

const spoken = new Map<string, string>()
/** A reason without the words that it quotes. */
export function reasonOf(reason: string): string {
  if (!reason.includes('"')) return reason
  let plain = spoken.get(reason)
  if (plain === undefined) {
    plain = reason.replace(/"[^"]*"/g, '""')
    if (spoken.size > 1_000) spoken.clear()
    spoken.set(reason, plain)
  }
  return plain
}
