import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { allRoutes } from '../app.ts'
import { csrfToken, SESSION_COOKIE, secretHash } from '../platform/http/authenticate.ts'
import type { Route } from '../platform/http/route.ts'
import { csrfHash } from '../platform/http/server.ts'
import { uuidv7 } from '../platform/ids.ts'
import { PERMISSIONS } from '../platform/policy/permissions.ts'
import { type Answer, startTestServer, type TestServer } from '../testing/harness.ts'
import type { PortalActor } from '../testing/portal.ts'
import type { Person } from '../testing/world.ts'
import { bodyWith, type Path, textPlaces } from './leaves.ts'
import { sample } from './sample.ts'

// Invariant 8: bad input gets a clear error with the field's name, never a stack trace, never an echo, and changes
// nothing. Tried in every place of every route's body where text goes; the list of routes is the server's own.

let s: TestServer
let who: Person
let holder: Person
let clientId: string
let patient: PortalActor
beforeAll(async () => {
  s = await startTestServer()
  const classes = ['contact', 'demographic', 'identifier', 'clinical', 'financial', 'note']
  who = await s.world.custom(
    Object.keys(PERMISSIONS),
    Object.fromEntries(classes.map((c) => [c, 'write' as const])),
  )
  holder = await s.world.person('auditor')
  clientId = await makeClient()
  patient = await s.world.portal({ clients: [clientId] })
})
afterAll(() => s.stop())

/** As a token where one may ask; about one's own account as a session, each time a new one. */
async function asker(r: Route) {
  if (r.needs === 'public') return null
  if (r.needs === 'portal') return patient
  if (r.needs !== 'session' && r.needs !== 'pre-session') return who.token
  const secret = randomBytes(32).toString('base64url')
  await s.owner.query(
    `insert into sessions (org_id, id, user_id, token_hash, stage, mfa, csrf_hash, idle_seconds, absolute_expires_at)
     values ($1, $2, $3, $4, 'full', true, $5, 900, now() + interval '1 hour')`,
    [s.world.orgId, uuidv7(), holder.id, secretHash(secret), csrfHash(secret)],
  )
  return { cookie: `${SESSION_COOKIE}=${secret}`, csrf: csrfToken(secret) }
}

async function makeClient(): Promise<string> {
  const made = await s.call(who.token, 'POST', '/clients', {
    kind: 'person',
    groupId: s.world.groupId,
    contact: { names: [{ given: ['Ida'] }] },
  })
  return made.body.id
}
const idFor = (name: string): string =>
  ({ groupId: s.world.groupId, facilityId: s.world.facilityId, clientId })[name] ?? clientId

// biome-ignore lint/suspicious/noExplicitAny: schemas of all shapes
const jsonSchema = (schema: any) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })

/** Every place for text in every route's body. */
function places(): { route: Route; schema: object; place: Path }[] {
  return allRoutes(s.services)
    .filter((r) => r.body && !r.streams)
    .flatMap((r) => {
      const schema = jsonSchema(r.body)
      return textPlaces(schema).map((place) => ({ route: r, schema, place }))
    })
}

async function send(r: Route, body: unknown): Promise<Answer> {
  const params = (r.params ? sample(jsonSchema(r.params), idFor) : {}) as Record<string, string>
  const path = r.path.replace(/:(\w+)/g, (_, name) => String(params[name] ?? clientId))
  return s.call(await asker(r), r.method, path, body, { 'if-match': '"1"' })
}

const TRACE = /\bat .+\.ts|node_modules|SELECT |select .* from|syntax error|22P02|undefined is not/

/** A refusal is a problem document that tells no more than it should. */
function expectClear(answer: Answer, marker: string, where: string): void {
  expect(answer.status, `${where}: ${JSON.stringify(answer.body)}`).toBeLessThan(500)
  if (answer.status < 400) return
  expect(answer.headers['content-type'], where).toContain('application/problem+json')
  const text = JSON.stringify(answer.body)
  expect(text, where).not.toContain(marker)
  expect(text, where).not.toMatch(TRACE)
}

const calm = () => s.owner.query('truncate rate_limits')

it('a body of null is no empty one: every route that takes a body refuses it and says so', async () => {
  for (const [i, r] of allRoutes(s.services)
    .filter((r) => r.body && !r.streams)
    .entries()) {
    if (i % 10 === 0) await calm()
    const answer = await s.call(await asker(r), r.method, r.path.replace(/:\w+/g, clientId), 'null', {
      'content-type': 'application/json',
      'if-match': '"1"',
    })
    const where = `${r.method} ${r.path}: ${JSON.stringify(answer.body)}`
    expect(answer.status, where).toBe(422)
    expect(answer.body.errors, where).toContainEqual({ field: 'body', message: 'must be of type object' })
  }
})

describe('in every place for text of every route', () => {
  it('there are places enough to try', () => expect(places().length).toBeGreaterThan(150))

  it('over-long text is refused, and the field is named', async () => {
    const text = 'Quellenbrunn '.repeat(20_000)
    const taken: string[] = []
    for (const [i, { route, schema, place }] of places().entries()) {
      if (i % 10 === 0) await calm()
      const where = `${route.method} ${route.path} ${place.join('.')}`
      const answer = await send(route, bodyWith(schema, place, text, idFor))
      expectClear(answer, 'Quellenbrunn', where)
      if (answer.status < 300) taken.push(where)
      if (answer.status === 422) {
        const fields = answer.body.errors?.map((e: { field: string }) => e.field).join(' ') ?? ''
        expect(fields, where).toContain(String(place[0]))
      }
    }
    // Nothing takes a quarter of a megabyte of text.
    expect(taken).toEqual([])
  })

  it.each([
    [
      'SQL, HTML, a template and a path',
      `Quellenbrunn'); drop table clients; -- <img src=x onerror="alert(1)">{{7*7}}%s%n$\{jndi:x}../../etc/passwd`,
    ],
    ['a control character and half a sign', 'Quellenbrunn\u0000\ud800'],
  ])('%s is text like any other, or refused', async (_, text) => {
    const tables = async () =>
      (
        await s.owner.query(
          "select count(*)::int as n from information_schema.tables where table_schema = 'public'",
        )
      ).rows[0].n
    const before = await tables()
    for (const [i, { route, schema, place }] of places().entries()) {
      if (i % 10 === 0) await calm()
      const where = `${route.method} ${route.path} ${place.join('.')}`
      const answer = await send(route, bodyWith(schema, place, text, idFor))
      expectClear(answer, 'Quellenbrunn', where)
      // What follows is tried on a client that is there.
      if (route.path === '/clients/:id' && route.method === 'DELETE') clientId = await makeClient()
    }
    expect(await tables()).toBe(before)
  })

  it('a body of another shape is refused', async () => {
    const seen = new Set<Route>()
    for (const { route } of places()) {
      if (seen.has(route)) continue
      seen.add(route)
      await calm()
      for (const body of [
        [],
        '"text"',
        '17',
        '{',
        '{"__proto__":{"a":1}}',
        '{"constructor":{"prototype":{}}}',
      ]) {
        const answer = await s.call(
          route.needs === 'public' ? null : route.needs === 'portal' ? patient : who.token,
          route.method,
          route.path.replace(/:\w+/g, clientId),
          typeof body === 'string' ? body : JSON.stringify(body),
          { 'content-type': 'application/json', 'if-match': '"1"' },
        )
        expectClear(answer, 'Quellenbrunn', `${route.method} ${route.path} ${JSON.stringify(body)}`)
        expect(answer.status, `${route.method} ${route.path} ${JSON.stringify(body)}`).toBeGreaterThanOrEqual(
          400,
        )
      }
    }
  })
})
