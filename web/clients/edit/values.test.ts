import { describe, expect, it } from 'vitest'
import type { Client } from '../queries.ts'
import { identifierValues, keepsSome, NEW_IDENTIFIER, toIdentifiers } from './identifiers.ts'
import { toName } from './names.ts'
import { differences, merge, toBody, valuesOf } from './values.ts'

const client = {
  kind: 'person',
  contact: {
    names: [
      { use: 'official', given: ['Ola Maria', 'J'], family: 'Berg' },
      { use: 'maiden', given: ['Ola'], family: 'Strand' },
    ],
    phones: [{ use: 'mobile', value: '+15555010123' }],
    emails: [],
    addresses: [{ use: 'home', line: ['1 Elm Street', 'Apt 2'], city: 'Salina', country: 'US' }],
    language: 'es',
  },
  demographic: { birthDate: '1980-06', race: 'Asian' },
  tags: ['high risk'],
  identifier: {
    ssn: '•••••6789',
    mrns: [{ system: 'https://clinic.example/mrn', value: '••••12' }],
    memberIds: [],
    other: [{ type: 'Passport', value: '••••99' }],
  },
} as unknown as Client

describe('a class goes out as it came when nothing was touched', () => {
  it('contact', () => {
    expect(toBody(client, 'contact', valuesOf(client))).toEqual({ contact: client.contact })
  })
  it('demographic, with a partial date, race and tags', () => {
    expect(toBody(client, 'demographic', valuesOf(client))).toEqual({
      demographic: client.demographic,
      tags: ['high risk'],
    })
  })
  it('identifiers, by looking at what is hidden', async () => {
    const looked: string[] = []
    const body = await toIdentifiers(identifierValues(client), async (field, index) => {
      looked.push(`${field} ${index}`)
      return `${field}-value`
    })
    expect(looked).toEqual(['ssn 0', 'mrn 0', 'other 0'])
    expect(body).toEqual({
      ssn: 'ssn-value',
      mrns: [{ system: 'https://clinic.example/mrn', value: 'mrn-value' }],
      memberIds: [],
      other: [{ type: 'Passport', value: 'other-value' }],
    })
  })
})

describe('changes', () => {
  it('keeps the other names and the untouched given names', () => {
    const values = valuesOf(client)
    values.name = { ...values.name, family: 'Lund' }
    expect(toBody(client, 'contact', values)).toMatchObject({
      contact: {
        names: [{ use: 'official', given: ['Ola Maria', 'J'], family: 'Lund' }, client.contact!.names[1]],
      },
    })
  })
  it('drops the old text of a name that is written anew', () => {
    const typed = { prefix: '', given: 'Ola', family: '', suffix: '' }
    expect(toName({ given: [], text: 'Sister Ola' }, typed)).toEqual({ given: ['Ola'] })
  })
  it('does not look at an identifier that is typed over', async () => {
    const values = {
      ssn: { ...NEW_IDENTIFIER, typed: '900-12-3456' },
      mrns: [{ ...NEW_IDENTIFIER, index: 0, masked: '••12', typed: 'M-7', system: 's' }],
      memberIds: [],
      other: [],
    }
    expect(keepsSome(values)).toBe(false)
    const body = await toIdentifiers(values, () => Promise.reject(new Error('looked')))
    expect(body).toEqual({
      ssn: '900-12-3456',
      mrns: [{ value: 'M-7', system: 's' }],
      memberIds: [],
      other: [],
    })
  })
})

it('puts what one typed upon what another saved', () => {
  const base = valuesOf(client)
  const mine = { ...base, language: 'en' }
  const theirs = { ...base, phones: [], language: 'fr' }
  expect(merge(base, mine, theirs)).toEqual({ ...base, phones: [], language: 'en' })
  expect(differences('contact', base, theirs)).toEqual(['telephones', 'language'])
  expect(differences('demographic', base, theirs)).toEqual([])
})
