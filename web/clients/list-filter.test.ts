import { expect, it } from 'vitest'
import { filterCount, NO_FILTER, searchBody } from './list-filter.ts'

it('asks for what is set, and for nothing else', () => {
  expect(searchBody(NO_FILTER)).toEqual({})
  expect(searchBody({ ...NO_FILTER, q: '  berg ', kind: 'person' })).toEqual({ q: 'berg', kind: 'person' })
})
it('counts filters without the search', () => {
  expect(filterCount({ ...NO_FILTER, q: 'berg' })).toBe(0)
  expect(filterCount({ ...NO_FILTER, tag: ' high risk', facilityId: 'a' })).toBe(2)
})
