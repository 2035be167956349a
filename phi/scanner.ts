import type { Finding } from './kinds.ts'
import { type DraftJudge, LEARNT } from './model/draft-judge.ts'
import { LEARNT_NUMBERS, type NumberJudge } from './model/judge.ts'
import { readAlike, weighDiagnoses } from './rules/alike.ts'
import { readAnyLabels } from './rules/any-label.ts'
import { readBadges } from './rules/badges.ts'
import { readBarePhones, readLeftPhones } from './rules/bare-phones.ts'
import { readBesideNames } from './rules/beside.ts'
import { readBiometrics } from './rules/biometrics.ts'
import { readCalledByNumber } from './rules/called-by-number.ts'
import { readCardEndings } from './rules/card-endings.ts'
import { markZones } from './rules/context.ts'
import { readDemoUnits } from './rules/demo-units.ts'
import { readDicom } from './rules/dicom.ts'
import { readFarCases, readFarDoubts } from './rules/far-cases.ts'
import { readFarLabels, readFarNpis } from './rules/far-labels.ts'
import { readFields } from './rules/fields.ts'
import { readFileNumbers } from './rules/file-numbers.ts'
import { readFirstColumns } from './rules/first-columns.ts'
import { readFormBoxes } from './rules/form-boxes.ts'
import { readNetwork, readNumbers, readPlaces, readWords } from './rules/formats.ts'
import { readHomeThings } from './rules/home-things.ts'
import { readKeys } from './rules/keys.ts'
import { readLabels } from './rules/labels.ts'
import { readLastDigits } from './rules/last-digits.ts'
import { readListed } from './rules/listed.ts'
import { readNameFiles } from './rules/name-files.ts'
import { readNamedOrders } from './rules/named-orders.ts'
import { readNames } from './rules/names.ts'
import { readNamesAgain } from './rules/names-again.ts'
import { weighNetwork } from './rules/network.ts'
import { readOwned } from './rules/owned.ts'
import { readPairs } from './rules/pairs.ts'
import { readPapers } from './rules/papers.ts'
import { weighLines } from './rules/phone-work.ts'
import { readPhotoFiles } from './rules/photo-files.ts'
import { readPlates } from './rules/plates.ts'
import { readProducts } from './rules/products.ts'
import { readProviderNumbers } from './rules/provider-numbers.ts'
import { readReadOff } from './rules/read-off.ts'
import { readRows } from './rules/rows.ts'
import { readSegments } from './rules/segments.ts'
import { readSerialForms } from './rules/serial-forms.ts'
import { readShownLicences, readShownPapers } from './rules/shown-papers.ts'
import { readSides } from './rules/sides.ts'
import { readSpoken } from './rules/spoken.ts'
import { weighStandIns } from './rules/stand-ins.ts'
import { readTables, type Table } from './rules/tables.ts'
import { readThings } from './rules/things.ts'
import { readTwins } from './rules/twins.ts'
import { weighUrls } from './rules/urls.ts'
import { readUserNames } from './rules/user-names.ts'
import { readWornCodes } from './rules/worn-codes.ts'
import { readWrongDigits } from './rules/wrong-digits.ts'
import { isDigit } from './text/chars.ts'
import { NameMemory } from './text/name-memory.ts'
import { type Draft, Page } from './text/page.ts'
import { WORD } from './text/tokens.ts'

/** Texts are read in bodies of this many UTF-16 units, each with what stands around it. */
export const BODY = 32_768
/** How much before and after a body its rules can see. */
export const CONTEXT = 2_048

export interface ScanOptions {
  /** Findings below are left out. */
  minConfidence?: number | undefined
  /** Mail domains of the organization, such as `clinic.example`: addresses there are those of staff. */
  ownDomains?: readonly string[]
  /** Phone and fax numbers of the organization, in any form. */
  ownPhones?: readonly string[]
  /** Names of staff, such as `Karen Whitfield`. */
  ownNames?: readonly string[]
  /** Whether words that may be a name are wanted, to be looked up; true by default. */
  candidates?: boolean
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

/** Sees what is about to be judged by learnt weights, for training; what it sees is then not judged. */
export interface Observer {
  numbers?: (page: Page) => void
  drafts?: (page: Page, drafts: readonly Draft[]) => void
  /** Judge instead of those that were learnt. */
  judge?: DraftJudge
  numberJudge?: NumberJudge
}

/** The page of an earlier scanner, to be used again: making one costs as much as reading several windows. */
let spare: Page | undefined

/** Reads the windows of one text in order, remembering the names and the table it is in. */
export class Scanner {
  readonly #page: Page
  readonly #memory = new NameMemory()
  readonly #domains: ReadonlySet<string>
  readonly #phones: ReadonlySet<string>
  readonly #names: ReadonlySet<string>
  readonly #least: number
  readonly #wantsCandidates: boolean
  readonly #words: string[] = []
  #table: Table | undefined

  readonly #observer: Observer
  /** Of drafts that overlap, the surest. */
  readonly #kept: Draft[] = []

  constructor(options: ScanOptions, observer: Observer = {}) {
    this.#observer = observer
    this.#page = spare ?? new Page(BODY + 2 * CONTEXT + 1)
    spare = undefined
    this.#page.names = this.#memory
    this.#domains = new Set(options.ownDomains?.map((d) => d.toLowerCase()))
    this.#phones = new Set(options.ownPhones?.map(digitsOf))
    this.#least = options.minConfidence ?? 0
    this.#wantsCandidates = options.candidates ?? true
    this.#names = new Set(options.ownNames?.map((n) => n.toLowerCase()))
  }

  /**
   * Finds what begins in `[from, to)` of `window`, whose first unit is unit `base` of the whole text. What is before
   * `from` and after `to` is context. What is found is added to `into`.
   */
  scan(
    window: string,
    base: number,
    from: number,
    to: number,
    into: Scanned = { findings: [], candidates: [] },
  ): Scanned {
    const page = this.#page
    page.read(window)
    markZones(page)
    this.#readTables(window.length > to ? to - CONTEXT : window.length)
    readSegments(page)
    readFormBoxes(page)
    readRows(page)
    readDicom(page)
    readFields(page)
    readWrongDigits(page)
    readThings(page)
    readBadges(page)
    readDemoUnits(page)
    readPlates(page)
    readCardEndings(page)
    readLastDigits(page)
    readWornCodes(page)
    readNetwork(page, { domains: this.#domains })
    readBiometrics(page)
    readPapers(page)
    readKeys(page)
    readUserNames(page)
    readProducts(page)
    readHomeThings(page)
    readSerialForms(page)
    readSides(page)
    readReadOff(page)
    readProviderNumbers(page)
    readFarNpis(page)
    readShownPapers(page)
    readLabels(page)
    readFarLabels(page)
    readFarCases(page)
    readShownLicences(page)
    readCalledByNumber(page)
    readAnyLabels(page)
    readSpoken(page)
    readNumbers(page)
    readAlike(page)
    readOwned(page)
    readAlike(page)
    readPlaces(page)
    readFileNumbers(page)
    readNameFiles(page)
    readNames(page)
    readNamesAgain(page)
    readListed(page)
    readPhotoFiles(page)
    readBesideNames(page)
    readBarePhones(page)
    if (page.hasPersons()) readOwned(page)
    readNamedOrders(page)
    readFarDoubts(page)
    readFirstColumns(page)
    readPairs(page)
    if (this.#observer.numbers) this.#observer.numbers(page)
    else if ((this.#observer.numberJudge ?? LEARNT_NUMBERS).judge(page)) readAlike(page)
    readLeftPhones(page)
    readTwins(page)
    weighLines(page)
    weighStandIns(page)
    weighDiagnoses(page)
    weighNetwork(page)
    weighUrls(page)
    readWords(page)

    this.#addFindings(base, from, to, into.findings)
    if (this.#wantsCandidates) this.#addCandidates(base, from, to, into.candidates)
    return into
  }

  /** Gives the page back, and forgets what was read. The scanner is of no use afterwards. */
  release(): void {
    this.#page.forget()
    this.#words.length = 0
    spare = this.#page
  }

  /** Of drafts that overlap the surest becomes a finding, at its place in the text. */
  #addFindings(base: number, from: number, to: number, findings: Finding[]): void {
    const page = this.#page
    const { window } = page
    this.#keepSurest()
    if (this.#observer.drafts) this.#observer.drafts(page, this.#kept)
    else (this.#observer.judge ?? LEARNT).judge(page, this.#kept, from, to)
    for (const kept of this.#kept) {
      if (kept.confidence < this.#least) continue
      const start = window.startOf(kept.start)
      if (start < from || start >= to) continue
      const own = this.#own(kept)
      if (own !== undefined) {
        kept.confidence = 0.1
        kept.reason = own
        kept.level = 'weak'
        if (kept.confidence < this.#least) continue
      }
      findings.push(placed(kept, base + start, base + window.endOf(kept.end - 1)))
    }
  }

  #keepSurest(): void {
    const { drafts, order } = this.#page
    const surest = this.#kept
    order.sort(drafts)
    surest.length = 0
    for (let k = 0; k < drafts.length; ) {
      let kept = drafts[k++]!
      for (; k < drafts.length && drafts[k]!.start < kept.end; k++)
        if (drafts[k]!.confidence > kept.confidence) kept = drafts[k]!
      surest.push(kept)
    }
  }

  #addCandidates(base: number, from: number, to: number, found: NameCandidate[]): void {
    const { window, tokens, candidates } = this.#page
    for (let k = 0; k < candidates.length; k += 2) {
      const first = candidates[k]!
      const last = candidates[k + 1]! - 1
      const start = window.startOf(tokens.start[first]!)
      if (start < from || start >= to) continue
      const end = base + window.endOf(tokens.end[last]! - 1)
      found.push({ start: base + start, end, words: this.#wordsOf(first, last) })
    }
  }

  /** In an array of just their number: one that grows by pushing takes room for many. */
  #wordsOf(first: number, last: number): string[] {
    const { window, tokens } = this.#page
    const words = this.#words
    let n = 0
    for (let at = first; at <= last; at++)
      if (tokens.type[at] === WORD) words[n++] = window.slice(tokens.start[at]!, tokens.end[at]!)
    if (n === 1) return [words[0]!]
    return n === 2 ? [words[0]!, words[1]!] : words.slice(0, n)
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
    if (this.#phones.size === 0 && this.#names.size === 0) return undefined
    const text = () => this.#page.slice(draft.start, draft.end)
    if ((draft.kind === 'phone' || draft.kind === 'fax') && this.#phones.size > 0)
      return this.#phones.has(digitsOf(text())) ? "a number of the organization's own" : undefined
    if (draft.kind === 'name' && this.#names.size > 0)
      return this.#names.has(text().toLowerCase()) ? 'a name of staff' : undefined
    return undefined
  }
}

function placed(draft: Draft, start: number, end: number): Finding {
  const { kind, confidence, reason, level, of, inCare } = draft
  if (of !== undefined)
    return inCare
      ? { kind, start, end, confidence, reason, level, inCare, of }
      : { kind, start, end, confidence, reason, level, of }
  return inCare
    ? { kind, start, end, confidence, reason, level, inCare }
    : { kind, start, end, confidence, reason, level }
}
