import { expect, it } from 'vitest'
import { safeNext } from './safe-next.ts'

it('goes back to a page of this app and nowhere else', () => {
  expect(safeNext('/users/0198')).toBe('/users/0198')
  for (const bad of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    undefined,
    '/sign-in',
  ])
    expect(safeNext(bad)).toBe('/')
})
