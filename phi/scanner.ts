import type { Finding } from './kinds.ts'
import { readBesideNames } from './rules/beside.ts'
import { markZones } from './rules/context.ts'
import { readNetwork, readNumbers, readPlaces, readWords } from './rules/formats.ts'
import { readLabels } from './rules/labels.ts'
import { readNames } from './rules/names.ts'
import { readSegments } from './rules/segments.ts'
import { readTables, type Table } from './rules/tables.ts'
import { isDigit } from './text/chars.ts'
import { NameMemory } from './text/name-memory.ts'
import { type Draft, Page } from './text/page.ts'

/** Texts are read in bodies of this many UTF-16 units, each with what stands around it. */
export const BODY = 32_768
/** How much before and after a body its rules can see. */
export const CONTEXT = 2_048

export interface ScanOptions {
  /** Mail domains of the organization, such as `clinic.example`: addresses there are those of staff. */
  ownDomains?: readonly string[]
  /** Phone and fax numbers of the organization, in any form. */
  ownPhones?: readonly string[]
  /** Names of staff, such as `Karen Whitfield`. */
  ownNames?: readonly string[]
}

/** Words that may be a name, to be looked up among the organization's clients. Holds text: treat it as PHI. */
export interface NameCandidate {
  start: number
  end: number
  /** As written, without accents on letters being changed; compare them case-insensitively. */
  words: string[]
}

export interface Scanned {
  findings: Finding[]
  candidates: NameCandidate[]
}

const digitsOf = (text: string) =>
  [...text]
    .filter((c) => isDigit(c.charCodeAt(0)))
    .join('')
    .slice(-10)

/** Reads the windows of one text in order, remembering the names and the table it is in. */
export class Scanner {
  readonly #page: Page
  readonly #memory = new NameMemory()
  readonly #domains: ReadonlySet<string>
  readonly #phones: ReadonlySet<string>
  readonly #names: ReadonlySet<string>
  #table: Table | undefined

  constructor(options: ScanOptions, capacity: number) {
    this.#page = new Page(Math.min(capacity, BODY + 2 * CONTEXT) + 1, this.#memory)
    this.#domains = new Set(options.ownDomains?.map((d) => d.toLowerCase()))
    this.#phones = new Set(options.ownPhones?.map(digitsOf))
    this.#names = new Set(options.ownNames?.map((n) => n.toLowerCase()))
  }

  /**
   * Finds what begins in `[from, to)` of `window`, whose first unit is unit `base` of the whole text. What is before
   * `from` and after `to` is context.
   */
  scan(window: string, base: number, from: number, to: number): Scanned {
    const page = this.#page
    page.read(window)
    this.#memory.candidates = []
    markZones(page)
    this.#readTables(window.length > to ? to - CONTEXT : window.length)
    readSegments(page)
    readNetwork(page, { domains: this.#domains })
    readLabels(page)
    readNumbers(page)
    readPlaces(page)
    readNames(page)
    readBesideNames(page)
    readWords(page)
    const within = (start: number) => start >= from && start < to

    const findings: Finding[] = []
    for (const draft of withoutOverlaps(page.drafts)) {
      if (within(page.window.startOf(draft.from))) findings.push(this.#finding(draft, base))
    }
    const candidates: NameCandidate[] = []
    for (const { from: first, to: last, words } of this.#memory.candidates) {
      const start = page.window.startOf(first)
      if (within(start))
        candidates.push({ start: base + start, end: base + page.window.endOf(last - 1), words })
    }
    return { findings, candidates }
  }

  #finding(draft: Draft, base: number): Finding {
    const { window } = this.#page
    const own = this.#own(draft)
    const finding: Finding = {
      kind: draft.kind,
      start: base + window.startOf(draft.from),
      end: base + window.endOf(draft.to - 1),
      confidence: own ? 0.1 : draft.confidence,
      reason: own ?? draft.reason,
      level: own ? 'weak' : draft.level,
    }
    if (draft.of) finding.of = draft.of
    if (draft.inCare) finding.inCare = true
    return finding
  }

  /** The next window begins `CONTEXT` before the end of this body: it starts in the table in force there. */
  #readTables(next: number): void {
    const page = this.#page
    let table = this.#table
    readTables(page, this.#table, (line, inForce) => {
      if (page.window.startOf(page.tokens.start[line]!) <= next) table = inForce
    })
    this.#table = table
  }

  /** Why something is the organization's own; undefined where it is not. */
  #own(draft: Draft): string | undefined {
    const text = () => this.#page.slice(draft.from, draft.to)
    if ((draft.kind === 'phone' || draft.kind === 'fax') && this.#phones.size > 0)
      return this.#phones.has(digitsOf(text())) ? "a number of the organization's own" : undefined
    if (draft.kind === 'name' && this.#names.size > 0)
      return this.#names.has(text().toLowerCase()) ? 'a name of staff' : undefined
    return undefined
  }
}

/** In order of place; of two that overlap, the surer stays. */
function withoutOverlaps(drafts: Draft[]): Draft[] {
  drafts.sort((a, b) => a.from - b.from || b.to - a.to)
  const kept: Draft[] = []
  for (const draft of drafts) {
    const last = kept.at(-1)
    if (!last || draft.from >= last.to) kept.push(draft)
    else if (draft.confidence > last.confidence) kept[kept.length - 1] = draft
  }
  return kept
}
