import { generateSync } from 'otplib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SESSION_COOKIE } from '../../platform/http/authenticate.ts'
import { accounts, cookieOf, PASSWORD } from '../../testing/accounts.ts'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import type { Person } from '../../testing/world.ts'
import { makeSetupLink } from './index.ts'

let s: TestServer
let admin: Person
beforeAll(async () => {
  s = await startTestServer()
  admin = await s.world.person('administrator')
})
afterAll(() => s.stop())

const { enrolled, signIn, codeFor } = accounts(() => ({ s, admin }))

describe('first run', () => {
  it('makes the organization and its administrator once, through the one-time link', async () => {
    const fresh = await startTestServer()
    try {
      // The harness has made an organization without accounts; the link counts accounts.
      const link = await makeSetupLink(fresh.services)
      expect(link).toMatch(/\/setup#[\w-]{43}$/)
      const setupToken = link!.split('#')[1]!
      const body = {
        setupToken,
        organizationName: 'Alder House',
        email: 'Ada@Example.test',
        displayName: 'Ada Birch',
        password: PASSWORD,
      }
      expect((await fresh.call(null, 'POST', '/setup', { ...body, setupToken: 'x'.repeat(43) })).status).toBe(
        403,
      )
      expect((await fresh.call(null, 'POST', '/setup', { ...body, password: 'password1234' })).status).toBe(
        422,
      )
      const made = await fresh.call(null, 'POST', '/setup', body)
      expect(made.status).toBe(201)
      expect((await fresh.call(null, 'POST', '/setup', body)).status).toBe(403)
      const cookie = cookieOf(made)
      const session = await fresh.call({ cookie }, 'GET', '/session')
      expect(session.body).toMatchObject({ stage: 'enrol-totp', permissions: [] })
      const begun = await fresh.call({ cookie, csrf: session.body.csrfToken }, 'POST', '/mfa/totp', {})
      const done = await fresh.call({ cookie, csrf: session.body.csrfToken }, 'POST', '/mfa/totp/confirm', {
        code: generateSync({ secret: begun.body.secret }),
      })
      expect(done.body.recoveryCodes).toHaveLength(10)
      const full = await fresh.call({ cookie: cookieOf(done) }, 'GET', '/session')
      expect(full.body).toMatchObject({ stage: 'full', mfa: true, user: { email: 'ada@example.test' } })
      expect(full.body.permissions).toContain('users:manage')
      expect(full.body.fieldClasses).toEqual({})
      // The half-way session ended with its step.
      expect((await fresh.call({ cookie }, 'GET', '/session')).status).toBe(401)
      expect(await makeSetupLink(fresh.services)).toBeUndefined()
    } finally {
      await fresh.stop()
    }
  })
})

describe('signing in', () => {
  it('takes password and code; a code works once', async () => {
    const u = await enrolled()
    const { browser, answer } = await signIn(u.email)
    expect(answer.body).toEqual({ next: 'totp' })
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^__Host-wk_session=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
    )
    expect((await browser.send('GET', '/me/sessions')).status).toBe(401)
    const code = await codeFor(u.id, u.secret)
    expect((await browser.send('POST', '/sign-in/totp', { code })).body).toEqual({ next: 'done' })
    expect((await browser.send('GET', '/me/sessions')).status).toBe(200)
    const again = await signIn(u.email)
    expect((await again.browser.send('POST', '/sign-in/totp', { code })).status).toBe(401)
  })
  it('takes a recovery code once', async () => {
    const u = await enrolled()
    const first = await signIn(u.email)
    expect(
      (await first.browser.send('POST', '/sign-in/totp', { recoveryCode: u.recoveryCodes[0] })).status,
    ).toBe(200)
    const second = await signIn(u.email)
    expect(
      (await second.browser.send('POST', '/sign-in/totp', { recoveryCode: u.recoveryCodes[0] })).status,
    ).toBe(401)
    expect(
      (
        await second.browser.send('POST', '/sign-in/totp', {
          recoveryCode: u.recoveryCodes[1]!.toUpperCase().replace('-', ' '),
        })
      ).status,
    ).toBe(200)
  })
  it('gives one answer, no sooner than its floor, whatever is wrong', async () => {
    const u = await enrolled()
    const suspended = await enrolled()
    await s.call(admin.token, 'POST', `/users/${suspended.id}/suspend`, {})
    const answers = []
    for (const [email, password] of [
      ['nobody@example.test', PASSWORD],
      [u.email, 'wrong wrong wrong'],
      [suspended.email, PASSWORD],
      [suspended.email, 'wrong wrong wrong'],
    ]) {
      const began = performance.now()
      const { answer } = await signIn(email!, password)
      expect(performance.now() - began).toBeGreaterThan(345)
      const { instance: _, ...body } = answer.body
      const { 'content-length': _l, date: _d, ...headers } = answer.headers
      answers.push(JSON.stringify({ status: answer.status, body, headers }))
    }
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('"status":401')
  })
  it('locks after failures that come all at once, exactly counted; an administrator unlocks', async () => {
    const u = await enrolled()
    await Promise.all(Array.from({ length: 8 }, () => signIn(u.email, 'wrong wrong wrong')))
    const { rows } = await s.owner.query('select failed_attempts, locked_until from users where id = $1', [
      u.id,
    ])
    expect(rows[0].failed_attempts).toBe(8)
    expect(rows[0].locked_until).not.toBeNull()
    expect((await signIn(u.email)).answer.status).toBe(401)
    expect((await s.call(admin.token, 'GET', `/users/${u.id}`)).body.lockedUntil).not.toBeNull()
    expect((await s.call(admin.token, 'POST', `/users/${u.id}/unlock`, {})).status).toBe(200)
    expect((await signIn(u.email)).answer.status).toBe(200)
    const events = await s.owner.query(
      "select action from audit_events where object_id = $1 and action = 'user.locked'",
      [u.id],
    )
    expect(events.rowCount).toBe(1)
  })
  it('is undone by time', async () => {
    const u = await enrolled()
    await s.owner.query(
      "update users set failed_attempts = 8, first_failed_at = now(), locked_until = now() + interval '5 minutes' where id = $1",
      [u.id],
    )
    expect((await signIn(u.email)).answer.status).toBe(401)
    await s.owner.query("update users set locked_until = now() - interval '1 second' where id = $1", [u.id])
    expect((await signIn(u.email)).answer.status).toBe(200)
  })
  it('counts wrong codes too, and ends the half-way session when the account locks', async () => {
    const u = await enrolled()
    const { browser } = await signIn(u.email)
    for (let i = 0; i < 8; i++)
      expect((await browser.send('POST', '/sign-in/totp', { code: '000000' })).status).toBe(401)
    await s.owner.query('update users set totp_last_step = null where id = $1', [u.id])
    expect(
      (await browser.send('POST', '/sign-in/totp', { code: generateSync({ secret: u.secret }) })).status,
    ).toBe(401)
  })
  it('limits attempts across two processes', async () => {
    const twin = await s.twin()
    try {
      const statuses: number[] = []
      for (let i = 0; i < 34; i++)
        statuses.push(
          (
            await (i % 2 ? s : twin).call(null, 'POST', '/sign-in', {
              email: 'limited@example.test',
              password: 'x',
            })
          ).status,
        )
      expect(statuses.slice(0, 30).every((x) => x === 401)).toBe(true)
      expect(statuses.slice(30)).toEqual([429, 429, 429, 429])
      await s.owner.query('truncate rate_limits')
    } finally {
      await twin.stop()
    }
  })
})

describe('passwords', () => {
  const change = (policy: object) => s.call(admin.token, 'PATCH', '/organization', { policy })
  it('follow the organization’s policy, its history, and the list of common ones', async () => {
    expect(
      (
        await change({
          password: { requireUpper: true, requireDigit: true, requireSymbol: true, history: 3 },
        })
      ).status,
    ).toBe(200)
    const u = await enrolled().catch(() => undefined)
    expect(u).toBeUndefined()
    await change({ password: { requireUpper: false, requireDigit: false, requireSymbol: false } })
    const v = await enrolled()
    const set = (newPassword: string, currentPassword = PASSWORD) =>
      v.browser.send('POST', '/me/password', { currentPassword, newPassword })
    for (const common of [
      'Password2026!',
      'qwertyuiop123',
      'SummerSummer99',
      'l3tme1nplease',
      'aaaaaaaaaaaaaaa',
      '123456789012',
      'Robin-Vale-12',
      'welcome1234567',
    ])
      expect((await set(common)).status, common).toBe(422)
    await s.owner.query('truncate rate_limits')
    expect((await set('short')).body.errors[0]).toEqual({
      field: 'newPassword',
      message: 'must have at least 12 characters',
    })
    expect((await set(PASSWORD)).body.errors[0].message).toBe('was used before')
    expect((await set('quartz lantern 42 herring', 'not my password')).status).toBe(422)
    expect((await set('quartz lantern 42 herring')).status).toBe(204)
    await s.owner.query('truncate rate_limits')
    expect((await set(PASSWORD, 'quartz lantern 42 herring')).body.errors[0].message).toBe('was used before')
  })
  it('are demanded anew when the period is over', async () => {
    await change({ password: { maxAgeDays: 30 } })
    const u = await enrolled()
    await s.owner.query("update users set password_set_at = now() - interval '31 days' where id = $1", [u.id])
    const { browser } = await signIn(u.email)
    expect(
      (await browser.send('POST', '/sign-in/totp', { code: await codeFor(u.id, u.secret) })).body,
    ).toEqual({ next: 'change-password' })
    expect((await browser.send('GET', '/me/sessions')).status).toBe(401)
    expect(
      (await browser.send('POST', '/sign-in/password', { newPassword: 'granite pillow 88 otter' })).body,
    ).toEqual({ next: 'done' })
    expect((await browser.send('GET', '/me/sessions')).status).toBe(200)
    await change({ password: { maxAgeDays: null } })
  })
})

describe('sessions', () => {
  it('end for every process the moment a user is suspended or removed, and tokens with them', async () => {
    const twin = await s.twin()
    try {
      const u = await enrolled([s.world.roleIds.clinician!])
      const who = { cookie: u.browser.cookie }
      expect((await twin.call(who, 'GET', '/session')).status).toBe(200)
      const token = (
        await u.browser.send('POST', '/tokens', {
          name: 't',
          scopes: ['*'],
          expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
        })
      ).status
      expect(token).toBe(403)
      expect((await s.call(admin.token, 'DELETE', `/users/${u.id}`)).status).toBe(204)
      expect((await twin.call(who, 'GET', '/session')).status).toBe(401)
      expect((await s.call(who, 'GET', '/session')).status).toBe(401)
      const person = await s.world.person('receptionist')
      expect((await twin.call(person.token, 'GET', '/me/sessions')).status).not.toBe(401)
      await s.call(admin.token, 'POST', `/users/${person.id}/suspend`, {})
      expect((await twin.call(person.token, 'GET', '/me/sessions')).status).toBe(401)
    } finally {
      await twin.stop()
    }
  })
  it('end by idleness and by age; passive questions do not prolong them', async () => {
    const u = await enrolled()
    const age = (column: string, seconds: number) =>
      s.owner.query(
        `update sessions set ${column} = ${column} - make_interval(secs => $2) where user_id = $1 and ended_at is null`,
        [u.id, seconds],
      )
    await age('last_seen_at', 14 * 60)
    expect((await u.browser.send('GET', '/session')).status).toBe(200)
    await age('last_seen_at', 61)
    expect((await u.browser.send('GET', '/session')).status).toBe(401)
    const v = await enrolled()
    await s.owner.query(
      "update sessions set absolute_expires_at = now() - interval '1 second' where user_id = $1",
      [v.id],
    )
    expect((await v.browser.send('GET', '/me/sessions')).status).toBe(401)
  })
  it('are prolonged by work', async () => {
    const u = await enrolled()
    await s.owner.query(
      "update sessions set last_seen_at = now() - interval '10 minutes' where user_id = $1",
      [u.id],
    )
    expect((await u.browser.send('GET', '/me/sessions')).status).toBe(200)
    const { rows } = await s.owner.query(
      "select bool_and(last_seen_at > now() - interval '1 minute') as fresh from sessions where user_id = $1 and ended_at is null",
      [u.id],
    )
    expect(rows[0].fresh).toBe(true)
    expect((await u.browser.send('POST', '/session/extend')).status).toBe(200)
  })
  it('refuse changes without the CSRF token, and a token from another session', async () => {
    const u = await enrolled()
    const v = await enrolled()
    const send = (csrf?: string) =>
      s.call({ cookie: u.browser.cookie, ...(csrf && { csrf }) }, 'POST', '/session/extend', {})
    expect((await send()).status).toBe(403)
    expect((await send('x')).status).toBe(403)
    expect((await send(v.browser.csrf)).status).toBe(403)
    expect((await send(u.browser.csrf)).status).toBe(200)
  })
  it('are listed and signed out by their owner, never another’s', async () => {
    const u = await enrolled()
    const v = await enrolled()
    const mine = (await u.browser.send('GET', '/me/sessions')).body.items
    expect(mine.filter((x: { current: boolean }) => x.current)).toHaveLength(1)
    expect((await v.browser.send('DELETE', `/me/sessions/${mine[0].id}`)).status).toBe(404)
    expect((await u.browser.send('POST', '/sign-out')).status).toBe(204)
    expect((await s.call({ cookie: u.browser.cookie }, 'GET', '/session')).status).toBe(401)
  })
  it('do not begin with a secret that the browser brought', async () => {
    const u = await enrolled()
    const fixed = `${SESSION_COOKIE}=${'a'.repeat(43)}`
    const answer = await s.call({ cookie: fixed }, 'POST', '/sign-in', { email: u.email, password: PASSWORD })
    expect(cookieOf(answer)).not.toBe(fixed)
  })
})

describe('administration', () => {
  it('keeps at least one administrator, and nobody changes his own power', async () => {
    expect((await s.call(admin.token, 'DELETE', `/users/${admin.id}`)).status).toBe(403)
    expect((await s.call(admin.token, 'PATCH', `/users/${admin.id}`, { roleIds: [] })).status).toBe(403)
    const second = await s.world.person('administrator')
    const [a, b] = await Promise.all([
      s.call(admin.token, 'POST', `/users/${second.id}/suspend`, {}),
      s.call(second.token, 'POST', `/users/${admin.id}/suspend`, {}),
    ])
    expect([a.status, b.status].filter((x) => x === 200).length).toBe(1)
    await s.owner.query("update users set status = 'active' where id = any ($1)", [[admin.id, second.id]])
    await s.owner.query('update service_tokens set revoked_at = null where user_id = any ($1)', [
      [admin.id, second.id],
    ])
  })
  it('lets nobody without roles:manage give roles', async () => {
    const officer = await s.world.person('security-officer')
    const target = await s.world.person('technician')
    expect(
      (
        await s.call(officer.token, 'PATCH', `/users/${target.id}`, {
          roleIds: [s.world.roleIds.administrator],
        })
      ).status,
    ).toBe(403)
    expect(
      (
        await s.call(officer.token, 'POST', '/users/invitations', {
          email: 'x@example.test',
          displayName: 'X',
          roleIds: [s.world.roleIds.administrator],
          teamIds: [],
        })
      ).status,
    ).toBe(403)
  })
  it('limits a token to its scopes and its time', async () => {
    const made = await s.call(admin.token, 'POST', '/tokens', {
      name: 'reader',
      scopes: ['users:read'],
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    })
    expect(made.status).toBe(201)
    expect((await s.call(made.body.token, 'GET', '/users')).status).toBe(200)
    expect((await s.call(made.body.token, 'GET', '/organization')).status).toBe(403)
    expect((await s.call(admin.token, 'DELETE', `/tokens/${made.body.id}`)).status).toBe(204)
    expect((await s.call(made.body.token, 'GET', '/users')).status).toBe(401)
    for (const days of [-1, 500])
      expect(
        (
          await s.call(admin.token, 'POST', '/tokens', {
            name: 'r',
            scopes: ['*'],
            expiresAt: new Date(Date.now() + days * 86_400_000).toISOString(),
          })
        ).status,
      ).toBe(422)
  })
  it('refuses addresses that the organization does not list, and a list that locks its author out', async () => {
    expect(
      (await s.call(admin.token, 'PATCH', '/organization', { policy: { ipAllowList: ['10.0.0.0/8'] } }))
        .status,
    ).toBe(409)
    expect(
      (await s.call(admin.token, 'PATCH', '/organization', { policy: { ipAllowList: ['nonsense'] } })).status,
    ).toBe(422)
    await s.owner.query(`update organizations set policy = '{"ipAllowList": ["10.0.0.0/8"]}'`)
    expect((await s.call(admin.token, 'GET', '/users')).status).toBe(401)
    await s.owner.query(`update organizations set policy = '{}'`)
    expect((await s.call(admin.token, 'GET', '/users')).status).toBe(200)
  })
  it('uses an invitation once; a new one replaces the old', async () => {
    const invite = () =>
      s.call(admin.token, 'POST', '/users/invitations', {
        email: 'twice@example.test',
        displayName: 'Twice',
        roleIds: [],
        teamIds: [],
      })
    const first = new URL((await invite()).body.invitationUrl).hash.slice(1)
    const second = new URL((await invite()).body.invitationUrl).hash.slice(1)
    expect((await s.call(null, 'POST', '/invitations/open', { token: first })).status).toBe(404)
    expect((await s.call(null, 'POST', '/invitations/open', { token: second })).body.email).toBe(
      'twice@example.test',
    )
    const accept = () => s.call(null, 'POST', '/invitations/accept', { token: second, password: PASSWORD })
    const both = await Promise.all([accept(), accept()])
    expect(both.map((x) => x.status).sort()).toEqual([200, 404])
  })
  it('resets a second factor: the app is enrolled anew at the next sign-in', async () => {
    const u = await enrolled()
    expect((await s.call(admin.token, 'POST', `/users/${u.id}/reset-mfa`, {})).body.mfaEnrolled).toBe(false)
    expect((await u.browser.send('GET', '/session')).status).toBe(401)
    expect((await signIn(u.email)).answer.body).toEqual({ next: 'enrol-totp' })
  })
})
