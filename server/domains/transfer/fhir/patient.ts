import type { CountryCode } from 'libphonenumber-js/min'
import { language as readLanguage } from '../csv/values/codes.ts'
import { isCalendarDate } from '../csv/values/date.ts'
import type { ContactPerson, HumanName, RecordClasses } from '../record.ts'
import { addressesFrom, addressTo } from './addresses.ts'
import { contactFrom } from './contacts.ts'
import { extensionOf, readCarried, usCoreExtension, usCoreText, words, writeCarried } from './extensions.ts'
import { identifiersFrom, identifiersTo } from './identifiers.ts'
import { nameFrom, nameTo } from './names.ts'
import type { Notes } from './notes.ts'
import { telecomFrom, telecomTo } from './telecom.ts'
import type { CodeableConcept, Extension, FhirName, Patient } from './types.ts'
import {
  GENDER_IDENTITY,
  LANGUAGES,
  OWN,
  US_CORE_ETHNICITY,
  US_CORE_GENDER_IDENTITY,
  US_CORE_RACE,
} from './urls.ts'

type Demographic = NonNullable<RecordClasses['demographic']>
const DATE_TIME = /^\d{4}(-\d{2}(-\d{2}(T[0-9:.]+(Z|[+-]\d{2}:\d{2}))?)?)?$/
const TAG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/** A valid Patient as a person's record and the contacts it names. */
export function patientFrom(
  patient: Patient,
  region: CountryCode,
  notes: Notes,
): { record: RecordClasses; contacts: ContactPerson[] } {
  const names = namesFrom(patient.name, 'Patient.name', notes)
  if (names.length === 0) notes.fail('Patient.name', 'is missing')
  const language = languageFrom(patient)
  const organisationName = extensionOf(patient, `${OWN}organisation-name`)?.valueString
  const record: RecordClasses = {
    contact: {
      names,
      ...(organisationName ? { organisationName } : {}),
      ...telecomFrom(patient.telecom, 'Patient.telecom', region, notes),
      addresses: addressesFrom(patient.address, 'Patient.address', notes),
      ...(language ? { language } : {}),
    },
  }
  const demographic = demographicFrom(patient, notes)
  if (Object.keys(demographic).length > 0) record.demographic = { ...demographic, tags: [] }
  const identifier = identifiersFrom(patient.identifier, 'Patient.identifier', notes)
  if (identifier) record.identifier = identifier
  readCarried(patient, record)
  const contacts = (patient.contact ?? []).flatMap((contact, i) => {
    const path = `Patient.contact[${i}]`
    const address = contact.address ? [contact.address] : undefined
    return contactFrom({ ...contact, address }, path, region, notes) ?? []
  })
  return { record, contacts }
}

/** Names that name somebody, ten at most. */
export function namesFrom(list: FhirName[] | undefined, path: string, notes: Notes): HumanName[] {
  const names = (list ?? []).flatMap((name, i) => nameFrom(name, `${path}[${i}]`, notes) ?? [])
  if (names.length > 10) notes.warn(path, 'has more than 10 names; the rest was left out of the record')
  return names.slice(0, 10)
}

function languageFrom(patient: Patient): string | undefined {
  const spoken = patient.communication?.find((c) => c.preferred) ?? patient.communication?.[0]
  const code = spoken?.language.coding?.find((c) => c.code)?.code
  if (code) return code.slice(0, 35)
  const text = spoken?.language.text?.trim()
  return text ? readLanguage(text).value : undefined
}

function demographicFrom(patient: Patient, notes: Notes): Partial<Demographic> {
  const found: Partial<Demographic> = {}
  if (patient.birthDate) {
    if (isCalendarDate(patient.birthDate)) found.birthDate = patient.birthDate
    else notes.fail('Patient.birthDate', 'is a day that does not exist')
  }
  if (patient.gender) found.sex = patient.gender
  const texts: [keyof Demographic & string, string | undefined, number][] = [
    ['genderIdentity', genderIdentity(patient), 100],
    ['maritalStatus', words(patient.maritalStatus), 60],
    ['race', usCoreText(patient, US_CORE_RACE), 200],
    ['ethnicity', usCoreText(patient, US_CORE_ETHNICITY), 200],
    ['deceased', deceasedFrom(patient), 40],
  ]
  for (const [key, text, max] of texts) {
    if (text === undefined) continue
    if (text.length > max)
      notes.warn(`Patient.${key}`, `is longer than ${max} characters; left out of the record`)
    else found[key] = text as never
  }
  return found
}

const genderIdentity = (patient: Patient): string | undefined =>
  words(extensionOf(patient, GENDER_IDENTITY, US_CORE_GENDER_IDENTITY)?.valueCodeableConcept)

const deceasedFrom = (patient: Patient): string | undefined =>
  patient.deceasedDateTime ??
  extensionOf(patient, `${OWN}deceased`)?.valueString ??
  (patient.deceasedBoolean ? 'true' : undefined)

/** A person's record as a Patient; `id` is how the kept resources beside it refer to it. */
export function patientTo(record: RecordClasses, id: string): Patient {
  const { contact, demographic, identifier } = record
  const extension = extensionsTo(record)
  const addresses = contact.addresses.flatMap((a) => addressTo(a) ?? [])
  const telecom = telecomTo(contact.phones, contact.emails)
  const identifiers = identifier ? identifiersTo(identifier) : []
  return {
    resourceType: 'Patient',
    id,
    ...(extension.length > 0 ? { extension } : {}),
    ...(identifiers.length > 0 ? { identifier: identifiers } : {}),
    ...(contact.names.length > 0 ? { name: contact.names.map(nameTo) } : {}),
    ...(telecom.length > 0 ? { telecom } : {}),
    ...(demographic?.sex ? { gender: demographic.sex } : {}),
    ...(demographic?.birthDate ? { birthDate: demographic.birthDate } : {}),
    ...deceasedTo(demographic?.deceased),
    ...(addresses.length > 0 ? { address: addresses } : {}),
    ...(demographic?.maritalStatus ? { maritalStatus: { text: demographic.maritalStatus } } : {}),
    ...(contact.language
      ? { communication: [{ language: languageTo(contact.language), preferred: true }] }
      : {}),
  }
}

function deceasedTo(deceased: string | undefined): Pick<Patient, 'deceasedBoolean' | 'deceasedDateTime'> {
  if (!deceased) return {}
  return DATE_TIME.test(deceased) ? { deceasedDateTime: deceased } : { deceasedBoolean: true }
}

const languageTo = (language: string): CodeableConcept =>
  TAG.test(language) ? { coding: [{ system: LANGUAGES, code: language }] } : { text: language }

function extensionsTo(record: RecordClasses): Extension[] {
  const { contact, demographic } = record
  const list: Extension[] = []
  if (demographic?.race) list.push(usCoreExtension(US_CORE_RACE, demographic.race))
  if (demographic?.ethnicity) list.push(usCoreExtension(US_CORE_ETHNICITY, demographic.ethnicity))
  if (demographic?.genderIdentity) {
    list.push({ url: GENDER_IDENTITY, valueCodeableConcept: { text: demographic.genderIdentity } })
  }
  const deceased = demographic?.deceased
  if (deceased && deceased !== 'true' && !DATE_TIME.test(deceased)) {
    list.push({ url: `${OWN}deceased`, valueString: deceased })
  }
  if (contact.organisationName) {
    list.push({ url: `${OWN}organisation-name`, valueString: contact.organisationName })
  }
  return [...list, ...writeCarried(record)]
}
