import { generateSync } from 'otplib'
import { expect } from 'vitest'
import { SESSION_COOKIE } from '../platform/http/authenticate.ts'
import type { Answer, TestServer } from './harness.ts'
import type { Person } from './world.ts'

export const PASSWORD = 'plum orchard tidewater 7'

export const cookieOf = (a: Answer): string => {
  const set = ([] as string[]).concat((a.headers['set-cookie'] ?? []) as string[]).at(-1)!
  return set.split(';')[0]!
}

/** A browser: keeps its cookies and sends the CSRF token. */
export class Browser {
  csrf = ''
  readonly #jar = new Map<string, string>()
  readonly #s: TestServer
  constructor(s: TestServer) {
    this.#s = s
  }
  get cookie(): string {
    return [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ')
  }
  /** The same device, with nobody signed in. */
  onSameDevice(): Browser {
    const other = new Browser(this.#s)
    for (const [name, value] of this.#jar) if (name !== SESSION_COOKIE) other.#jar.set(name, value)
    return other
  }
  async send(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer> {
    const answer = await this.#s.call(
      { cookie: this.cookie, csrf: this.csrf },
      method,
      path,
      body ?? (method === 'GET' ? undefined : {}),
      headers,
    )
    const set = ([] as string[]).concat((answer.headers['set-cookie'] ?? []) as string[])
    for (const cookie of set) {
      const [name, value] = cookie.split(';')[0]!.split('=') as [string, string]
      if (value) this.#jar.set(name, value)
      else this.#jar.delete(name)
    }
    if (set.length) {
      const session = await this.#s.call({ cookie: this.cookie }, 'GET', '/session')
      this.csrf = session.body?.csrfToken ?? ''
    }
    return answer
  }
}

/** What tests of signing in do over and over, on a server that is started later. */
export function accounts(world: () => { s: TestServer; admin: Person }) {
  /** Codes are used up: a test may use one again. */
  async function codeFor(userId: string, secret: string): Promise<string> {
    await world().s.owner.query('update users set totp_last_step = null where id = $1', [userId])
    return generateSync({ secret })
  }

  /** Invites a user, who accepts with the password; answers the browser after that. */
  async function accepted(
    roleIds: string[] = [],
    email = `u${Math.random().toString(36).slice(2)}@example.test`,
  ) {
    const { s, admin } = world()
    const invited = await s.call(admin.token, 'POST', '/users/invitations', {
      email,
      displayName: 'Robin Vale',
      roleIds,
      teamIds: [],
    })
    expect(invited.status).toBe(201)
    const token = new URL(invited.body.invitationUrl).hash.slice(1)
    const browser = new Browser(s)
    const answer = await browser.send('POST', '/invitations/accept', { token, password: PASSWORD })
    return { browser, id: invited.body.user.id as string, email, next: answer.body.next as string }
  }

  /** Invites, accepts and enrols a user; answers a signed-in browser. */
  async function enrolled(roleIds: string[] = [], email?: string) {
    const { browser, id, email: address, next } = await accepted(roleIds, email)
    expect(next).toBe('enrol-totp')
    const { secret } = (await browser.send('POST', '/mfa/totp')).body
    const confirmed = await browser.send('POST', '/mfa/totp/confirm', { code: await codeFor(id, secret) })
    expect(confirmed.status).toBe(200)
    return { browser, id, email: address, secret, recoveryCodes: confirmed.body.recoveryCodes as string[] }
  }

  async function signIn(email: string, password = PASSWORD, device?: Browser) {
    const browser = device?.onSameDevice() ?? new Browser(world().s)
    const answer = await browser.send('POST', '/sign-in', { email, password })
    return { browser, answer }
  }
  return { accepted, enrolled, signIn, codeFor }
}
