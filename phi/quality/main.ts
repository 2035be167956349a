/**
 * `npm run bench:phi`: precision and recall of the detector on the labelled texts, all of them about made-up people.
 * `--set=NAME` (may be given several times) reports on those sets only; a set that is held out to the last is measured
 * only so. `--show` lists what went wrong, but only among texts for tuning: what is held out is never shown. The same
 * figures for held-out texts with unheard-of names show how much hangs on lists of names.
 */
import { join } from 'node:path'
import { type Item, loadItems } from './items.ts'
import { measure, rows } from './measure.ts'
import { withUnknownNames } from './vary.ts'

interface NamedSet {
  title: string
  items: () => Item[]
  /** Learnt from: its mistakes may be looked at. */
  forTuning?: true
  /** Measured now and then only, so that nobody comes to aim at it. */
  onlyByName?: true
}

const load = (folder: string) => () => loadItems(join(import.meta.dirname, folder))
/** A set by an author who knew no rule, learnt from once it had been measured. */
const forTuning = (name: string, of: string): [string, NamedSet][] => [
  [
    name,
    {
      title: `Set ${name.toUpperCase()}, ${of}, by an author who knew no rule`,
      items: load(`set-${name}`),
      forTuning: true,
    },
  ],
]
const heldOut = () => load('items')().filter((i) => i.heldOut)

/** All sets, by the name that `--set` takes. */
const SETS = new Map<string, NamedSet>([
  [
    'tuning',
    { title: 'For tuning', items: () => load('items')().filter((i) => !i.heldOut), forTuning: true },
  ],
  ['held-out', { title: 'Held out', items: heldOut }],
  [
    'unknown-names',
    {
      title: 'Held out, every name replaced by one that no list holds',
      items: () => heldOut().map(withUnknownNames),
    },
  ],
  ['fresh', { title: 'Written after the rules, learnt from since', items: load('fresh') }],
  ['fresh2', { title: 'Second fresh batch, learnt from since', items: load('fresh2') }],
  ['fresh3', { title: 'By a second author, learnt from since', items: load('fresh3'), forTuning: true }],
  ['fresh4', { title: 'By a second author, not learnt from', items: load('fresh4') }],
  ['a', { title: 'Set A, by a third author, for tuning', items: load('set-a'), forTuning: true }],
  ['c', { title: 'Set C, in many registers, for tuning', items: load('set-c'), forTuning: true }],
  ['d', { title: 'Set D, written with set C before the rules were read, held out', items: load('set-d') }],
  ['e', { title: 'Set E, written while tuning, for tuning', items: load('set-e'), forTuning: true }],
  ['f', { title: 'Set F, learnt from since', items: load('set-f'), forTuning: true }],
  ['g', { title: 'Set G, learnt from since', items: load('set-g'), forTuning: true }],
  ['h', { title: 'Set H, learnt from since', items: load('set-h') }],
  ['i', { title: 'Set I, learnt from since', items: load('set-i'), forTuning: true }],
  ['j', { title: 'Set J, learnt from since', items: load('set-j'), forTuning: true }],
  ['k', { title: 'Set K, in forms that the others lack, for tuning', items: load('set-k'), forTuning: true }],
  [
    'l',
    {
      title: 'Set L, in the same manner, written after K was learnt from',
      items: load('set-l'),
      forTuning: true,
    },
  ],
  [
    'm',
    {
      title: 'Set M, of front desks and billing offices, by an author who knew no rule',
      items: load('set-m'),
      forTuning: true,
    },
  ],
  [
    'n',
    {
      title: 'Set N, of a managed service provider, by an author who knew no rule',
      items: load('set-n'),
      forTuning: true,
    },
  ],
  [
    'variants',
    { title: 'Variants of what sets taught, for tuning', items: load('training/texts'), forTuning: true },
  ],
  [
    'o',
    {
      title: 'Set O, of an evaluation of detectors, by an author who knew no rule',
      items: load('set-o'),
      forTuning: true,
    },
  ],
  [
    'p',
    {
      title: 'Set P, for a buyer, in natural proportions, by an author who knew no rule',
      items: load('set-p'),
      forTuning: true,
    },
  ],
  [
    'q',
    { title: 'Set Q, in natural proportions, by an author who knew no rule, held out', items: load('set-q') },
  ],
  ...forTuning('r', 'tickets of help desks'),
  ...forTuning('s', 'mails and letters'),
  ...forTuning('t', 'papers, screens and exports'),
  ...forTuning('u', 'numbers of every kind'),
  ...forTuning('v', 'voices'),
  ...forTuning('w', 'a benchmark of detectors'),
  ...forTuning('y', 'what customers of a managed service provider paste'),
  ...forTuning('z', 'departments of a hospital'),
  ...forTuning('aa', 'payers, pharmacies and programs'),
  ...forTuning('bb', 'text made by machines'),
  ...forTuning('cc', 'what looks like PHI and is none'),
  ...forTuning('ee', 'a clinic in a small town'),
  ...forTuning('ff', 'a teaching hospital'),
  ...forTuning('gg', 'names and whose they are'),
  ...forTuning('hh', 'phones, dates and addresses, and whose they are'),
  ...forTuning('ii', 'numbers and whose they are'),
  ...forTuning('jj', 'a sample of a service desk'),
  ...forTuning('kk', "a privacy officer's collection"),
  ...forTuning('ll', 'an independent evaluator'),
  ...forTuning('mm', 'an acceptance test'),
  ...forTuning('oo', 'each kind of identifier'),
  ...forTuning('pp', 'hospitals, payers and their providers of IT'),
  ...forTuning('qq', 'numbers of care and its IT'),
  ...forTuning('rr', 'forwarded mails and papers'),
  ...forTuning('ss', 'an evaluation of a service desk'),
  ...forTuning('tt', 'each kind, and what looks like it'),
  ...forTuning('uu', 'devices, cars, biometrics and links'),
  ...forTuning('vv', 'numbers of care under all their names'),
  ...forTuning('ww', 'phones, faxes and places, and whose they are'),
  ...forTuning('xx', 'small practices'),
  ...forTuning('yy', 'insurance and billing'),
  ...forTuning('zz', 'clinical talk'),
  ...forTuning('ab', 'machines and forms'),
  ...forTuning('ac', 'a sample of a queue'),
  ...forTuning('ad', 'every kind in natural sentences'),
  ...forTuning('ae', 'forwarded mails and attachments'),
  ...forTuning('af', 'numbers without a label or with an odd one'),
  ...forTuning('ag', 'an acceptance test of a hospital'),
  ...forTuning('ah', 'records, cases and accounts in natural wording'),
  ...forTuning('aj', 'everyday texts of all kinds of care'),
  ...forTuning('ak', "a hospital network's queue over a year"),
  ...forTuning('al', 'numbers of every kind side by side'),
  ...forTuning('am', 'insurance and laboratories'),
  ...forTuning('an', "what is the person's and what the office's"),
  ...forTuning('ao', 'a list of kinds, checked one by one'),
  ...forTuning('ap', 'exports and papers'),
  ...forTuning('aq', 'small practices and their provider of IT'),
  ...forTuning('as', 'claims and cases beside records and accounts'),
  ...forTuning('at', 'whose phone, mail and name it is'),
  ...forTuning('au', 'the queue of a provider of IT'),
  ...forTuning('av', 'records under all their names'),
  ...forTuning('aw', 'numbers in running sentences'),
  ...forTuning('ax', 'an evaluation at a regional hospital'),
  ...forTuning('ay', 'claims desks and billing'),
  ...forTuning('az', 'devices and what looks like them'),
  ...forTuning('bc', 'names, phones, places and links, and whose they are'),
  ...forTuning('bd', 'clinics, a health plan and pharmacies'),
  ...forTuning('be', 'records against cases, accounts and things, in short'),
  ...forTuning('bf', 'claims and cases in everyday wording'),
  ['bg', { title: "Set BG, a buyer's test, by an author who knew no rule, held out", items: load('set-bg') }],
  [
    'bh',
    {
      title: "Set BH, a consultant's sample of mailboxes, by an author who knew no rule, held out",
      items: load('set-bh'),
    },
  ],
  [
    'ar',
    {
      title: 'Set AR, an independent acceptance test, by an author who knew no rule, held out',
      items: load('set-ar'),
    },
  ],
  [
    'ai',
    {
      title: "Set AI, a customer's own check, by an author who knew no rule, held out",
      items: load('set-ai'),
    },
  ],
  [
    'nn',
    {
      title: 'Set NN, of a regional network, by an author who knew no rule, held out',
      items: load('set-nn'),
    },
  ],
  [
    'dd',
    { title: 'Set DD, a test of claims, by an author who knew no rule, held out', items: load('set-dd') },
  ],
  ['x', { title: 'Set X, of everything, by an author who knew no rule, held out', items: load('set-x') }],
  [
    'b',
    { title: 'Set B, by the third author in other voices, held out', items: load('set-b'), onlyByName: true },
  ],
])

function print(title: string, items: Item[]): void {
  const measured = measure(items)
  const table = [['kind', 'labelled', 'recall', 'reported', 'precision'], ...rows(measured)]
  const widths = table[0]!.map((_, c) => Math.max(...table.map((r) => r[c]!.length)))
  const line = (cells: string[]) => `| ${cells.map((cell, c) => cell.padEnd(widths[c]!)).join(' | ')} |`
  console.log(`\n${title}: ${items.length} texts`)
  console.log(line(table[0]!))
  console.log(line(widths.map((w) => '-'.repeat(w))))
  for (const row of table.slice(1)) console.log(line(row))
}

function list(items: Item[]): void {
  const { misses, wrongTexts } = measure(items)
  for (const m of misses) {
    const around = m.item.text.slice(Math.max(0, m.start - 40), m.end + 40).replace(/\s/g, ' ')
    console.log(
      `${m.what} ${m.kind} ${m.item.id} «${m.item.text.slice(m.start, m.end)}» in «${around}» ${m.reason ?? ''}`,
    )
  }
  for (const item of wrongTexts)
    console.log(`verdict ${item.phi ? 'too mild' : 'too harsh'} ${item.id} «${item.text.slice(0, 100)}»`)
}

const wanted = process.argv.filter((a) => a.startsWith('--set=')).map((a) => a.slice('--set='.length))
const unknown = wanted.find((name) => !SETS.has(name))
if (unknown !== undefined) {
  console.error(`There is no set "${unknown}". The sets are ${[...SETS.keys()].join(', ')}.`)
  process.exit(2)
}
const chosen = [...SETS]
  .filter(([name, set]) => (wanted.length === 0 ? !set.onlyByName : wanted.includes(name)))
  .map(([, set]) => set)
for (const set of chosen) print(set.title, set.items())
if (process.argv.includes('--show')) {
  for (const set of chosen) {
    if (set.forTuning) list(set.items())
    else if (wanted.length > 0) console.error(`Mistakes are not listed for "${set.title}".`)
  }
}
