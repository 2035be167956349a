import { ownerOfIdiom } from '../lexicon/idioms.ts'
import type { LabelId } from '../lexicon/labels.ts'
import { OWNER } from '../lexicon/owners.ts'
import { W, wordSet } from '../lexicon/words.ts'
import { hashWord } from '../text/hash.ts'
import { COMMA, DASH, DOT, SLASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { readAddress } from './addresses.ts'
import { readPlainId } from './bare-ids.ts'
import { isConfirmation, readConfirmation } from './confirmations.ts'
import { readLabelledDate } from './dates.ts'
import { isIdOfThing } from './label-owners.ts'
import { readDea, readNpi, readPart, readPlate, readUdi, readVin } from './labelled-codes.ts'
import {
  readAccount,
  readLicence,
  readMemberOrMbi,
  readMrn,
  readOther,
  skipThing,
  skipWords,
} from './labelled-ids.ts'
import { readAge, readCity, readZip } from './labelled-places.ts'
import { readLabelledName } from './name-labels.ts'
import { readPhone } from './phones.ts'
import type { ValueReader } from './reader.ts'
import { readReference } from './references.ts'
import { readSerial } from './serials.ts'
import { readSsn, readSsnEnding } from './ssn.ts'
import { markNobodys } from './things.ts'
import { readId, SOFT } from './values.ts'

/** "Test MRN 99999901" */
const STAND_IN = wordSet('test dummy fake play')

/** "So you can test: Cornelius Berg" */
const TEST = hashWord('test')

/** "warranty claim 3300471", "stock requisition 118820": with the word before, a thing's. */
function unlessOfThing(read: ValueReader): ValueReader {
  return (page, at, limit, strength, label) => {
    const { word } = page.tokens
    const thing = label > 0 && ownerOfIdiom(word[label]!, word[label - 1]!) === OWNER.thing
    return (thing ? skipThing : read)(page, at, limit, strength, label)
  }
}

/** "the after hours line 901.555.0188" */
const isDotted = (page: Page, at: number): boolean =>
  (page.mark(at + 1) === DOT || page.mark(at + 1) === DASH) &&
  page.mark(at + 3) === page.mark(at + 1) &&
  page.lengthOf(at) === 3 &&
  page.lengthOf(at + 2) === 3 &&
  page.lengthOf(at + 4) === 4

export const VALUE_READERS: Partial<Record<LabelId, ValueReader>> = {
  patient: readLabelledName('patient'),
  relative: readLabelledName('relative'),
  name: readLabelledName('name'),
  given: readLabelledName('part'),
  family: readLabelledName('part'),
  staff: readLabelledName('staff'),
  birth: readLabelledDate('birth-date'),
  service: readLabelledDate('date'),
  phone: readPhone('phone'),
  officePhone: readPhone('office'),
  fax: readPhone('fax'),
  ssn: readSsn,
  ssn4: readSsnEnding,
  mrn: readMrn,
  member: unlessOfThing(readMemberOrMbi),
  account: unlessOfThing(readAccount),
  licence: readLicence,
  npi: readNpi,
  dea: readDea,
  address: (page, at, _limit, strength) => readAddress(page, at, strength >= SOFT),
  zip: readZip,
  city: readCity,
  vin: readVin,
  plate: readPlate,
  serial: readSerial,
  udi: readUdi,
  other: unlessOfThing(readOther),
  age: readAge,
  // "copay 1/7/25": when, not how much.
  // "Priority, ID 80044719302": a plan of that name.
  notPerson: (page, at, limit, strength, label) =>
    STAND_IN.has(page.tokens.word[label]!)
      ? markNobodys(page, at, readId(page, at, limit, false).end)
      : (page.mark(label + 1) === COMMA && page.label(label + 2) === 'plainId') ||
          (page.mark(at + 1) === SLASH && page.mark(at + 3) === SLASH) ||
          isDotted(page, at)
        ? 0
        : readPart(page, at, limit, strength, label),
  organization: (page, at, limit, strength, label) =>
    page.tokens.hash[label] === TEST && page.is(at, W.given) && !page.is(at, W.common)
      ? 0
      : skipWords(page, at, limit, strength, label),
  plainId: (page, at, limit, strength, label) =>
    (isIdOfThing(page, label) ? skipThing : readPlainId)(page, at, limit, strength, label),
  reference: (page, at, limit, strength, label) =>
    (isConfirmation(page, label) ? readConfirmation : readReference)(page, at, limit, strength, label),
}
