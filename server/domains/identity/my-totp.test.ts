import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accounts, PASSWORD } from '../../testing/accounts.ts'
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

const demand = (mfaRequired: boolean) =>
  s.call(admin.token, 'PATCH', '/organization', { policy: { mfaRequired } })
const actionsOf = async (id: string) =>
  (
    await s.owner.query('select action, outcome from audit_events where object_id = $1 order by id', [id])
  ).rows.map((r) => `${r.action} ${r.outcome}`)

describe('where the organization demands no second factor', () => {
  beforeAll(() => demand(false))
  it('one opts in, is asked for it from then on, and may give it up', async () => {
    const u = await accepted()
    expect(u.next).toBe('done')
    expect((await u.browser.send('GET', '/me/totp')).body).toEqual({
      enrolled: false,
      since: null,
      demanded: false,
      recoveryCodesLeft: 0,
    })
    expect((await u.browser.send('POST', '/me/totp', { password: 'not my password' })).body.errors).toEqual([
      { field: 'password', message: 'is not your password' },
    ])
    const { secret, qrSvg } = (await u.browser.send('POST', '/me/totp', { password: PASSWORD })).body
    expect(qrSvg).toContain('<svg')
    // Not confirmed: nothing has changed yet.
    expect((await signIn(u.email)).answer.body).toEqual({ next: 'done' })
    expect((await u.browser.send('POST', '/me/totp/confirm', { code: '000000' })).status).toBe(422)
    const elsewhere = await signIn(u.email)
    const before = u.browser.cookie
    const done = await u.browser.send('POST', '/me/totp/confirm', { code: await codeFor(u.id, secret) })
    expect(done.body.recoveryCodes).toHaveLength(10)
    expect((await u.browser.send('GET', '/session')).body).toMatchObject({ stage: 'full', mfa: true })
    expect(u.browser.cookie).not.toBe(before)
    expect((await s.call({ cookie: before }, 'GET', '/session')).status).toBe(401)
    expect((await elsewhere.browser.send('GET', '/session')).status).toBe(401)
    expect((await u.browser.send('GET', '/me/totp')).body).toMatchObject({
      enrolled: true,
      recoveryCodesLeft: 10,
    })
    const next = await signIn(u.email)
    expect(next.answer.body).toEqual({ next: 'totp' })
    expect(
      (await next.browser.send('POST', '/sign-in/totp', { code: await codeFor(u.id, secret) })).status,
    ).toBe(200)
    expect(
      (await u.browser.send('POST', '/me/totp/remove', { password: PASSWORD })).body.errors[0].field,
    ).toBe('code')
    const removed = await u.browser.send('POST', '/me/totp/remove', {
      password: PASSWORD,
      code: await codeFor(u.id, secret),
    })
    expect(removed.status).toBe(204)
    expect((await signIn(u.email)).answer.body).toEqual({ next: 'done' })
    expect(await actionsOf(u.id)).toEqual(
      expect.arrayContaining([
        'user.mfa-proof refused',
        'user.mfa-begin done',
        'user.mfa-enrol done',
        'user.mfa-remove done',
      ]),
    )
    const { rows } = await s.owner.query('select sealed_totp, sealed_totp_next from users where id = $1', [
      u.id,
    ])
    expect(rows).toEqual([{ sealed_totp: null, sealed_totp_next: null }])
  })
  it('an administrator’s reset makes the next sign-in enrol anew all the same', async () => {
    const u = await accepted()
    const { secret } = (await u.browser.send('POST', '/me/totp', { password: PASSWORD })).body
    await u.browser.send('POST', '/me/totp/confirm', { code: await codeFor(u.id, secret) })
    expect((await s.call(admin.token, 'POST', `/users/${u.id}/reset-mfa`, {})).status).toBe(200)
    expect((await u.browser.send('GET', '/session')).status).toBe(401)
    const { browser, answer } = await signIn(u.email)
    expect(answer.body).toEqual({ next: 'enrol-totp' })
    expect((await browser.send('GET', '/me/sessions')).status).toBe(401)
    const anew = (await browser.send('POST', '/mfa/totp')).body.secret
    expect(anew).not.toBe(secret)
    expect(
      (await browser.send('POST', '/mfa/totp/confirm', { code: await codeFor(u.id, anew) })).body.next,
    ).toBe('done')
    expect((await signIn(u.email)).answer.body).toEqual({ next: 'totp' })
    expect(await actionsOf(u.id)).toContain('user.mfa-reset done')
  })
})

describe('where it demands one', () => {
  beforeAll(() => demand(true))
  it('an app is replaced with password and present code; the old one works until the new one is confirmed', async () => {
    const u = await enrolled()
    const ask = (body: object) => u.browser.send('POST', '/me/totp', body)
    expect((await ask({ password: PASSWORD })).body.errors).toEqual([
      { field: 'code', message: 'is not the code that your present app shows now' },
    ])
    expect((await ask({ password: PASSWORD, code: '000000' })).status).toBe(422)
    const { secret } = (await ask({ password: PASSWORD, code: await codeFor(u.id, u.secret) })).body
    const meanwhile = await signIn(u.email)
    expect(
      (await meanwhile.browser.send('POST', '/sign-in/totp', { code: await codeFor(u.id, secret) })).status,
    ).toBe(401)
    expect(
      (await meanwhile.browser.send('POST', '/sign-in/totp', { code: await codeFor(u.id, u.secret) })).status,
    ).toBe(200)
    expect(
      (await u.browser.send('POST', '/me/totp/confirm', { code: await codeFor(u.id, u.secret) })).status,
    ).toBe(422)
    const done = await u.browser.send('POST', '/me/totp/confirm', { code: await codeFor(u.id, secret) })
    expect(done.status).toBe(200)
    const { browser } = await signIn(u.email)
    expect(
      (await browser.send('POST', '/sign-in/totp', { code: await codeFor(u.id, u.secret) })).status,
    ).toBe(401)
    // The old recovery codes went with the old app; the new ones work.
    expect((await browser.send('POST', '/sign-in/totp', { recoveryCode: u.recoveryCodes[0] })).status).toBe(
      401,
    )
    expect(
      (await browser.send('POST', '/sign-in/totp', { recoveryCode: done.body.recoveryCodes[0] })).status,
    ).toBe(200)
  })
  it('a recovery code stands in for the lost app, once; a confirmation comes in time or not at all', async () => {
    const u = await enrolled()
    const proof = { password: PASSWORD, recoveryCode: u.recoveryCodes[0] }
    const { secret } = (await u.browser.send('POST', '/me/totp', proof)).body
    expect((await u.browser.send('POST', '/me/totp', proof)).body.errors[0].field).toBe('recoveryCode')
    await s.owner.query("update users set totp_next_at = now() - interval '16 minutes' where id = $1", [u.id])
    expect(
      (await u.browser.send('POST', '/me/totp/confirm', { code: await codeFor(u.id, secret) })).status,
    ).toBe(422)
  })
  it('nobody gives it up, and recovery codes are made anew for password and code alone', async () => {
    const u = await enrolled()
    expect(
      (
        await u.browser.send('POST', '/me/totp/remove', {
          password: PASSWORD,
          code: await codeFor(u.id, u.secret),
        })
      ).body.type,
    ).toMatch(/mfa-demanded$/)
    expect((await u.browser.send('POST', '/mfa/recovery-codes', { password: PASSWORD })).status).toBe(422)
    const { recoveryCodes } = (
      await u.browser.send('POST', '/mfa/recovery-codes', {
        password: PASSWORD,
        code: await codeFor(u.id, u.secret),
      })
    ).body
    expect(recoveryCodes).toHaveLength(10)
    const { browser } = await signIn(u.email)
    expect((await browser.send('POST', '/sign-in/totp', { recoveryCode: u.recoveryCodes[0] })).status).toBe(
      401,
    )
    expect((await browser.send('POST', '/sign-in/totp', { recoveryCode: recoveryCodes[0] })).status).toBe(200)
  })
  it('guesses at an open screen are counted: the account locks and the session ends', async () => {
    const u = await enrolled()
    for (let i = 0; i < 8; i++)
      expect((await u.browser.send('POST', '/me/totp', { password: PASSWORD, code: '000000' })).status).toBe(
        422,
      )
    expect((await u.browser.send('GET', '/session')).status).toBe(401)
    expect((await signIn(u.email)).answer.status).toBe(401)
    expect(await actionsOf(u.id)).toContain('user.locked done')
  })
  it('a token changes nothing of how its user signs in', async () => {
    const { token, id } = await s.world.person('clinician')
    for (const [path, body] of [
      ['/me/totp', { password: PASSWORD }],
      ['/me/totp/remove', { password: PASSWORD }],
      ['/mfa/recovery-codes', { password: PASSWORD }],
    ] as const)
      expect((await s.call(token, 'POST', path, body)).status, path).toBe(403)
    expect((await s.call(token, 'POST', '/me/totp/confirm', { code: '000000' })).status).toBe(403)
    expect(
      (await s.owner.query('select sealed_totp_next from users where id = $1', [id])).rows[0]
        .sealed_totp_next,
    ).toBeNull()
  })
})
