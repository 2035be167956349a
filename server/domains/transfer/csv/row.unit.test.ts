import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ContactPerson, RecordSchema } from '../record.ts'
import { IMPORT_FIELDS } from './fields.ts'
import type { Mapping } from './mapping.ts'
import { compileRow } from './row.ts'
import type { RowOptions } from './row-options.ts'

const options: RowOptions = { dateOrder: 'mdy', region: 'US', today: new Date('2026-06-15T00:00:00Z') }

function read(cells: Record<string, string>, over: Partial<RowOptions> = {}) {
  return compileRow(Object.keys(cells), { ...options, ...over })(Object.values(cells), 2)
}

describe('a row', () => {
  test('becomes a record', () => {
    const result = read({
      given: 'Ana',
      middle: 'María',
      family: 'Núñez',
      maidenName: 'Soto',
      birthDate: '2/3/1980',
      sex: 'F',
      ssn: '212-34-5678',
      mrn: 'A-17',
      phoneMobile: '(212) 555-0100; 212-555-0101',
      email: 'Ana@Example.com',
      addressLine1: '1 Main St',
      city: 'Salem',
      state: 'OR',
      postalCode: '973010001',
      language: 'Spanish',
      tags: 'vip; new, vip',
      payer: 'Acme Health',
      clinicalSummary: 'line one\r\nline two',
      guardianName: 'Soto, Luis',
      guardianPhone: '212-555-0102',
    })
    expect(result).toEqual({
      ok: true,
      value: {
        row: 2,
        kind: 'person',
        record: {
          contact: {
            names: [
              { given: ['Ana', 'María'], family: 'Núñez' },
              { use: 'maiden', given: [], family: 'Soto' },
            ],
            phones: [
              { use: 'mobile', value: '+12125550100' },
              { use: 'mobile', value: '+12125550101' },
            ],
            emails: [{ value: 'ana@example.com' }],
            addresses: [{ line: ['1 Main St'], city: 'Salem', state: 'OR', postalCode: '97301-0001' }],
            language: 'es',
          },
          demographic: { birthDate: '1980-02-03', sex: 'female', tags: ['vip', 'new'] },
          identifier: { ssn: '212345678', mrns: [{ value: 'A-17' }], memberIds: [], other: [] },
          clinical: { summary: 'line one\nline two' },
          financial: { payer: 'Acme Health' },
        },
        contacts: [
          {
            name: { given: ['Luis'], family: 'Soto' },
            phones: [{ value: '+12125550102' }],
            emails: [],
            addresses: [],
            isGuardian: true,
            isEmergency: false,
          },
        ],
        warnings: [],
      },
    })
  })

  test('with only an organisation name is an organisation; its person becomes a contact', () => {
    expect(read({ organisationName: 'Salem Dental', given: '', family: '' })).toMatchObject({
      value: { kind: 'organisation', record: { contact: { organisationName: 'Salem Dental', names: [] } } },
    })
    expect(
      read({ organisationName: 'Salem Dental', fullName: 'Ana Núñez' }, { kind: 'organisation' }),
    ).toMatchObject({
      value: {
        kind: 'organisation',
        record: { contact: { names: [] } },
        contacts: [{ name: { given: ['Ana'], family: 'Núñez' } }],
      },
    })
  })

  test.each([
    ['Doe, John Q', { family: 'Doe', given: ['John', 'Q'] }],
    ['Dr. John Doe Jr.', { prefix: 'Dr.', given: ['John'], family: 'Doe', suffix: 'Jr.' }],
    ['John Doe, MD', { given: ['John'], family: 'Doe', suffix: 'MD' }],
    ['Cher', { given: [], family: 'Cher' }],
  ])('splits the name %s', (fullName, name) => {
    expect(read({ fullName })).toMatchObject({ value: { record: { contact: { names: [name] } } } })
  })

  test('placeholders are nothing, but Null is a name', () => {
    expect(read({ family: 'Null', ssn: 'N/A', phone: '-', birthDate: 'unknown', payer: 'none' })).toEqual({
      ok: true,
      value: {
        row: 2,
        kind: 'person',
        record: {
          contact: { names: [{ given: [], family: 'Null' }], phones: [], emails: [], addresses: [] },
        },
        contacts: [],
        warnings: [],
      },
    })
  })

  test('names every bad field, and never what it holds', () => {
    const secret = 'SECRET-VALUE'
    const result = read({
      family: 'Doe',
      ssn: secret,
      birthDate: secret,
      email: secret,
      phone: secret,
      sex: secret,
    })
    expect(result.ok).toBe(false)
    if (result.ok !== false) return
    expect(result.errors.map((e) => e.field)).toEqual(['ssn', 'birthDate', 'email', 'phone', 'sex'])
    expect(JSON.stringify(result)).not.toContain(secret)
  })

  test('over-long text is refused in every field', () => {
    for (const field of IMPORT_FIELDS) {
      const result = read({ family: 'Doe', [field.name]: 'x'.repeat(60_001) })
      expect(result, field.name).toMatchObject({ ok: false, errors: [{ field: field.name }] })
    }
  })

  test('moved cells are refused; empty ones at the end are not', () => {
    const map = compileRow(['family', 'given'], options)
    expect(map(['Doe'], 9)).toMatchObject({ ok: false, errors: [{ row: 9, reason: /1 columns.* 2/ }] })
    expect(map(['Doe', 'Jo', 'x'], 9)).toMatchObject({ ok: false })
    expect(map(['Doe', 'Jo', '', ' '], 9)).toMatchObject({ ok: true })
    expect(map(['', ''], 9)).toEqual({ ok: 'empty' })
    expect(map([''], 9)).toEqual({ ok: 'empty' })
  })

  test('SQL, HTML and control characters: markup is text, control characters are refused', () => {
    expect(
      read({ family: "Robert'); DROP TABLE clients;--", given: '<script>alert(1)</script>' }),
    ).toMatchObject({
      value: { record: { contact: { names: [{ given: ['<script>alert(1)</script>'] }] } } },
    })
    expect(read({ family: 'Doe', city: 'a\u0007b' })).toMatchObject({
      ok: false,
      errors: [{ field: 'city' }],
    })
  })
})

test('whatever is accepted, the record schema accepts unchanged', () => {
  const fields = IMPORT_FIELDS.map((f) => f.name)
  const cell = fc.oneof(
    fc.string({ maxLength: 320 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      '2/3/1980',
      'F',
      '212-34-5678',
      '999-99-1234',
      '555-810-7203',
      '555-810-7203 ext 5',
      '8107203',
      'a@b.c',
      'A B, c; d|e',
      'yes',
      "'=1+1",
      'USA',
      'Dr. A B III',
      ', ,',
      ' ; | ',
    ),
  )
  const rows = fc.array(fc.tuple(fc.constantFrom(...fields), cell), { minLength: 1, maxLength: 12 })
  let accepted = 0
  fc.assert(
    fc.property(rows, (pairs) => {
      const cells = { family: 'Doe', ...Object.fromEntries(pairs) }
      const mapping: Mapping = Object.keys(cells)
      const result = compileRow(mapping, options)(Object.values(cells), 2)
      if (result.ok !== true) return
      accepted++
      expect(RecordSchema.parse(result.value.record)).toEqual(result.value.record)
      for (const contact of result.value.contacts) expect(ContactPerson.parse(contact)).toEqual(contact)
    }),
    { numRuns: 2000 },
  )
  expect(accepted).toBeGreaterThan(200)
})
