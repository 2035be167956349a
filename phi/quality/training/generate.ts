import type { Kind } from '../../kinds.ts'
import { GIVEN } from '../../lexicon/given.ts'
import { SURNAMES } from '../../lexicon/surnames.ts'
import type { Item } from '../items.ts'
import { random, synthetic } from '../synthetic.ts'
import { CLINICAL, CONDITIONS, HEADS, type HeadKind, SAYINGS, TECHNICAL } from './heads.ts'

const list = (phrases: string) =>
  phrases
    .split(',')
    .map((p) => p.trim())
    .filter(Boolean)
const heads = Object.fromEntries(Object.entries(HEADS).map(([k, v]) => [k, list(v)])) as Record<
  HeadKind,
  string[]
>
const sayings = Object.fromEntries(
  Object.entries(SAYINGS).map(([k, v]) => [k, v.split('|').map((p) => p.trim())]),
) as Partial<Record<HeadKind, string[]>>
const conditions = list(CONDITIONS)
const technical = list(TECHNICAL)
const clinical = list(CLINICAL)
const given = GIVEN.split(/\s+/).filter((n) => n.length > 2)
const surnames = SURNAMES.split(/\s+/).filter((n) => n.length > 2)

type Random = () => number
const pick = <T>(next: Random, from: readonly T[]): T => from[Math.floor(next() * from.length)]!
const some = (next: Random, n: number, from: string) =>
  Array.from({ length: n }, () => from[Math.floor(next() * from.length)]!).join('')
const D = '0123456789'
const L = 'ABCDEFGHJKLMNPRSTUVWXYZ'

/** `9`: a digit, `A`: a capital, `X`: either; all else is itself. */
const fill = (next: Random, form: string) =>
  [...form]
    .map((c) =>
      c === '9' ? some(next, 1, D) : c === 'A' ? some(next, 1, L) : c === 'X' ? some(next, 1, D + L) : c,
    )
    .join('')

/** Forms that numbers of every kind come in, so that little is learnt of their shape alone. */
const ANY =
  '99999 999999 999999 9999999 9999999 99999999 99999999 999999999 9999999999 0099999 00999999 000999999 A99999 A999999 AA99999 AA-99999 A-99999 99-99999 999-9999 99-999-99 999-99-9 AA9999999 AAA99999 9999 AA-99-9999 26-99999 2026-99999 99999-9 999999-99 A9999-99 AA 9999 99 99 99 999 999 999'.split(
    ' ',
  )
const FORMS: Record<HeadKind, string[]> = {
  mrn: '999999 9999999 99999999 00999999 A999999 AA999999 E9999999 M0999999 99-99-99 999-99-99 99999-9 H-99999 9999'.split(
    ' ',
  ),
  'member-id': [
    'AAA999999999',
    'A999999999',
    'W999999999',
    'H99999999',
    'AA99999A',
    '9999999999',
    '999999999',
    '99999999999',
    'AAA 999 999 999',
    'A99 9999 99',
    '999999999-01',
    '99999999A',
    'R99999999',
    '99999-9999-99',
    'AAAX99999999',
    'MBI',
    '999-99-9999A',
  ],
  account:
    '9999999 99999999 999999999 9999999999 HB-9999999 A99999999 99-99999 999999-9 4999999 9999-9999'.split(
      ' ',
    ),
  licence: [
    'A9999999',
    'D9999999',
    'A999-9999-9999',
    '99999999',
    '999999999',
    'AA999999',
    'RN9999999',
    'WDLXXXXXXXXX',
    'A99999999',
    'S999-9999-9999',
    'A99-99-9999',
    'M99999',
  ],
  vehicle: ['AAA-9999', 'AAA 9999', '9AAA999', 'AAA999', '999-AAA', '99A-AA9', 'AA99999', 'AAA-999'],
  device:
    'AAA999999A AAA999999H 99999999999 9999999999 99A99999 9X4XXX A9-999999 AA9999-9 AAA-9999 SN99999999 AA99A999 B99999999 99AXXXXX XX999999 999999 AA-9999 AA99999999'.split(
      ' ',
    ),
  'other-id': [
    '99999999999',
    '9999999999999',
    'A26-99999',
    'S26-9999',
    'SP-26-99999',
    '2026999999999',
    'E9999999',
    '9999999-99',
    '7999999',
    'A999999999',
    'AUTH999999',
    '26-9999999',
    'CL-999999',
    'APL9999999',
    '999-9999',
    'A9999 26 999999',
    'A999 999 999',
    '26AAA99999',
    '99AA9999999',
    'EP-9999999',
    'AAAA999',
    '999999999',
  ],
  none: [
    'D9999',
    'J9999',
    'M9999',
    'G9999',
    'A9999',
    '9999A',
    '99999',
    '005010X999A9',
    '9,999',
    '000000',
    '99999-9999-99',
    'AA9999',
    'AAA-AA99',
    '9999',
    '99999',
    '999999',
    '9999999',
    '99999999',
    '9,999',
    'AA-9999',
    'AAA-9999',
    '800999-999',
    '4400999999',
    'CHG9999999',
    'INC9999999',
    '99.9.9999',
    '9.9.9999',
    '1Z999AA99999999999',
    'AAAX999',
    'XXXXXXX',
    '999-9999',
    '26-9999',
    '99999-999-99',
    'A9999A',
    'ZBRXX999',
    'PHBXX99999',
    '99-9999999',
    'FY2026',
    '2026999999',
  ],
}

/** What systems put before their numbers. */
const FRONTS: Record<HeadKind, string[]> = {
  mrn: 'MRN MR PT EMR CH BH RVH RM H M TW HR EPI EID C'.split(' '),
  'member-id': 'MEM SUB ZGA XQP YRP AET W U MC NH PZ MPX BRH ME HMC R KMB'.split(' '),
  account: 'ACCT AC HB PB FIN HAR GH G BR ST STMT PP F V IP HI ACC'.split(' '),
  licence: 'DL RN LPN APRN CNP NP LIC MD PA WDL S P NHL LCSW'.split(' '),
  vehicle: ['NC', 'TX'],
  device: 'SN RNB BT UA PU WT BPM SM GS HX KG RW DN MCL UDI'.split(' '),
  'other-id':
    'CLM CL AUTH PA REF RF APP APL EST GFE E ENC CSN VN ACC S25 S SP W25 T26 CB MB CT RX RXN ORD APT RUN PCR WC PIP CR JV FV DOC TX DIN KT K REG REMS CLZ FC CPS NCB TRS'.split(
      ' ',
    ),
  none: 'INC RITM CHG PRB REQ TKT PO INV SO WO KB CVE RFC EHR HIM IT EG BM CB HH DT LF SKU PN FA MAINT CASE Q GL FD AP VLAN IR CW FAX SLG PGW IM ANSI LIC'.split(
    ' ',
  ),
}
const AFTER_FRONT =
  '9999 99999 999999 9999999 99999999 99-9999 9999-9999 999-999 2026-9999 25-99999 99999-A'.split(' ')

function value(next: Random, kind: HeadKind): string {
  if (next() < 0.12)
    return `${pick(next, FRONTS[kind])}${next() < 0.6 ? '-' : ''}${fill(next, pick(next, AFTER_FRONT))}`
  const form = next() < 0.45 ? pick(next, ANY) : pick(next, FORMS[kind])
  if (form === 'MBI') return synthetic(next() < 0.5 ? 'mbi' : 'mbi-', `${next()}`)
  return fill(next, form)
}

const cap = (word: string) => word[0]!.toUpperCase() + word.slice(1)
function person(next: Random): string {
  const [g, s] = [cap(pick(next, given)), cap(pick(next, surnames))]
  return pick(next, [
    `${g} ${s}`,
    `${g} ${s}`,
    `${s}, ${g}`,
    `Mrs. ${s}`,
    `Mr. ${s}`,
    g,
    `${s.toUpperCase()}, ${g.toUpperCase()}`,
  ])
}

/** How a number stands beside its head: {H} and {V}. */
const PAIRS = [
  '{H} {V}',
  '{H} {V}',
  '{H}: {V}',
  '{H}: {V}',
  '{H} #{V}',
  '{H} # {V}',
  '{H} no. {V}',
  '{H} number {V}',
  '{H} is {V}',
  '{H} number is {V}',
  '{H} ({V})',
  '{H}, {V}',
  '{H}={V}',
  '{H} - {V}',
  '{H} ID {V}',
  '{V} is the {H}',
  '{V} ({H})',
  'the {H} reads {V}',
  'the {H} shows {V}',
  'her {H} is {V}',
  'his {H}, {V},',
  '{V} as her {H}',
  'the {H} should be {V}',
  '{H} was {V}',
  'a {H} with number {V}',
  '{H} under {V}',
  '{H} starting today: {V}',
  '{H} on file {V}',
  '{H} of the patient {V}',
  '{H}\n{V}',
  '{H} "{V}"',
  '{H} [{V}]',
  '{H} now says {V}',
  'number {V} on the {H}',
  '{V}, the {H},',
  'their {H} came back as {V}',
  '{H} for {N} {V}',
  '{H} of {N}: {V}',
  '"{H}":"{V}"',
  '{H}    {V}',
  '{H} ........ {V}',
  '{H}|{V}|',
  '<{H}>{V}</{H}>',
  '{H} for {N} is {V}',
]
const THING_PAIRS = [
  '{H} {V}',
  '{H} {V}',
  '{H} {V}',
  '{H}: {V}',
  '{H} #{V}',
  '{H} # {V}',
  '{H} no. {V}',
  '{H} number {V}',
  '{H} is {V}',
  '{H} ({V})',
  '{H}, {V}',
  '{H}={V}',
  '{V} {H}',
  '{H} - {V}',
  '{H} ID {V}',
  '{V} ({H})',
  'the {H} shows {V}',
  'our {H} is {V}',
  '{H} was {V}',
  '{H} under {V}',
  '{H}\n{V}',
  '{H} "{V}"',
  '{H} changed to {V}',
  '{H} {V} for the clinic',
  '{H} for the lab {V}',
  '"{H}":"{V}"',
  '{H}    {V}',
  '{H} ........ {V}',
  '{H};{V};',
  '<{H}>{V}</{H}>',
]

const CARE_FRAMES = [
  '{P}. {K}',
  '{K}: {P}',
  '{P} {K}',
  '{N}, {P}, {C}',
  '{N} has {C}, {P}',
  '{P}, {N}, {C}',
  '{C} for {N}. {P}',
  '{N} called about {C}. {P}. {K}',
  'Hi, {K}. {P}. Thanks',
  '{P} / {N} / {C}',
  'Patient {N}, {P}. {K}',
  'pt {N} here for {C}, {P}',
  '{K}, {P}, {N}',
  'Re: {N}\n{P}\n{K}',
  'can someone check {P}? {K}',
  'please correct {P}, {N} was seen for {C}',
  '{N} ({P}) {K}',
  '{P}; {C}; {N}',
  '{K}.\n{P}\n{N}',
  'Name: {N}\n{P}\nReason: {C}',
  'we need {P} for the {C} of {N}',
  '{P} and {K}',
  'she says {P}. {C}.',
  'User reports that {K}. Example: {P}',
  'The patient has {C}; {P}',
  '{P} - {C}',
  'wrong again: {P}. {N} came for {C} and {K}',
  'Pt: {N}    {P}    {C}',
  '{N} | {P} | {C}',
  '{P}: {N}, {C}, {K}',
  'FYI {N}, {P}. Also {N}, seen for {C}. {K}',
  '- {N}: {P}\n- {K}\n- {C}',
  'From: front desk\nSubject: {C}\n\n{K}. {P}.\n\nThanks',
  'ticket from billing: {P} for {N}, {C}',
  'spoke to {N}, {C}. {P}. {K}',
  '{C}, {N}. {P}',
  'his wife {N} rang. {P}. {C}',
]
const TECH_FRAMES = [
  '{P}. {K}',
  '{K}: {P}',
  '{P}, {K}',
  '{K}, {P}',
  'Hi, {K}. {P}. Thanks',
  'please note {P}, {K}',
  'Subject: {P}\n{K}',
  '{P}; {K}',
  'for the clinic: {P}. {K}',
  '{K}. The nurse station asked. {P}',
  'Facilities: {P}, {K}',
  '{P} arrived at the hospital, {K}',
  'for the radiology department {P}; {K}',
  'The care team needs this: {P}. {K}',
  '{P} ({K})',
  'the nurses say {K}. {P}',
  'for all patients: {P}; {K}',
  '- {P}\n- {K}',
  'Clinic B: {P}. {K}. {P}',
  'fyi clinic, lab and pharmacy: {P}, {K}',
  'List for the charge nurse:\n{P}\n{K}',
  'billing asks about claims: {P}. {K}',
]

interface Built {
  text: string
  labels: Item['labels']
}

const put = (built: Built, text: string) => {
  built.text += text
}

const TWINS = [
  ' not ',
  ' and ',
  ', ',
  ' vs ',
  ' / ',
  ' instead of ',
  ' or ',
  ', the other is ',
  ', his is ',
  '; ',
]

/** Another number of the same form, as people set side by side what was mixed up. */
function addTwin(next: Random, built: Built, text: string, kind: Kind): void {
  put(built, pick(next, TWINS))
  const start = built.text.length
  put(
    built,
    text.replace(/\d(?=\D*\d?\D*$)/g, () => some(next, 1, D)),
  )
  built.labels.push({ kind, start, end: built.text.length, optional: false })
}

/** Replaces the places of a frame, noting where each number lies. */
function build(next: Random, built: Built, frame: string, kinds: HeadKind[], tech: boolean): void {
  for (const part of frame.split(/(\{[A-Z]\})/)) {
    if (part === '{N}') put(built, person(next))
    else if (part === '{C}') put(built, pick(next, conditions))
    else if (part === '{K}') put(built, pick(next, tech ? technical : clinical))
    else if (part === '{P}') {
      const joins = [', ', ', ', '; ', ' and ', ' / ', ', with ', '\n', ' | ']
      const join = pick(next, joins)
      kinds.forEach((kind, i) => {
        if (i > 0) put(built, join)
        const own = sayings[kind]
        const pair = own && next() < 0.3 ? pick(next, own) : pick(next, kind === 'none' ? THING_PAIRS : PAIRS)
        let head = pick(next, heads[kind])
        if (next() < 0.15) head = head.toUpperCase()
        else if (next() < 0.3) head = head.toLowerCase()
        for (const piece of pair.split(/(\{[A-Z]\})/)) {
          if (piece === '{H}') put(built, head)
          else if (piece === '{N}') put(built, person(next))
          else if (piece === '{V}') {
            const start = built.text.length
            put(built, value(next, kind))
            const label = { kind: kind as unknown as Kind, start, end: built.text.length, optional: false }
            built.labels.push(label)
            if (next() < 0.15) addTwin(next, built, built.text.slice(start), label.kind)
          } else put(built, piece)
        }
      })
    } else put(built, part)
  }
}

const KINDS: HeadKind[] = ['mrn', 'member-id', 'account', 'licence', 'vehicle', 'device', 'other-id', 'none']
const SHARES = [0.17, 0.16, 0.09, 0.05, 0.02, 0.12, 0.2, 0.19]

function kindOf(next: Random): HeadKind {
  let left = next()
  for (let i = 0; i < KINDS.length; i++) {
    left -= SHARES[i]!
    if (left < 0) return KINDS[i]!
  }
  return 'none'
}

/** Made-up texts, each with the kind of every number in it; those of things are labelled `none`. */
export function generate(count: number, seed: string): Item[] {
  const next = random(seed)
  return Array.from({ length: count }, (_, i) => {
    const built: Built = { text: '', labels: [] }
    const first = kindOf(next)
    const kinds = [first]
    if (next() < 0.4) kinds.push(kindOf(next))
    if (next() < 0.12) kinds.push(kindOf(next))
    const things = kinds.every((k) => k === 'none')
    const tech = things && next() < 0.75
    build(next, built, pick(next, tech ? TECH_FRAMES : CARE_FRAMES), kinds, tech)
    return { id: `made/${i}`, text: built.text, labels: built.labels, phi: !things, heldOut: false }
  })
}
