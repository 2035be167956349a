import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OrgKeys } from '../../../platform/keys/org-keys.ts'
import { identityKeys } from './identity.ts'
import { differ, SourceTokens } from './tokens.ts'

const key = Buffer.alloc(32, 7)
const keys = { indexKey: async () => key } as unknown as OrgKeys
const tokens = (group = 'g1', id = 'i1') => SourceTokens.of(keys, 'o', group, id)
const lasting = 'id|Patient|http://x|1'
const passing = 'ref|Patient/17'

test('a token is the HMAC-SHA-256 of scope and key', async () => {
  const t = await tokens()
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const hmac = createHmac('sha256', key).update(`g1 ssn|${text}`).digest()
      expect(t.token(`ssn|${text}`)).toEqual(hmac)
    }),
  )
})

test('lasting keys hold within a group, the others within an import', async () => {
  const [a, sameGroup, otherGroup] = [
    await tokens('g1', 'i1'),
    await tokens('g1', 'i2'),
    await tokens('g2', 'i1'),
  ]
  expect(a.token(lasting)).toEqual(sameGroup.token(lasting))
  expect(a.token(lasting)).not.toEqual(otherGroup.token(lasting))
  expect(a.token(passing)).not.toEqual(sameGroup.token(passing))
  expect(a.isLasting('ref|Patient/3af3708d-41f1-cd80-f3dd-ec5ac76072bf')).toBe(true)
  expect(a.isLasting('url|urn:uuid:1')).toBe(false)
})

test('stable ids are UUIDs of version 8 and always the same', async () => {
  const t = await tokens()
  expect(t.stableId('x')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(t.stableId('x')).toBe(t.stableId('x'))
  expect(t.stableId('x')).not.toBe(t.stableId('y'))
})

const person = (family: string | undefined, birthDate?: string, more: object = {}) => ({
  contact: { names: family ? [{ given: ['Jo'], family }] : [], phones: [], emails: [], addresses: [] },
  ...(birthDate ? { demographic: { birthDate, tags: [] } } : {}),
  ...more,
})

test('people differ when name and birth date both do', async () => {
  const t = await tokens()
  const doe = t.who(person('Doe', '1980-01-01'))
  expect(differ(doe, t.who(person('DOE', '1980-01-01')))).toBe(false)
  expect(differ(doe, t.who(person('Roe', '1980-01-01')))).toBe(false)
  expect(differ(doe, t.who(person('Doe', '1990-01-01')))).toBe(false)
  expect(differ(doe, t.who(person('Roe', '1990-01-01')))).toBe(true)
  expect(differ(doe, t.who(person('Roe')))).toBe(false)
})

test('what a client is known by', () => {
  const mrn = {
    identifier: { ssn: '212345678', mrns: [{ value: 'a-1' }], memberIds: [{ value: 'family' }], other: [] },
  }
  expect(identityKeys('person', person('Doe', '1980-01-01', mrn), [])).toEqual([
    'mrn|person||A1',
    'ssn|212345678',
  ])
  expect(identityKeys('person', person('Doe', '1980-01-01'), [])).toEqual(['who|person|doe jo|1980-01-01||'])
  expect(identityKeys('person', person('Doe', '1980-01-01'), [lasting])).toEqual([lasting])
  const fake = { identifier: { ssn: '999999999', mrns: [], memberIds: [], other: [] } }
  expect(identityKeys('person', person('Doe', '1980-01-01', fake), [])).toEqual([
    'who|person|doe jo|1980-01-01||',
  ])
  const [row] = identityKeys('person', person('Doe'), [])
  expect(row).toMatch(/^row\|person\|/)
  expect(identityKeys('person', person('Roe'), [])).not.toEqual([row])
})
