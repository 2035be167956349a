import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accounts, Browser, PASSWORD } from '../../testing/accounts.ts'
import { Authenticator } from '../../testing/authenticator.ts'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import type { Person } from '../../testing/world.ts'

let s: TestServer
let admin: Person
const { accepted, enrolled, signIn, codeFor } = accounts(() => ({ s, admin }))
beforeAll(async () => {
  s = await startTestServer()
  admin = await s.world.person('administrator')
})
afterAll(() => s.stop())
beforeEach(() => s.owner.query('truncate rate_limits'))

const ORIGIN = 'https://localhost'
type Account = Awaited<ReturnType<typeof enrolled>>
const proofOf = async (u: Account) => ({ password: PASSWORD, code: await codeFor(u.id, u.secret) })

/** Adds a passkey to a signed-in account. */
async function addPasskey(u: Account, phone: Authenticator) {
  const { options } = (await u.browser.send('POST', '/me/passkeys/options', await proofOf(u))).body
  return u.browser.send('POST', '/me/passkeys', { name: 'Phone', response: phone.create(options) })
}
async function begun(browser = new Browser(s)) {
  const { options } = (await browser.send('POST', '/sign-in/passkey/options')).body
  return { browser, options }
}

describe('a passkey', () => {
  it('is added by the account’s owner, listed, renamed and removed; its name is sealed', async () => {
    const u = await enrolled()
    const phone = new Authenticator(ORIGIN)
    expect((await u.browser.send('POST', '/me/passkeys/options', { password: 'not mine' })).status).toBe(422)
    const added = await addPasskey(u, phone)
    expect(added.status).toBe(201)
    expect(added.body).toMatchObject({ name: 'Phone', lastUsedAt: null })
    const { rows } = await s.owner.query('select * from passkeys where user_id = $1', [u.id])
    expect(JSON.stringify(rows)).not.toContain('Phone')
    const { id } = added.body
    expect((await u.browser.send('PATCH', `/me/passkeys/${id}`, { name: 'Old phone' })).status).toBe(204)
    expect((await u.browser.send('GET', '/me/passkeys')).body.items).toMatchObject([{ name: 'Old phone' }])
    const other = await enrolled()
    expect((await other.browser.send('PATCH', `/me/passkeys/${id}`, { name: 'Mine' })).status).toBe(404)
    expect((await other.browser.send('POST', `/me/passkeys/${id}/remove`, await proofOf(other))).status).toBe(
      404,
    )
    expect((await u.browser.send('POST', `/me/passkeys/${id}/remove`, await proofOf(u))).status).toBe(204)
    const { browser, options } = await begun()
    expect((await browser.send('POST', '/sign-in/passkey', { response: phone.get(options) })).status).toBe(
      401,
    )
  })

  it('signs in alone, as both factors, once for each challenge', async () => {
    const u = await enrolled()
    const phone = new Authenticator(ORIGIN)
    await addPasskey(u, phone)
    const { browser, options } = await begun()
    const response = phone.get(options)
    const answer = await browser.send('POST', '/sign-in/passkey', { response })
    expect(answer.body).toEqual({ next: 'done' })
    expect((await browser.send('GET', '/session')).body).toMatchObject({ mfa: true, stage: 'full' })
    const again = new Browser(s)
    expect((await again.send('POST', '/sign-in/passkey', { response })).status).toBe(401)
  })

  it('opens nothing for another site, a wrong key, an unverified owner, a challenge of one’s own, or a suspended user', async () => {
    const u = await enrolled()
    const phone = new Authenticator(ORIGIN)
    await addPasskey(u, phone)
    const tried = async (make: (options: never) => unknown) => {
      const { browser, options } = await begun()
      return (await browser.send('POST', '/sign-in/passkey', { response: make(options as never) })).status
    }
    const elsewhere = new Authenticator('https://evil.example')
    elsewhere.held.push(phone.held[0]!)
    expect(await tried((o) => elsewhere.get(o))).toBe(401)
    const thief = new Authenticator(ORIGIN)
    thief.create({ rp: { id: 'localhost' }, user: { id: 'x' }, challenge: 'x' })
    Object.assign(thief.held[0]!, { id: phone.held[0]!.id })
    expect(await tried((o) => thief.get(o))).toBe(401)
    phone.verifies = false
    expect(await tried((o) => phone.get(o))).toBe(401)
    phone.verifies = true
    expect(await tried(() => phone.get({ challenge: 'bXktb3du' }))).toBe(401)
    expect(await tried((o) => phone.get(o))).toBe(200)
    await s.call(admin.token, 'POST', `/users/${u.id}/suspend`, {})
    expect(await tried((o) => phone.get(o))).toBe(401)
  })

  it('stands in for the code after the password, and an administrator’s reset forgets it', async () => {
    const u = await enrolled()
    const phone = new Authenticator(ORIGIN)
    await addPasskey(u, phone)
    const half = await signIn(u.email)
    expect((await half.browser.send('GET', '/session')).body).toMatchObject({
      stage: 'totp',
      factors: ['totp', 'passkey'],
    })
    const { options } = (await half.browser.send('POST', '/sign-in/second-factor/passkey/options')).body
    expect(options.allowCredentials).toHaveLength(1)
    // One that was given out for signing in alone is none for the second factor.
    const foreign = await begun()
    const wrong = { response: phone.get(foreign.options) }
    expect((await half.browser.send('POST', '/sign-in/second-factor/passkey', wrong)).status).toBe(401)
    const right = { response: phone.get(options) }
    expect((await half.browser.send('POST', '/sign-in/second-factor/passkey', right)).body).toEqual({
      next: 'done',
    })
    await s.call(admin.token, 'POST', `/users/${u.id}/reset-mfa`, {})
    expect((await signIn(u.email)).answer.body).toEqual({ next: 'enrol-totp' })
    const { browser, options: more } = await begun()
    expect((await browser.send('POST', '/sign-in/passkey', { response: phone.get(more) })).status).toBe(401)
  })

  it('is a second factor by itself for whoever has none, with recovery codes', async () => {
    const u = await accepted()
    expect(u.next).toBe('enrol-totp')
    const phone = new Authenticator(ORIGIN)
    const { options } = (await u.browser.send('POST', '/mfa/passkey/options')).body
    const made = await u.browser.send('POST', '/mfa/passkey', {
      name: 'Phone',
      response: phone.create(options),
    })
    expect(made.body).toMatchObject({ next: 'done' })
    expect(made.body.recoveryCodes).toHaveLength(10)
    const half = await signIn(u.email)
    expect(half.answer.body).toEqual({ next: 'totp' })
    expect((await half.browser.send('GET', '/session')).body.factors).toEqual(['passkey'])
    const recoveryCode = made.body.recoveryCodes[0]
    expect((await half.browser.send('POST', '/sign-in/totp', { recoveryCode })).body).toEqual({
      next: 'done',
    })
  })
})

describe('a remembered device', () => {
  const remember = (staffDays: number) =>
    s.call(admin.token, 'PATCH', '/organization', { policy: { remember: { staffDays } } })
  const withCode = async (u: Account, browser: Browser) =>
    browser.send('POST', '/sign-in/totp', { code: await codeFor(u.id, u.secret), remember: true })

  it('is not asked for the second factor for a while, is listed, and can be forgotten', async () => {
    await remember(14)
    const u = await enrolled()
    const first = await signIn(u.email)
    expect((await withCode(u, first.browser)).body).toEqual({ next: 'done' })
    const second = await signIn(u.email, PASSWORD, first.browser)
    expect(second.answer.body).toEqual({ next: 'done' })
    expect((await second.browser.send('GET', '/session')).body.mfa).toBe(true)
    const { items, days } = (await second.browser.send('GET', '/me/devices')).body
    expect(days).toBe(14)
    expect(items).toMatchObject([{ current: true }])
    // The secret is the device’s: it is hashed here, and read by no script there.
    const { rows } = await s.owner.query('select * from trusted_devices where user_id = $1', [u.id])
    const [, secret] = /__Host-wk_devices=([^;]+)/.exec(first.browser.cookie)!
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect((await second.browser.send('DELETE', `/me/devices/${items[0].id}`)).status).toBe(204)
    expect((await signIn(u.email, PASSWORD, first.browser)).answer.body).toEqual({ next: 'totp' })
  })

  it('counts for its own user alone, never without the password, and as long as the organization says', async () => {
    await remember(14)
    const u = await enrolled()
    const other = await enrolled()
    const first = await signIn(u.email)
    await withCode(u, first.browser)
    expect((await signIn(other.email, PASSWORD, first.browser)).answer.body).toEqual({ next: 'totp' })
    expect((await signIn(u.email, 'not my password', first.browser)).answer.status).toBe(401)
    await s.owner.query(
      "update trusted_devices set created_at = now() - interval '3 days' where user_id = $1",
      [u.id],
    )
    await remember(2)
    expect((await signIn(u.email, PASSWORD, first.browser)).answer.body).toEqual({ next: 'totp' })
    await remember(14)
    expect((await signIn(u.email, PASSWORD, first.browser)).answer.body).toEqual({ next: 'done' })
    await remember(0)
    expect((await signIn(u.email, PASSWORD, first.browser)).answer.body).toEqual({ next: 'totp' })
  })

  it('is forgotten when the password changes, and when an administrator resets the second factor', async () => {
    await remember(14)
    const u = await enrolled()
    const first = await signIn(u.email)
    await withCode(u, first.browser)
    await s.call(admin.token, 'POST', `/users/${u.id}/suspend`, {})
    await s.call(admin.token, 'POST', `/users/${u.id}/resume`, {})
    expect((await signIn(u.email, PASSWORD, first.browser)).answer.body).toEqual({ next: 'totp' })
  })
})
