import type { Kind } from '../kinds.ts'
import { HashTable, hashWord } from '../text/hash.ts'
import type { Draft, Page } from '../text/page.ts'
import { DraftFeatures } from './draft-features.ts'
import * as learnt from './draft-weights.ts'
import { Net, type NetWeights, netOf } from './net.ts'

/** Findings that are judged by weights of their own. */
export const GROUPS = ['name', 'place', 'date', 'phone', 'link'] as const
const GROUP_OF: Partial<Record<Kind, number>> = {
  name: 0,
  address: 1,
  place: 1,
  zip: 1,
  date: 2,
  phone: 3,
  fax: 3,
  email: 4,
  url: 4,
  ip: 4,
}
/** The group of a kind; undefined for what is not judged so. */
export const groupOf = (kind: Kind): number | undefined => GROUP_OF[kind]

export interface DraftWeights {
  words: string
  /** Reasons of rules, in lines. */
  reasons: string
  /** Its classes are the groups. */
  net: NetWeights
}

/** What is surer than this, by a label or a column's heading, is not judged. */
const SURE = 0.95
/** What rules hold this surely to be nobody's stays so: a machine's address, a page of help, the name of a school. */
const HARMLESS = 0.2
/** Of any kind: a mail address of the organization's own. */
const NOBODYS = 0.1
const HELD: ReadonlySet<Kind> = new Set<Kind>(['ip', 'url', 'name'])
/** The most findings judged in one window: more than any text but a table holds. */
const MOST = 128
/** Below these odds, as logarithms, a finding becomes nobody's, and above those somebody's, for each group. */
const FALLS = [-1, -1, -1.2, -0.8, -1.7]
/** Faxes are few, and most texts have those of offices: one with a label falls less easily. */
const FAX_FALLS = -1.5
const RISES = [-0.15, -0.15, 0, -0.05, -0.15]

/** Judges findings by what stands near them, with learnt weights: whether they are of somebody in care. */
export class DraftJudge {
  readonly #features: DraftFeatures
  readonly #net: Net

  constructor({ words, reasons, net }: DraftWeights) {
    const spelt = words.split(' ').filter(Boolean)
    const table = new HashTable(spelt.length + 1)
    for (const [i, word] of spelt.entries()) table.set(hashWord(word), i + 1)
    const known = new Map(reasons.split('\n').map((reason, i) => [reason, i + 1]))
    this.#features = new DraftFeatures(table, spelt.length, known)
    this.#net = new Net(GROUPS.length, net)
  }

  /** Lowers or raises what begins in `[from, to)` of the window, all drafts being in order of place. */
  judge(page: Page, drafts: readonly Draft[], from: number, to: number): void {
    const features = this.#features
    if (drafts.length === 0) return
    let judged = 0
    features.beginPage(page, drafts)
    for (let k = 0; k < drafts.length && judged < MOST; k++) {
      const draft = drafts[k]!
      const group = GROUP_OF[draft.kind]
      if (group === undefined || draft.confidence > SURE) continue
      if (draft.confidence <= (HELD.has(draft.kind) ? HARMLESS : NOBODYS)) continue
      const start = page.window.startOf(draft.start)
      if (start < from || start >= to) continue
      judged++
      features.readDraft(page, drafts, k)
      apply(page, draft, group, this.#weigh(group))
    }
  }

  /** The logarithm of the odds that it is of somebody in care. */
  #weigh(group: number): number {
    const { at, count } = this.#features
    this.#net.score(at, count)
    return this.#net.scores[group]!
  }
}

function apply(page: Page, draft: Draft, group: number, odds: number): void {
  if (draft.level === 'identifier' && odds < (draft.kind === 'fax' ? FAX_FALLS : FALLS[group]!)) {
    draft.level = 'weak'
    draft.confidence = 0.35
    draft.inCare = undefined
    draft.of = undefined
    draft.reason = 'by what stands near by nobody in care'
  } else if (draft.level === 'weak' && odds > RISES[group]!) {
    draft.level = 'identifier'
    draft.confidence = 0.6
    draft.reason = 'by what stands near by somebody in care'
    if (page.isInCare(page.tokenAt(draft.start))) draft.inCare = true
  }
}

/** With the weights that were learnt. */
export const LEARNT = new DraftJudge({ words: learnt.WORDS, reasons: learnt.REASONS, net: netOf(learnt) })
