import type { RecordClass } from '../record.ts'

/** A field that a column can be mapped to. */
export type ImportField = {
  name: string
  label: string
  class: RecordClass
  required: boolean
  /** Header names that mean this field, normalised as `normaliseHeader` does. */
  synonyms: string[]
}

type Row = [name: string, label: string, synonyms?: string]

const contact: Row[] = [
  ['kind', 'Kind (person or organisation)', 'client type, client kind, record type'],
  [
    'fullName',
    'Full name',
    'name, patient, client, patient name, client name, legal name, display name, nombre completo',
  ],
  [
    'family',
    'Last name',
    'last, lname, surname, family name, lastname, nachname, apellido, apellidos, nom, legal last name',
  ],
  [
    'given',
    'First name',
    'first, fname, given name, forename, firstname, christian name, vorname, nombre, prenom, legal first name',
  ],
  ['middle', 'Middle name', 'middle, mname, middle initial, mi, middlename, second name'],
  ['prefix', 'Name prefix', 'title, salutation, honorific'],
  ['suffix', 'Name suffix', 'generation, name suffix, credentials'],
  ['nickname', 'Preferred name', 'goes by, nick name, known as, aka, alias, chosen name'],
  ['maidenName', 'Maiden name', 'birth name, previous last name, former name, maiden'],
  [
    'organisationName',
    'Organisation name',
    'organization, organization name, organisation, company, company name, practice, practice name, business name, facility name, account name',
  ],
  [
    'phone',
    'Telephone',
    'phone number, telephone number, tel, primary phone, contact number, phone 1, contact phone, main phone, phone no, telefono',
  ],
  [
    'phoneHome',
    'Home telephone',
    'home phone, phone home, home tel, home, home phone number, residence phone, evening phone',
  ],
  [
    'phoneMobile',
    'Mobile telephone',
    'mobile, cell, cell phone, mobile phone, phone mobile, phone cell, cellular, mobile number, cell number, cell phone number, mobile phone number',
  ],
  [
    'phoneWork',
    'Work telephone',
    'work phone, phone work, business phone, office phone, work, daytime phone, employer phone',
  ],
  ['fax', 'Fax', 'fax number, facsimile'],
  [
    'email',
    'E-mail',
    'email address, e mail, mail, email 1, e mail address, primary email, personal email, home email, correo electronico',
  ],
  ['emailWork', 'Work e-mail', 'work email, business email, email 2, office email'],
  [
    'addressLine1',
    'Address',
    'address 1, street, street address, address line, addr, addr 1, mailing address, residence, street 1, home address, address line 1, direccion, mailing street',
  ],
  [
    'addressLine2',
    'Address, second line',
    'address 2, address line 2, addr 2, apt, apartment, unit, suite, street 2, apt suite, apt number',
  ],
  ['city', 'City', 'town, municipality, locality, ciudad, mailing city'],
  ['state', 'State', 'province, region, st, state province, state code, mailing state'],
  [
    'postalCode',
    'ZIP or postal code',
    'zip, zip code, zipcode, postcode, postal code, postal, zip postal code, mailing zip, plz',
  ],
  ['country', 'Country', 'country code, nation, mailing country'],
  ['language', 'Language', 'preferred language, primary language, lang, spoken language'],
  [
    'preferredContact',
    'Preferred contact',
    'contact preference, preferred contact method, contact method, communication preference, preferred communication',
  ],
  [
    'emergencyName',
    'Emergency contact',
    'emergency contact name, emergency name, ice name, next of kin, next of kin name, nok, nok name',
  ],
  [
    'emergencyRelationship',
    'Emergency contact, relationship',
    'emergency contact relationship, emergency relationship, emergency contact relation, next of kin relationship',
  ],
  [
    'emergencyPhone',
    'Emergency contact, telephone',
    'emergency contact phone, emergency phone, emergency contact number, ice phone, next of kin phone, nok phone',
  ],
  [
    'guardianName',
    'Guardian',
    'guardian name, legal guardian, parent, parent name, parent guardian, responsible party, guarantor, guarantor name',
  ],
  ['guardianRelationship', 'Guardian, relationship', 'guardian relationship, parent relationship'],
  [
    'guardianPhone',
    'Guardian, telephone',
    'guardian phone, parent phone, guarantor phone, responsible party phone',
  ],
  ['guardianEmail', 'Guardian, e-mail', 'guardian email, parent email'],
]
const demographic: Row[] = [
  [
    'birthDate',
    'Birth date',
    'dob, date of birth, birthday, birthdate, d o b, born, birth dt, fecha de nacimiento, geburtsdatum',
  ],
  [
    'sex',
    'Sex',
    'gender, administrative sex, sex at birth, birth sex, m f, legal sex, administrative gender, sexo',
  ],
  ['genderIdentity', 'Gender identity'],
  ['maritalStatus', 'Marital status', 'civil status, marital'],
  ['race', 'Race'],
  ['ethnicity', 'Ethnicity', 'ethnic group, hispanic'],
  [
    'deceased',
    'Deceased (date, or yes)',
    'deceased, death date, date of death, deceased date, dod, is deceased',
  ],
  ['tags', 'Tags', 'tag, labels, label, flags, categories, keywords'],
]
const identifier: Row[] = [
  [
    'ssn',
    'Social Security number',
    'ssn, social, social security, social security no, ss, soc sec no, ss no, ssn number, patient ssn',
  ],
  [
    'mrn',
    'Medical record number',
    'mrn, medical record, medical record no, chart, chart number, chart no, patient id, patient number, patient no, med rec number, record number, chart id, client id, account number, mrn number, pid, patientid, id, acct number',
  ],
  [
    'memberId',
    'Insurance member id',
    'member number, member no, insurance id, subscriber id, policy number, insurance number, member id number, policy id, medicaid id, medicare id, insurance member id, subscriber number, insurance policy number, mbi, member id',
  ],
  [
    'otherId',
    'Other identifier',
    'external id, legacy id, other id, reference, reference number, source id, alternate id',
  ],
]
const financial: Row[] = [
  [
    'payer',
    'Payer',
    'insurance, insurance company, insurer, carrier, primary insurance, insurance name, payor, insurance carrier, health insurance, insurance provider',
  ],
  ['plan', 'Insurance plan', 'plan, plan name, insurance plan name, policy name, health plan, coverage'],
  ['financialSummary', 'Financial notes', 'billing notes, financial notes, billing note, billing comments'],
]
const clinical: Row[] = [
  [
    'clinicalSummary',
    'Clinical summary',
    'notes, comments, medical history, history, clinical notes, medical notes, summary, conditions, diagnoses, allergies, problem list, comment, note',
  ],
]

const make = (className: ImportField['class'], rows: Row[]): ImportField[] =>
  rows.map(([name, label, synonyms]) => ({
    name,
    label,
    class: className,
    required: false,
    synonyms: [normaliseHeader(name), normaliseHeader(label), ...(synonyms?.split(', ') ?? [])],
  }))

/**
 * A header as plain lower-case words: `LastName`, `LAST_NAME` and `Last  name:` are all `last name`; accents go,
 * and `#` reads as `number`.
 */
export function normaliseHeader(header: string): string {
  return header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('#', ' number ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/([a-z])(\d)/g, '$1 $2')
    .trim()
}

/**
 * Everything a CSV column can become. None is required by itself: a row needs a name (of a person, in one
 * column or in parts, or of an organisation), which `checkMapping` sees to.
 */
export const IMPORT_FIELDS: ImportField[] = [
  ...make('contact', contact),
  ...make('demographic', demographic),
  ...make('identifier', identifier),
  ...make('clinical', clinical),
  ...make('financial', financial),
]

export const FIELD_NAMES: ReadonlySet<string> = new Set(IMPORT_FIELDS.map((f) => f.name))
