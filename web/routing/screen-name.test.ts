import { expect, it } from 'vitest'
import { screenName } from './screen-name.ts'

it('names a screen by its pattern, as the server accepts it', () => {
  expect(screenName('/clients/$clientId/notes')).toBe('/clients/:clientId/notes')
  expect(screenName('/users/')).toBe('/users')
  expect(screenName('/')).toBe('/')
  for (const path of ['/clients/$clientId', '/']) expect(screenName(path)).toMatch(/^[a-z0-9/:._-]{1,80}$/i)
})
