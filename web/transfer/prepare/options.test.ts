import { expect, it } from 'vitest'
import type { Import } from '../api.ts'
import { chosenTwice, previewBody, START, startBody } from './options.ts'

const csv = { kind: 'csv' } as Import
const fhir = { kind: 'fhir' } as Import

it('sends the mapping that is on screen, and for FHIR none', () => {
  const chosen = { ...START, groupId: 'g', facilityId: 'f', atomic: true }
  expect(startBody(csv, chosen, ['family', null])).toEqual({
    dateOrder: 'mdy',
    mapping: ['family', null],
    groupId: 'g',
    facilityId: 'f',
    atomic: true,
  })
  expect(startBody(fhir, chosen, [])).toEqual({ groupId: 'g', facilityId: 'f', atomic: true })
})
it('asks for no new preview when only the group changes', () => {
  expect(previewBody(csv, { ...START, groupId: 'g', atomic: true })).toEqual(previewBody(csv, START))
  expect(previewBody(csv, { ...START, delimiter: ';' })).not.toEqual(previewBody(csv, START))
})
it('finds fields that two columns go to', () => {
  expect([...chosenTwice(['family', null, 'given', 'family', null])]).toEqual(['family'])
})
