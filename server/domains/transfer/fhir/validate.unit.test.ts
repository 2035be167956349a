import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { r4 } from './elements.ts'
import { validate } from './validate.ts'
import { FOREIGN_TYPES, MARKS, refuseMediaType, refuseOtherRelease } from './version.ts'

const patient = { resourceType: 'Patient', name: [{ family: 'Doe', given: ['Jo'] }] }

describe('validation', () => {
  test('the shipped synthetic resources are valid', () => {
    const folder = new URL('../fixtures/synthea/', import.meta.url)
    let count = 0
    for (const file of readdirSync(folder).filter((f) => f.endsWith('.ndjson'))) {
      for (const line of readFileSync(new URL(file, folder), 'utf8').trim().split('\n')) {
        expect(validate(JSON.parse(line))).toEqual({})
        count++
      }
    }
    expect(count).toBeGreaterThan(40)
  })

  test.each<[string, object, string]>([
    ['no type', {}, 'resourceType'],
    ['an unknown type', { resourceType: 'Frog' }, 'resourceType'],
    ['a type from Object.prototype', { resourceType: 'constructor' }, 'resourceType'],
    ['a list for one', { ...patient, gender: ['male'] }, 'Patient.gender'],
    ['one for a list', { ...patient, name: { family: 'Doe' } }, 'Patient.name'],
    ['text for an object', { ...patient, name: ['Doe'] }, 'Patient.name[0]'],
    ['a number for text', { ...patient, name: [{ family: 7 }] }, 'Patient.name[0].family'],
    ['a code outside its list', { ...patient, gender: 'F' }, 'Patient.gender'],
    ['no date', { ...patient, birthDate: '02/03/1980' }, 'Patient.birthDate'],
    ['an empty text', { ...patient, name: [{ family: '' }] }, 'Patient.name[0].family'],
    ['null', { ...patient, gender: null }, 'Patient.gender'],
    ['a missing subject', { resourceType: 'Condition' }, 'Condition.subject'],
    [
      'a bad contained resource',
      { ...patient, contained: [{ resourceType: 'Condition' }] },
      'Patient.contained[0].Condition.subject',
    ],
  ])('%s', (_name, resource, path) => {
    const { error } = validate(resource)
    expect(error?.path).toBe(path)
    expect(error?.reason).not.toContain('02/03/1980')
  })

  test('null stands in lists of primitives, and companions carry extensions', () => {
    const given = [null, 'Jo']
    const _given = [{ extension: [{ url: 'http://x', valueCode: 'unknown' }] }, null]
    expect(validate({ resourceType: 'Patient', name: [{ given, _given }], _birthDate: { id: 'a' } })).toEqual(
      {},
    )
  })

  test('what R4 does not define is remarked on by name, never by content', () => {
    expect(validate({ ...patient, vendorThing: 1 })).toEqual({ unknown: 'Patient.vendorThing' })
    expect(validate({ ...patient, 'Jane Doe 212-34-5678': 1 })).toEqual({ unknown: 'Patient.(unnamed)' })
    expect(validate({ ...patient, toString: 1 })).toEqual({ unknown: 'Patient.toString' })
  })

  test('nesting has an end', () => {
    let extension: object = { url: 'x', valueString: 'y' }
    for (let i = 0; i < 20_000; i++) extension = { url: 'x', extension: [extension] }
    expect(validate({ ...patient, extension: [extension] }).error?.reason).toContain('nested')
  })
})

describe('other releases of FHIR', () => {
  test('the marks are not in R4', () => {
    for (const type of Object.keys(FOREIGN_TYPES)) expect(r4().resources.has(type), type).toBe(false)
    for (const [type, releases] of Object.entries(MARKS)) {
      for (const element of Object.values(releases).flat()) {
        expect(r4().types.get(type)?.has(element), `${type}.${element}`).toBe(false)
      }
    }
  })

  test.each<[string, Record<string, unknown>, RegExp]>([
    ['a DSTU2 Conformance', { resourceType: 'Conformance' }, /DSTU2/],
    ['an STU3 Condition', { resourceType: 'Condition', assertedDate: '2017-01-01' }, /STU3/],
    ['an R5 MedicationRequest', { resourceType: 'MedicationRequest', medication: { concept: {} } }, /R5/],
    ['an R5 capability statement', { resourceType: 'CapabilityStatement', fhirVersion: '5.0.0' }, /R5/],
    ['an R4B capability statement', { resourceType: 'CapabilityStatement', fhirVersion: '4.3.0' }, /R4B/],
    [
      'a versioned profile',
      {
        resourceType: 'Patient',
        meta: { profile: ['http://hl7.org/fhir/StructureDefinition/Patient|5.0.0'] },
      },
      /R5/,
    ],
    [
      'a profile in a versioned place',
      { resourceType: 'Patient', meta: { profile: ['http://hl7.org/fhir/3.0/StructureDefinition/Patient'] } },
      /STU3/,
    ],
  ])('%s is refused', (_name, resource, message) => {
    expect(() => refuseOtherRelease(resource, 1)).toThrow(message)
  })

  test('R4 passes, US Core of any version as well', () => {
    const profile = ['http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient|6.1.0']
    refuseOtherRelease({ resourceType: 'Patient', meta: { profile } }, 1)
    refuseOtherRelease({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' }, 1)
    refuseMediaType('application/fhir+json; fhirVersion=4.0')
    refuseMediaType('application/fhir+json')
  })

  test('the media type may tell', () => {
    expect(() => refuseMediaType('application/fhir+json; fhirVersion=5.0')).toThrow(/R5/)
    expect(() => refuseMediaType('application/fhir+json; fhirVersion=3.0')).toThrow(/STU3/)
    expect(() => refuseMediaType('application/fhir+xml')).toThrow(/XML/)
  })
})
