import { request } from 'node:https'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accounts, PASSWORD } from '../../testing/accounts.ts'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import type { Person } from '../../testing/world.ts'

// What an insider with an account and a proxy tries: to go on after the end, to make more of a token than it is, and
// to be let in from elsewhere.

let s: TestServer
let admin: Person
let at: { url: string; ca: string }
const { enrolled, signIn, codeFor } = accounts(() => ({ s, admin }))
beforeAll(async () => {
  s = await startTestServer()
  admin = await s.world.person('administrator')
  at = await s.listen()
})
afterAll(() => s.stop())
beforeEach(() => s.owner.query('truncate rate_limits'))

/** In ms. Without being told, a stream notices at its heartbeat, after 25 s. */
const BEFORE_A_HEARTBEAT = 20_000
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()
const token = (who: Person | string, body: object) =>
  s.call(typeof who === 'string' ? who : who.token, 'POST', '/tokens', {
    name: 't',
    scopes: ['*'],
    expiresAt: inAnHour(),
    ...body,
  })

/** An open stream of events; `ended` resolves when the server ends it. */
function stream(headers: Record<string, string>) {
  let ended!: (n: number) => void
  const end = new Promise<number>((resolve) => {
    ended = resolve
  })
  const opened = new Promise<number>((resolve, reject) => {
    const req = request(`${at.url}/api/v1/live`, { headers, rejectUnauthorized: false }, (res) => {
      res.once('data', () => resolve(res.statusCode!))
      res.resume()
      res.once('close', () => ended(Date.now()))
    })
    req.on('error', reject)
    req.end()
  })
  return { opened, end }
}

describe('removal', () => {
  it('ends every session, half-way session, token and open stream at once, in every process', async () => {
    const twin = await s.twin()
    try {
      const u = await enrolled([s.world.roleIds.administrator!])
      const halfway = (await signIn(u.email)).browser
      const second = (await signIn(u.email)).browser
      await second.send('POST', '/sign-in/totp', { code: await codeFor(u.id, u.secret) })
      const made = (
        await u.browser.send('POST', '/tokens', { name: 'mine', scopes: ['*'], expiresAt: inAnHour() })
      ).body
      const streams = [
        stream({ cookie: u.browser.cookie }),
        stream({ authorization: `Bearer ${made.token}` }),
      ]
      for (const x of streams) expect(await x.opened).toBe(200)
      const ways = () => [
        twin.call({ cookie: u.browser.cookie }, 'GET', '/me/sessions'),
        s.call({ cookie: second.cookie }, 'GET', '/me/sessions'),
        s.call({ cookie: halfway.cookie, csrf: halfway.csrf }, 'POST', '/sign-in/totp', { code: '000000' }),
        twin.call(made.token, 'GET', '/users'),
      ]
      expect((await Promise.all(ways())).map((a) => a.status)).toEqual([200, 200, 401, 200])
      expect((await s.call(admin.token, 'DELETE', `/users/${u.id}`)).status).toBe(204)
      for (const answer of await Promise.all(ways())) expect(answer.status).toBe(401)
      const before = Date.now()
      for (const x of streams) expect((await x.end) - before).toBeLessThan(BEFORE_A_HEARTBEAT)
      expect((await signIn(u.email)).answer.status).toBe(401)
      // What the browser still holds opens nothing: not a prolonging, not a new token, not the setting up of an app.
      for (const [method, path, body] of [
        ['POST', '/session/extend', {}],
        ['POST', '/tokens', { name: 'x', scopes: ['*'], expiresAt: inAnHour() }],
        ['POST', '/me/totp', { password: PASSWORD }],
        ['POST', '/mfa/totp', {}],
      ] as const)
        expect((await u.browser.send(method, path, body)).status, path).toBe(401)
      const { rows } = await s.owner.query(
        'select (select count(*)::int from sessions where user_id = $1 and ended_at is null) as sessions, (select count(*)::int from service_tokens where user_id = $1 and revoked_at is null) as tokens, (select count(*)::int from recovery_codes where user_id = $1) as codes',
        [u.id],
      )
      expect(rows).toEqual([{ sessions: 0, tokens: 0, codes: 0 }])
    } finally {
      await twin.stop()
    }
  })
  it('of one who was invited spoils the invitation', async () => {
    const invited = await s.call(admin.token, 'POST', '/users/invitations', {
      email: 'gone@example.test',
      displayName: 'Gone',
      roleIds: [],
      teamIds: [],
    })
    const secret = new URL(invited.body.invitationUrl).hash.slice(1)
    await s.call(admin.token, 'DELETE', `/users/${invited.body.user.id}`)
    for (const [path, body] of [
      ['/invitations/open', { token: secret }],
      ['/invitations/accept', { token: secret, password: PASSWORD }],
    ] as const)
      expect((await s.call(null, 'POST', path, body)).status).toBe(404)
  })
  it('a session that races its own end is refused, never half served', async () => {
    const u = await enrolled([s.world.roleIds.clinician!])
    const asks = Array.from({ length: 40 }, async (_, i) => {
      await new Promise((r) => setTimeout(r, i * 2))
      const began = Date.now()
      return { began, status: (await s.call({ cookie: u.browser.cookie }, 'GET', '/me/sessions')).status }
    })
    await new Promise((r) => setTimeout(r, 20))
    expect((await s.call(admin.token, 'POST', `/users/${u.id}/suspend`, {})).status).toBe(200)
    const suspended = Date.now()
    for (const { began, status } of await Promise.all(asks)) {
      expect([200, 401]).toContain(status)
      if (began > suspended) expect(status).toBe(401)
    }
    // Let back in, the old session stays ended.
    await s.call(admin.token, 'POST', `/users/${u.id}/resume`, {})
    expect((await s.call({ cookie: u.browser.cookie }, 'GET', '/session')).status).toBe(401)
  })
})

describe('a service token', () => {
  it('makes none that may do more, or lasts longer, than itself', async () => {
    const expiresAt = inAnHour()
    const small = (await token(admin, { scopes: ['tokens:manage', 'users:read'], expiresAt })).body
    expect((await token(small.token, { scopes: ['*'], expiresAt })).status).toBe(403)
    expect((await token(small.token, { scopes: ['users:manage'], expiresAt })).status).toBe(403)
    const later = await token(small.token, {
      scopes: ['users:read'],
      expiresAt: new Date(Date.parse(expiresAt) + 1000).toISOString(),
    })
    expect(later.status).toBe(422)
    expect(later.body.errors[0].field).toBe('expiresAt')
    expect((await token(small.token, { scopes: ['users:read'], expiresAt })).status).toBe(201)
  })
  it('is nothing once its time or its user’s is over, or the scope is not its user’s', async () => {
    const reader = (await token(admin, { scopes: ['users:read', 'clients:read'] })).body
    expect((await s.call(reader.token, 'GET', '/users')).status).toBe(200)
    // A scope adds nothing to what the user may do: administrators see no clients.
    expect((await s.call(reader.token, 'POST', '/clients/search', { q: 'a' })).status).toBe(403)
    await s.owner.query("update service_tokens set expires_at = now() - interval '1 second' where id = $1", [
      reader.id,
    ])
    expect((await s.call(reader.token, 'GET', '/users')).status).toBe(401)
    const person = await s.world.person('auditor')
    await s.owner.query("update users set expires_at = now() - interval '1 second' where id = $1", [
      person.id,
    ])
    expect((await s.call(person.token, 'GET', '/me/sessions')).status).toBe(401)
  })
  it('loses at once what its user’s role loses, in another process too', async () => {
    const twin = await s.twin()
    try {
      const person = await s.world.custom(['users:read'], {})
      expect((await twin.call(person.token, 'GET', '/users')).status).toBe(200)
      await s.owner.query(
        "update roles set permissions = '{}' where id in (select role_id from user_roles where user_id = $1)",
        [person.id],
      )
      expect((await twin.call(person.token, 'GET', '/users')).status).toBe(403)
    } finally {
      await twin.stop()
    }
  })
  it('is for another user only where that is a service account, and never for more than the maker may give', async () => {
    const officer = await s.world.custom(['tokens:manage', 'users:read'], {})
    expect((await token(officer, { userId: admin.id })).status).toBe(403)
    expect((await token(admin, { userId: officer.id })).status).toBe(403)
    for (const scopes of [[], ['everything'], ['users:read', 'nonsense']])
      expect((await token(admin, { scopes })).status).toBe(422)
  })
  it('is read from its header alone, whole, and with its own prefix', async () => {
    const { token: secret } = (await token(admin, {})).body
    const get = (headers: Record<string, string>, path = '/users') =>
      s.call(null, 'GET', path, undefined, headers)
    for (const headers of [
      { authorization: secret },
      { authorization: `Basic ${secret}` },
      { authorization: `Bearer ${secret.slice(0, -1)}` },
      { authorization: `Bearer ${secret}x` },
      { authorization: `Bearer ${secret.slice(4)}` },
      { cookie: `__Host-wk_session=${secret}` },
      { 'x-authorization': `Bearer ${secret}` },
    ] as Record<string, string>[])
      expect((await get(headers)).status, JSON.stringify(headers).replace(secret, '…')).toBe(401)
    expect((await get({}, `/users?token=${secret}&access_token=${secret}`)).status).toBe(401)
    expect((await get({ authorization: `Bearer ${secret}` })).status).toBe(200)
  })
})

describe('an allow-list', () => {
  const policy = (list: string[]) =>
    s.owner.query('update organizations set policy = $1', [JSON.stringify({ ipAllowList: list })])
  afterEach(() => policy([]))

  it('of the organization is not got around by headers that name another address', async () => {
    await policy(['10.1.0.0/16'])
    for (const headers of [
      { 'x-forwarded-for': '10.1.2.3' },
      { forwarded: 'for=10.1.2.3' },
      { 'x-real-ip': '10.1.2.3' },
      { 'x-client-ip': '10.1.2.3' },
      { 'true-client-ip': '10.1.2.3' },
      { via: '1.1 10.1.2.3' },
    ] as Record<string, string>[])
      expect((await s.call(admin.token, 'GET', '/users', undefined, headers)).status).toBe(401)
    const { rows } = await s.owner.query(
      "select leaf from audit_events where action = 'request.refused' and actor_id = $1 order by id desc limit 1",
      [admin.id],
    )
    expect(rows[0].leaf).toContain('address-not-allowed')
  })
  it('of the organization hides at sign-in whether the password is right', async () => {
    const u = await enrolled()
    await policy(['10.1.0.0/16'])
    const right = await signIn(u.email)
    const wrong = await signIn(u.email, 'wrong wrong wrong')
    expect(right.answer.status).toBe(401)
    const shape = ({ body: { instance: _, ...body }, headers }: typeof right.answer) => [
      body,
      'set-cookie' in headers,
    ]
    expect(shape(right.answer)).toEqual(shape(wrong.answer))
    await policy([])
    expect((await signIn(u.email)).answer.body).toEqual({ next: 'totp' })
  })
  it('of a role takes away the role alone, as soon as it is set, also where the session is known', async () => {
    const person = await s.world.custom(['users:read'], {})
    const other = await s.world.custom(['teams:read'], {})
    await s.owner.query('update user_roles set user_id = $1 where user_id = $2', [person.id, other.id])
    const both = async () => [
      (await s.call(person.token, 'GET', '/users')).status,
      (await s.call(person.token, 'GET', '/teams')).status,
    ]
    expect(await both()).toEqual([200, 200])
    const narrow = (list: string) =>
      s.owner.query(
        "update roles set ip_allow_list = $2::cidr[] where 'users:read' = any (permissions) and id in (select role_id from user_roles where user_id = $1)",
        [person.id, list],
      )
    await narrow('{10.1.0.0/16,2001:db8::/32}')
    expect(await both()).toEqual([403, 200])
    await narrow('{127.0.0.0/8,::1/128}')
    expect(await both()).toEqual([200, 200])
  })
})
