import type { LabelId } from '../lexicon/labels.ts'
import { STOP, wordSet } from '../lexicon/words.ts'
import { hashWord } from '../text/hash.ts'
import { CARET, COLON, DASH, PIPE, STAR, TILDE } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, WORD } from '../text/tokens.ts'
import { VALUE_READERS } from './value-readers.ts'
import { FIRM } from './values.ts'

/** Fields of HL7 v2 segments (HL7 v2.5.1, chapters 3 and 6) that hold identifiers, by number. */
const HL7: Record<string, Record<number, LabelId>> = {
  pid: {
    2: 'mrn',
    3: 'mrn',
    4: 'mrn',
    5: 'patient',
    6: 'relative',
    7: 'birth',
    9: 'patient',
    11: 'address',
    13: 'phone',
    14: 'phone',
    17: 'account',
    18: 'account',
    19: 'ssn',
    20: 'licence',
    29: 'service',
  },
  nk1: { 2: 'relative', 4: 'address', 5: 'phone', 6: 'phone' },
  gt1: { 3: 'relative', 5: 'address', 6: 'phone', 7: 'phone', 8: 'birth', 12: 'ssn' },
  in1: {
    16: 'relative',
    17: 'birth',
    18: 'birth',
    19: 'address',
    35: 'member',
    36: 'member',
    37: 'member',
    49: 'member',
  },
  pv1: {
    7: 'npi',
    8: 'npi',
    9: 'npi',
    17: 'npi',
    18: 'other',
    19: 'other',
    20: 'other',
    44: 'service',
    45: 'service',
    50: 'other',
  },
  mrg: { 1: 'mrn' },
  orc: { 2: 'other', 3: 'other', 12: 'npi' },
  obr: { 2: 'other', 3: 'other', 7: 'service', 16: 'npi' },
  obx: { 14: 'service' },
  dg1: { 5: 'service' },
  evn: { 6: 'service' },
  sch: { 1: 'other', 2: 'other', 11: 'service' },
  arq: { 1: 'other', 2: 'other' },
  rf1: { 6: 'other', 11: 'other' },
  spm: { 2: 'other' },
}

/** Elements of X12 segments (005010X222, X221, X270/271) that hold identifiers. */
const X12: Record<string, Record<number, LabelId>> = {
  dmg: { 2: 'birth' },
  n3: { 1: 'address' },
  clm: { 1: 'account' },
  n4: { 1: 'city', 3: 'zip' },
  dtp: { 3: 'service' },
  dtm: { 2: 'service' },
  clp: { 1: 'account', 7: 'other' },
  // Reports of controlled substances (ASAP 4.2)
  pre: { 1: 'npi', 2: 'dea' },
  pha: { 1: 'npi' },
  dsp: { 2: 'other', 3: 'service', 5: 'service' },
  pat: { 3: 'licence', 12: 'address', 16: 'zip', 17: 'phone', 18: 'birth' },
}
const PERSONS = new Set(['il', 'qc', '03', '74', 'il1'].map(hashWord))
const MAX_FIELDS = 60

/** Segments about the message itself, and providers' names: nothing in them but what is read is anybody's. */
const OF_SYSTEMS = new Set(
  ['msh', 'msa', 'pv1', 'evn', 'orc', 'gs', 'isa', 'err', 'st', 'se', 'sbr', 'bht'].map(hashWord),
)

interface Segment {
  hl7?: Record<number, LabelId>
  x12?: Record<number, LabelId>
  nm1?: true
  ref?: true
  hi?: true
}

const SEGMENTS = new Map<number, Segment>()
for (const [name, hl7] of Object.entries(HL7)) SEGMENTS.set(hashWord(name), { hl7 })
for (const [name, x12] of Object.entries(X12)) SEGMENTS.set(hashWord(name), { x12 })
SEGMENTS.set(hashWord('nm1'), { nm1: true })
SEGMENTS.set(hashWord('ref'), { ref: true })
SEGMENTS.set(hashWord('trn'), { ref: true })
SEGMENTS.set(hashWord('hi'), { hi: true })
for (const name of ['msh', 'msa', 'err']) SEGMENTS.set(hashWord(name), { hl7: {} })
for (const name of ['isa', 'gs', 'st', 'se', 'sbr', 'bht']) SEGMENTS.set(hashWord(name), { x12: {} })
wordSet(
  [
    ...Object.keys(HL7),
    ...Object.keys(X12),
    'nm1',
    'ref',
    'trn',
    'hi',
    'msh',
    'msa',
    'err',
    'isa',
    'gs',
    'st',
    'se',
    'sbr',
    'bht',
  ].join(' '),
  STOP.segment,
)

/** What field `number` of the segment with a name's hash holds: "PID-3". */
export const fieldOfHl7 = (segment: number, number: number): LabelId | undefined =>
  SEGMENTS.get(segment)?.hl7?.[number]

/** Reads messages between clinical and billing systems, where place, not a label, tells what a value is. */
export function readSegments(page: Page): void {
  let done = 0
  const { at, count } = page.stops.segments
  for (let k = 0; k < count; k++) if (at[k]! >= done) done = readSegment(page, at[k]!)
}

function readSegment(page: Page, i: number): number {
  const t = page.tokens
  const mark = page.mark(i + 1)
  if (i + 2 >= t.count || t.gap[i + 1] !== GAP.none || !isSegment(page, i)) return 0
  const segment = SEGMENTS.get(t.hash[i]!)!
  if (segment.hl7 && mark === PIPE) readFields(page, i, PIPE, segment.hl7)
  else if (segment.x12 && mark === STAR) readFields(page, i, STAR, segment.x12)
  else if (segment.nm1 && mark === STAR) readNm1(page, i)
  else if (segment.ref && mark === STAR) readRef(page, i)
  else if (segment.hi && mark === STAR) readDiagnoses(page, i)
  const end = segmentEnd(page, i, mark)
  if (OF_SYSTEMS.has(t.hash[i]!)) passOver(page, i, end)
  return end
}

function passOver(page: Page, from: number, to: number): void {
  for (let i = from; i < to; i++) if (page.taken[i] === 0) page.taken[i] = 2
}

function isSegment(page: Page, i: number): boolean {
  return page.lengthOf(i) <= 3 && page.tokens.type[i] !== MARK && SEGMENTS.has(page.tokens.hash[i]!)
}

/** One past the last token of a segment: the line's end, or "~" in X12. */
function segmentEnd(page: Page, i: number, delimiter: number): number {
  const t = page.tokens
  let end = i + 1
  while (end < t.count && end < i + 400 && t.gap[end]! < GAP.line) {
    if (delimiter === STAR && page.mark(end) === TILDE) break
    if (
      page.mark(end + 1) === delimiter &&
      end > i + 1 &&
      page.mark(end - 1) !== delimiter &&
      isSegment(page, end)
    )
      break
    end++
  }
  return end
}

function fieldsOf(page: Page, i: number, delimiter: number): [number, number][] {
  const end = segmentEnd(page, i, delimiter)
  const fields: [number, number][] = []
  let from = i
  for (let at = i; at < end && fields.length < MAX_FIELDS; at++) {
    if (page.mark(at) !== delimiter) continue
    fields.push([from, at])
    from = at + 1
  }
  fields.push([from, end])
  return fields
}

function readFields(page: Page, i: number, delimiter: number, map: Record<number, LabelId>): void {
  for (const [number, [from, to]] of fieldsOf(page, i, delimiter).entries()) {
    const label = map[number]
    if (label === undefined || from >= to) continue
    if (label === 'address') readXad(page, from, to)
    else for (const [start, end] of repetitions(page, from, to)) readOne(page, label, start, end)
  }
}

function repetitions(page: Page, from: number, to: number): [number, number][] {
  const parts: [number, number][] = []
  let start = from
  for (let at = from; at < to; at++) {
    if (page.mark(at) !== TILDE) continue
    parts.push([start, at])
    start = at + 1
  }
  parts.push([start, to])
  return parts
}

const SSN_TYPE = hashWord('ss')

function readOne(page: Page, label: LabelId, from: number, to: number): void {
  if (from >= to || page.taken[from] !== 0) return
  const t = page.tokens
  const ss = label === 'mrn' && t.type[to - 1] === WORD && t.hash[to - 1] === SSN_TYPE
  if (label === 'phone' && splitPhone(page, from, to)) return
  const kind = ss || (label === 'account' && isSsnShaped(page, from)) ? 'ssn' : label
  const after = VALUE_READERS[kind]?.(page, from, to, FIRM, from)
  // Fields are easily miscounted, by people and programs: beside the SSN's place stands the account's.
  if (after === 0 && label === 'ssn') VALUE_READERS.account?.(page, from, to, FIRM, from)
}

/** Fields are easily miscounted: "204-58-7713" in the place of an account. */
const isSsnShaped = (page: Page, i: number): boolean =>
  page.mark(i + 1) === DASH &&
  page.mark(i + 3) === DASH &&
  page.lengthOf(i) === 3 &&
  page.lengthOf(i + 2) === 2 &&
  page.lengthOf(i + 4) === 4

/** "^PRN^PH^^1^614^5550134": area and number in components of their own. */
function splitPhone(page: Page, from: number, to: number): boolean {
  const t = page.tokens
  for (let at = from; at + 2 < to; at++) {
    const area = t.type[at] === NUMBER && page.lengthOf(at) === 3 && page.mark(at + 1) === CARET
    if (area && t.type[at + 2] === NUMBER && page.lengthOf(at + 2) === 7) {
      page.addTokens('phone', at, at + 3, 0.92, 'the phone number in a clinical message', 'identifier')
      return true
    }
  }
  return false
}

/** An address in components: street^other^city^state^zip. */
function readXad(page: Page, from: number, to: number): void {
  const t = page.tokens
  let end = from
  let component = 0
  let last = from
  for (; end < to && component < 4; end++) {
    if (page.mark(end) === CARET) component++
    else if (page.mark(end) === TILDE) break
    else last = end + 1
  }
  if (last <= from || t.end[last - 1]! - t.start[from]! < 5) return
  page.addTokens('address', from, last, 0.92, 'the address in a clinical message', 'identifier')
  if (t.type[end] === NUMBER && end < to) VALUE_READERS.zip?.(page, end, to, FIRM, end)
}

/** NM1*IL*1*FAMILY*GIVEN*M***MI*MEMBER: a subscriber or patient; for others nothing. */
function readNm1(page: Page, i: number): void {
  const t = page.tokens
  const fields = fieldsOf(page, i, STAR)
  const [code] = fields[1] ?? [0]
  readProviderNumber(page, fields)
  if (fields.length < 5) return
  if (!PERSONS.has(t.hash[code]!)) {
    passOver(page, fields[3]![0], fields[4]![1])
    return
  }
  const from = fields[3]![0]
  let last = from
  for (const field of fields.slice(3, 6)) if (field[1] > field[0]) last = field[1]
  if (last > from)
    page.addTokens('name', from, last, 0.92, 'the name of a patient or member in a claim', 'identifier')
  const qualifier = fields.findIndex(([at, to], n) => n > 5 && to === at + 1 && MEMBER_CODES.has(t.word[at]!))
  const id = fields[qualifier + 1]
  if (qualifier > 0 && id && id[1] > id[0]) VALUE_READERS.member?.(page, id[0], id[1], FIRM, id[0])
}

const NPI_CODE = hashWord('xx')

/** "XX*1395043890": whoever it is, this is a provider's number. */
function readProviderNumber(page: Page, fields: [number, number][]): void {
  for (let n = 6; n < fields.length - 1; n++) {
    const [at, end] = fields[n]!
    const id = fields[n + 1]!
    if (end === at + 1 && page.tokens.hash[at] === NPI_CODE && id[1] > id[0])
      VALUE_READERS.npi?.(page, id[0], id[1], FIRM, id[0])
  }
}

const DIAGNOSES = wordSet('abk abf apr bk bf bj')

/** "HI*ABK:J4520*ABF:E119": diagnoses, without their dots. */
function readDiagnoses(page: Page, i: number): void {
  const end = segmentEnd(page, i, STAR)
  for (let at = i + 2; at + 2 < end; at++) {
    const code = page.mark(at + 1) === COLON && DIAGNOSES.has(page.tokens.word[at]!)
    if (code && page.tokens.type[at + 2] === MIXED)
      page.addTokens('diagnosis-code', at + 2, at + 3, 0.9, 'the diagnosis code of a claim', 'health')
  }
}

/** NM108: a member number, a standard unique identifier, a Medicaid number. */
const MEMBER_CODES = wordSet('mi ii mr hn n')

const REFS = new Map<number, LabelId>([
  [hashWord('sy'), 'ssn'],
  [hashWord('ea'), 'mrn'],
  [hashWord('1w'), 'member'],
  [hashWord('0f'), 'member'],
  // A claim's trace, in answers to questions for its status (277).
  [hashWord('2'), 'other'],
  [hashWord('g1'), 'other'],
  [hashWord('g3'), 'other'],
  [hashWord('1k'), 'other'],
  [hashWord('9a'), 'other'],
  [hashWord('9c'), 'other'],
  [hashWord('3h'), 'other'],
  [hashWord('xz'), 'other'],
  [hashWord('y4'), 'other'],
  [hashWord('nq'), 'member'],
  [hashWord('f8'), 'other'],
  [hashWord('d9'), 'other'],
  [hashWord('bb'), 'other'],
  [hashWord('ej'), 'account'],
  [hashWord('9f'), 'other'],
])

function readRef(page: Page, i: number): void {
  const fields = fieldsOf(page, i, STAR)
  const code = fields[1]
  const value = fields[2]
  const label = code && code[1] > code[0] ? REFS.get(page.tokens.hash[code[0]]!) : undefined
  if (label && value && value[1] > value[0]) VALUE_READERS[label]?.(page, value[0], value[1], FIRM, value[0])
}
