import { expect, it } from 'vitest'
import type { Contract } from '../queries.ts'
import { contractBody, newContract, valuesOf } from './contract-form.ts'

it('sends hours as minutes and money as cents, whole', () => {
  const body = contractBody({ ...newContract('2026-03-17'), name: ' Gold ', includedHours: 7.25, rate: 95.1 })
  expect(body).toMatchObject({ name: 'Gold', startsOn: '2026-03-01', includedMinutes: 435, rateCents: 9510 })
  expect(contractBody(newContract('2026-03-17'))).toMatchObject({
    rateCents: null,
    endsOn: null,
    billStepMinutes: null,
    billLeastMinutes: null,
  })
})
it('sends back what it was given', () => {
  const given = {
    clientId: 'c',
    name: 'Gold',
    startsOn: '2026-01-01',
    endsOn: null,
    period: 'year',
    includedMinutes: 100,
    rollover: 'next',
    rateCents: 1,
    currency: 'EUR',
    billStepMinutes: 15,
    billLeastMinutes: null,
  } as Contract
  const { clientId: _, ...rest } = given
  expect(contractBody(valuesOf(given))).toEqual(rest)
})
