import { expect, it } from 'vitest'
import { loginBody, startLogin } from './login.ts'

it('keeps a login that is set unless another is given or it is taken away', () => {
  expect(loginBody(startLogin(true, true))).toEqual({})
  expect(loginBody({ login: 'new', user: 'desk', password: 'p' })).toEqual({
    login: { user: 'desk', password: 'p' },
  })
  expect(loginBody({ login: 'none', user: 'desk', password: 'p' })).toEqual({ login: null })
  expect(loginBody(startLogin(false, false))).toEqual({ login: null })
})
