import { expect, it, vi } from 'vitest'

vi.stubGlobal('location', { origin: 'https://localhost:8443', pathname: '/' })
const { safeNext } = await import('./leave.ts')

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
