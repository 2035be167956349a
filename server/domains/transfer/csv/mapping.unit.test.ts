import { expect, test } from 'vitest'
import { IMPORT_FIELDS, normaliseHeader } from './fields.ts'
import { checkMapping, guessMapping, overrideMapping } from './mapping.ts'
import { SETTERS } from './setters.ts'

test.each([
  [
    'Last Name,First Name,DOB,Sex,SSN,MRN,Zip',
    ['family', 'given', 'birthDate', 'sex', 'ssn', 'mrn', 'postalCode'],
  ],
  ['Surname,Birth Date,Chart #,Member ID', ['family', 'birthDate', 'mrn', 'memberId']],
  ['PatientLastName,patient_first_name,Patient DOB', ['family', 'given', 'birthDate']],
  ['Name,Cell Phone,Home Phone,E-Mail Address', ['fullName', 'phoneMobile', 'phoneHome', 'email']],
  ['Apellido,Teléfono,Fecha de nacimiento', ['family', 'phone', 'birthDate']],
  [
    'Emergency Contact Name,Emergency Contact Phone,Guardian Phone',
    ['emergencyName', 'emergencyPhone', 'guardianPhone'],
  ],
  ['Address1,Address2,City,ST,ZipCode', ['addressLine1', 'addressLine2', 'city', 'state', 'postalCode']],
  ['Referring Physician Phone,Employer Address,Favourite colour', [null, null, null]],
])('%s', (headers, fields) => {
  expect(guessMapping(headers.split(','))).toEqual(fields)
})

test('no field is suggested twice, and the surest column gets it', () => {
  expect(guessMapping(['Date of birth (mm/dd)', 'DOB', 'DOB'])).toEqual([null, 'birthDate', null])
})

test('every field can be read, has its own name, and no synonym is claimed by two', () => {
  expect(Object.keys(SETTERS).sort()).toEqual(IMPORT_FIELDS.map((f) => f.name).sort())
  const owner = new Map<string, string>()
  for (const field of IMPORT_FIELDS) {
    for (const synonym of field.synonyms) {
      expect(normaliseHeader(synonym)).toBe(synonym)
      expect(owner.get(synonym) ?? field.name, synonym).toBe(field.name)
      owner.set(synonym, field.name)
    }
  }
})

test('a mapping needs a name, known fields, and each field once', () => {
  expect(checkMapping(['family', null, 'birthDate'], 3)).toEqual([])
  expect(checkMapping(['birthDate'], 1)).toHaveLength(1)
  expect(checkMapping(['family', 'nonsense'], 2)).toHaveLength(1)
  expect(checkMapping(['family', 'family'], 2)).toHaveLength(1)
  expect(checkMapping(['family', 'given'], 1)).toHaveLength(1)
})

test('pairs from the command line win over the guess', () => {
  const headers = ['Last Name', 'Chart #', 'Legacy']
  expect(overrideMapping(headers, { legacy: 'mrn', 'CHART #': 'otherId' })).toEqual([
    'family',
    'otherId',
    'mrn',
  ])
  expect(overrideMapping(headers, { 'Chart #': '' })).toEqual(['family', null, null])
  expect(() => overrideMapping(headers, { Nope: 'mrn' })).toThrow(/no column/)
  expect(() => overrideMapping(headers, { Legacy: 'nope' })).toThrow(/no import field/)
})
