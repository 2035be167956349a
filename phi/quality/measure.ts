import { detect, type Finding, suspects } from '../index.ts'
import { type IdentifierKind, type Kind, SAFE_HARBOR } from '../kinds.ts'
import type { Item } from './items.ts'

export interface Counts {
  labelled: number
  found: number
  reported: number
  right: number
}

export interface Miss {
  item: Item
  kind: Kind
  start: number
  end: number
  what: 'missed' | 'wrong'
  reason?: string
}

export interface Measured {
  kinds: Map<Kind, Counts>
  misses: Miss[]
  /** Verdicts on whole texts. */
  texts: Counts
  wrongTexts: Item[]
}

interface Span {
  start: number
  end: number
}

const GROUP = new Map<string, string>(Object.entries(SAFE_HARBOR))

/** Two kinds that the same paragraph of Safe Harbor lists count as one: a ZIP code found as part of an address is found. */
export const sameGroup = (a: Kind, b: Kind): boolean =>
  a === b || (GROUP.has(a) && GROUP.get(a) === GROUP.get(b as IdentifierKind))

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end

/** Recall over labels and precision over findings, by overlap of spans of a kind that `same` accepts. */
export function measure(
  items: Item[],
  same: (a: Kind, b: Kind) => boolean = sameGroup,
  find = (item: Item): Finding[] => detect(item.text),
): Measured {
  const measured: Measured = {
    kinds: new Map(),
    misses: [],
    texts: { labelled: 0, found: 0, reported: 0, right: 0 },
    wrongTexts: [],
  }
  for (const item of items) measureItem(item, find(item), same, measured)
  return measured
}

function countsOf(measured: Measured, kind: Kind): Counts {
  const counts = measured.kinds.get(kind) ?? { labelled: 0, found: 0, reported: 0, right: 0 }
  measured.kinds.set(kind, counts)
  return counts
}

function measureItem(
  item: Item,
  findings: Finding[],
  same: (a: Kind, b: Kind) => boolean,
  measured: Measured,
): void {
  for (const label of item.labels) {
    if (label.optional) continue
    const counts = countsOf(measured, label.kind)
    const hit = findings.some((f) => same(f.kind, label.kind) && overlap(f, label))
    counts.labelled++
    if (hit) counts.found++
    else measured.misses.push({ item, ...label, what: 'missed' })
  }
  for (const finding of findings) {
    if (finding.kind === 'health-term') continue
    const hits = item.labels.filter((l) => same(finding.kind, l.kind) && overlap(finding, l))
    if (hits.length > 0 && hits.every((l) => l.optional)) continue
    const counts = countsOf(measured, finding.kind)
    counts.reported++
    if (hits.length > 0) counts.right++
    else measured.misses.push({ item, ...finding, what: 'wrong' })
  }
  const { suspected } = suspects(findings)
  measured.texts.labelled += item.phi ? 1 : 0
  measured.texts.reported += suspected ? 1 : 0
  measured.texts.found += item.phi && suspected ? 1 : 0
  measured.texts.right += item.phi && suspected ? 1 : 0
  if (item.phi !== suspected) measured.wrongTexts.push(item)
}

const NAMES_AND_PLACES: ReadonlySet<Kind> = new Set(['name', 'address', 'place', 'zip'])
/** Told by context alone, as Safe Harbor means them: neither formatted nor names. */
const LOOSE: ReadonlySet<Kind> = new Set(['date', 'age', 'biometric', 'photo'])

function sum(measured: Measured, of: (kind: Kind) => boolean): Counts {
  const total: Counts = { labelled: 0, found: 0, reported: 0, right: 0 }
  for (const [kind, counts] of measured.kinds) {
    if (of(kind))
      for (const key of ['labelled', 'found', 'reported', 'right'] as const) total[key] += counts[key]
  }
  return total
}

export const ratio = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(3))

/** Rows of a table: kind, how many labelled, recall, how many reported, precision. */
export function rows(measured: Measured): string[][] {
  const kinds = [...measured.kinds.keys()].sort()
  const line = (name: string, c: Counts) => [
    name,
    `${c.labelled}`,
    ratio(c.found, c.labelled),
    `${c.reported}`,
    ratio(c.right, c.reported),
  ]
  const formatted = (kind: Kind) => !NAMES_AND_PLACES.has(kind) && !LOOSE.has(kind)
  return [
    ...kinds.map((kind) => line(kind, measured.kinds.get(kind)!)),
    line('formatted identifiers', sum(measured, formatted)),
    line(
      'names and addresses',
      sum(measured, (kind) => NAMES_AND_PLACES.has(kind)),
    ),
    line(
      'all kinds',
      sum(measured, () => true),
    ),
    line('texts suspected', measured.texts),
  ]
}
