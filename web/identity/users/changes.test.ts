import { expect, it } from 'vitest'
import { changesOf } from './changes.ts'

const before = { displayName: 'Ana Ruiz', roleIds: ['a', 'b'], teamIds: ['t'], expiresOn: '' }

it('sends what was changed and nothing else', () => {
  expect(changesOf(before, { ...before, roleIds: ['b', 'a'] })).toEqual({})
  expect(changesOf(before, { ...before, roleIds: ['a'] })).toEqual({ roleIds: ['a'] })
  expect(changesOf(before, { ...before, displayName: ' Ana R. ', teamIds: [] })).toEqual({
    displayName: 'Ana R.',
    teamIds: [],
  })
})

it('ends with the last second of the day, and an end can be taken away', () => {
  const { expiresAt } = changesOf(before, { ...before, expiresOn: '2031-01-31' })
  expect(new Date(expiresAt!).getDate()).toBe(31)
  expect(changesOf({ ...before, expiresOn: '2031-01-31' }, before)).toEqual({ expiresAt: null })
})
