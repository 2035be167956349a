/** A login while it is edited: the one that is set is never shown, only kept, replaced or removed. */
export interface LoginValues {
  login: 'keep' | 'new' | 'none'
  user: string
  password: string
}

export const startLogin = (isSet: boolean, needed: boolean): LoginValues => ({
  login: isSet ? 'keep' : needed ? 'new' : 'none',
  user: '',
  password: '',
})

/** As the API takes it: left out it stays, null removes it. */
export function loginBody(v: LoginValues): { login?: { user: string; password: string } | null } {
  if (v.login === 'keep') return {}
  return { login: v.login === 'none' ? null : { user: v.user, password: v.password } }
}

/** Where the form has what the server names. */
export const LOGIN_FIELDS: Record<string, string> = { 'login.user': 'user', 'login.password': 'password' }

const missing = (what: string) => (value: string, values: { login: string }) =>
  values.login === 'new' && !value ? what : null

export const loginRules = {
  user: missing('Write the name that it signs in with'),
  password: missing('Write its password'),
}
