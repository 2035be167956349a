import { expect, it } from 'vitest'
import { addShortcut, findShortcut } from './registry.ts'

it('lets the page win over the shell, whichever was there first', () => {
  const page = { keys: '/', label: 'Search clients', run: () => {}, first: true }
  const shell = { keys: '/', label: 'Search', run: () => {} }
  const leave = addShortcut(page)
  addShortcut(shell)
  expect(findShortcut('/')).toBe(page)
  leave()
  expect(findShortcut('/')).toBe(shell)
})
