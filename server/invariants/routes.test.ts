import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { allRoutes } from '../app.ts'
import type { Route } from '../platform/http/route.ts'
import { checkRoute } from '../platform/http/server.ts'
import { PERMISSIONS, SHIPPED_ROLES } from '../platform/policy/permissions.ts'
import { startTestServer, type TestServer } from '../testing/harness.ts'
import { runJobs } from '../testing/jobs.ts'
import type { PortalActor } from '../testing/portal.ts'
import type { Person } from '../testing/world.ts'
import { sample } from './sample.ts'

// Invariant 4: every route states what it needs. Each is tried as each role, from inside and outside the wall,
// and as nobody. The list of routes is the server's own, so a new route is tried without anybody's doing.

const CANARY = 'Quellenbrunn'
let s: TestServer
let clientId: string
let ticketId: string
let fileId: string
let folderId: string
let documentId: string
let formId: string
let responseId: string
let formFileId: string
let signatureId: string
const people = new Map<string, { inside: Person; outside: Person }>()
let all: { inside: Person; outside: Person }
/** Of the portal: one tied to the client, one to another client, one to none. */
let portal: { theirs: PortalActor; other: PortalActor; none: PortalActor }
/** Ids of what is not the portal person's: each is put wherever a route takes an id. */
let foreign: Record<string, string>

beforeAll(async () => {
  s = await startTestServer()
  for (const { key } of SHIPPED_ROLES)
    people.set(key, { inside: await s.world.person(key), outside: await s.world.person(key, 'outside') })
  const every = Object.fromEntries(
    ['contact', 'demographic', 'identifier', 'clinical', 'financial', 'note'].map((c) => [
      c,
      'write' as const,
    ]),
  )
  // Without break-glass and without the power over walls: both are ways through a wall by design.
  const permissions = Object.keys(PERMISSIONS).filter(
    (p) => !['break-glass:use', 'teams:manage', 'roles:manage', 'users:manage', 'access:explain'].includes(p),
  )
  all = {
    inside: await s.world.custom(permissions, every),
    outside: await s.world.custom(permissions, every, 'outside'),
  }
  clientId = await makeClient()
  ticketId = await makeTicket()
  fileId = await makeFile()
  await makeDocument()
  const otherClient = await makeClient(all.outside, s.world.otherGroupId, 'Neighbour')
  portal = {
    theirs: await s.world.portal({ clients: [clientId], facilities: [s.world.facilityId], name: CANARY }),
    other: await s.world.portal({ clients: [otherClient] }),
    none: await s.world.portal({}),
  }
  const thread = await s.call(portal.theirs, 'POST', '/portal/threads', {
    clientId,
    subject: CANARY,
    body: CANARY,
  })
  await makeForm()
  const asked = await s.call(all.inside.token, 'POST', `/documents/${documentId}/signatures`, {
    n: 1,
    consent: CANARY,
    signers: [{ userId: portal.theirs.id, role: CANARY }],
  })
  expect(asked.status, JSON.stringify(asked.body)).toBe(201)
  signatureId = asked.body.id
  const sent = { ownerType: 'thread', ownerId: thread.body.id, name: CANARY, size: CANARY.length }
  const threadFileId = (await s.call(portal.theirs, 'POST', '/portal/files', sent)).body.id
  await s.call(portal.theirs, 'PUT', `/portal/files/${threadFileId}/content`, Buffer.from(CANARY), {
    'upload-offset': '0',
  })
  const along = { files: [threadFileId] }
  const told = await s.call(portal.theirs, 'POST', `/portal/threads/${thread.body.id}/messages`, along)
  expect(told.body.items.at(-1).files).toMatchObject([{ id: threadFileId }])
  foreign = {
    'file of a conversation': threadFileId,
    thread: thread.body.id,
    signature: signatureId,
    form: formId,
    'form response': responseId,
    'file of a form': formFileId,
    client: clientId,
    ticket: ticketId,
    file: fileId,
    folder: folderId,
    document: documentId,
    facility: s.world.facilityId,
    staff: all.inside.id,
    'portal person': portal.theirs.id,
    group: s.world.groupId,
  }
})
afterAll(() => s.stop())

async function makeClient(by = all.inside, groupId = s.world.groupId, name = CANARY): Promise<string> {
  const made = await s.call(by.token, 'POST', '/clients', {
    kind: 'person',
    groupId,
    contact: { names: [{ given: [name], family: name }] },
    clinical: { summary: name },
    identifier: { ssn: '901223344' },
  })
  return made.body.id
}

async function makeTicket(): Promise<string> {
  const made = await s.call(all.inside.token, 'POST', '/tickets', {
    subject: CANARY,
    body: CANARY,
    clientId,
    tags: [CANARY],
    requester: { name: CANARY, email: `${CANARY.toLowerCase()}@example.test` },
  })
  return made.body.id
}

async function makeFile(): Promise<string> {
  const made = await s.call(all.inside.token, 'POST', '/files', {
    ownerType: 'ticket',
    ownerId: ticketId,
    name: `${CANARY}.txt`,
    size: CANARY.length,
  })
  const path = `/files/${made.body.id}/content`
  await s.call(all.inside.token, 'PUT', path, Buffer.from(CANARY), { 'upload-offset': '0' })
  return made.body.id
}

/** In the client's own folder, published: whoever may see the client may read it. */
async function makeDocument(): Promise<void> {
  const post = async (path: string, body: object, headers = {}) =>
    (await s.call(all.inside.token, 'POST', path, body, headers)).body
  folderId = (await post('/folders', { name: CANARY, clientId })).id
  const made = await post(`/folders/${folderId}/documents`, {
    name: `${CANARY}.txt`,
    size: CANARY.length,
    tags: [CANARY],
    note: CANARY,
  })
  documentId = made.id
  await s.call(
    all.inside.token,
    'PUT',
    `/documents/${documentId}/uploads/${made.uploadId}`,
    Buffer.from(CANARY),
    { 'upload-offset': '0' },
  )
  await runJobs(s)
  const published = await post(`/documents/${documentId}/publish`, {}, { 'if-match': '"2"' })
  expect(published.state).toBe('published')
}

/** A form, with the client's answers and a file among them. */
async function makeForm(): Promise<void> {
  const post = async (who: Person | PortalActor, path: string, body: object, headers = {}) =>
    (await s.call(who, 'POST', path, body, headers)).body
  const fields = [
    { id: 'q', kind: 'text', label: { en: CANARY }, class: 'clinical' },
    { id: 'f', kind: 'file', label: { en: CANARY }, class: 'clinical' },
  ]
  formId = (await post(all.inside, '/forms', { definition: { title: { en: 'F' }, fields } })).id
  await post(all.inside, `/forms/${formId}/publish`, {}, { 'if-match': '"1"' })
  const people = [portal.theirs.id]
  responseId = (await post(all.inside, '/form-responses', { formId, clientId, how: 'send', people })).id
  const file = { ownerType: 'form-response', ownerId: responseId, name: CANARY, size: CANARY.length }
  formFileId = (await post(portal.theirs, '/portal/files', file)).id
  await s.call(portal.theirs, 'PUT', `/portal/files/${formFileId}/content`, Buffer.from(CANARY), {
    'upload-offset': '0',
  })
  const answers = { q: CANARY, f: [formFileId] }
  const done = await post(
    portal.theirs,
    `/portal/form-responses/${responseId}/submit`,
    { answers },
    { 'if-match': '"1"' },
  )
  expect(done.state).toBe('submitted')
}

// biome-ignore lint/suspicious/noExplicitAny: schemas of all shapes
const jsonSchema = (schema: any) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
const OF_PATH: Record<string, () => string> = {
  clients: () => clientId,
  tickets: () => ticketId,
  files: () => fileId,
  folders: () => folderId,
  documents: () => documentId,
  'form-responses': () => responseId,
  signatures: () => signatureId,
}
const idFor = (name: string): string =>
  ({
    groupId: s.world.groupId,
    facilityId: s.world.facilityId,
    queueId: s.world.queueId,
    typeId: s.world.typeId,
    clientId,
    ticketId,
    folderId,
    parentId: folderId,
    documentId,
  })[name] ?? clientId

/** `only`: this id wherever the route takes one, in path, query and body; else each kind of id in its place. */
async function request(r: Route, who: Person | PortalActor | null, only?: string) {
  const ids = only === undefined ? idFor : () => only
  const params = (r.params ? sample(jsonSchema(r.params), ids) : {}) as Record<string, string>
  const query = (r.query ? sample(jsonSchema(r.query), ids) : {}) as Record<string, string>
  const place = (name: string) => {
    if (only !== undefined || name !== 'id') return String(params[name] ?? clientId)
    const of = r.path.replace(/^\/portal/, '').split('/')[1]!
    return OF_PATH[of]?.() ?? String(params.id ?? clientId)
  }
  const path = r.path.replace(/:(\w+)/g, (_, name) => place(name))
  const search = new URLSearchParams(Object.entries(query).map(([k, v]) => [k, String(v)])).toString()
  const body = r.body ? sample(jsonSchema(r.body), ids) : undefined
  return s.call(who, r.method, path + (search ? `?${search}` : ''), r.streams ? Buffer.from('x') : body, {
    'if-match': '"1"',
  })
}

/** What there is of the client, the ticket and an account, as it lies in the database. */
async function everythingOf(userId: string) {
  const rows = async (sql: string, id: string) => (await s.owner.query(sql, [id])).rows
  return {
    client: await rows('select * from clients where id = $1', clientId),
    ticket: await rows('select * from tickets where id = $1', ticketId),
    messages: await rows('select * from ticket_messages where ticket_id = $1', ticketId),
    folder: await rows('select * from folders where id = $1', folderId),
    document: await rows('select * from documents where id = $1', documentId),
    response: await rows('select * from form_responses where id = $1', responseId),
    versions: await rows('select * from document_versions where document_id = $1', documentId),
    signatures: await rows('select * from signature_requests where id = $1', signatureId),
    steps: await rows('select * from signature_steps where request_id = $1', signatureId),
    user: await rows('select * from users where id = $1', userId),
    person: await rows('select * from portal_people where user_id = $1', userId),
    ties: await rows('select * from portal_clients where user_id = $1', userId),
  }
}

/** Several at a time: the server works on them as it does on those of many people. */
async function inParallel<T>(items: readonly T[], run: (item: T) => Promise<void>, most = 12): Promise<void> {
  const left = [...items]
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await run(item)
  }
  await Promise.all(Array.from({ length: most }, worker))
}

describe('every route', () => {
  it('declares what it needs, and one that does not stops the server', () => {
    const routes = allRoutes(s.services)
    expect(routes.length).toBeGreaterThan(20)
    for (const r of routes) expect(() => checkRoute(r)).not.toThrow()
    const good = routes.find((r) => r.method === 'POST')!
    expect(() => checkRoute({ ...good, needs: undefined as never })).toThrow(/declares no permission/)
    expect(() => checkRoute({ ...good, needs: 'clients:anything' as never })).toThrow(
      /declares no permission/,
    )
    expect(() => checkRoute({ ...good, body: undefined, streams: false })).toThrow(/declares no schema/)
  })

  it('refuses nobody, an ended token and a forged one', async () => {
    const routes = allRoutes(s.services).filter((r) => r.needs !== 'public')
    await inParallel(routes, async (r) => {
      const where = `${r.method} ${r.path}`
      expect((await request(r, null)).status, where).toBe(401)
      expect((await request(r, { token: 'wkt_forged' } as Person)).status, where).toBe(401)
    })
  })

  it('refuses each shipped role that lacks its permission, and the refusal is in the log', async () => {
    const lacking = allRoutes(s.services)
      .filter((r) => r.needs in PERMISSIONS)
      .flatMap((r) =>
        SHIPPED_ROLES.filter((role) => !(role.permissions as string[]).includes(r.needs)).map(({ key }) => ({
          r,
          key,
        })),
      )
    const refused = lacking.length
    expect(refused).toBeGreaterThan(500)
    await inParallel(lacking, async ({ r, key }) => {
      const answer = await request(r, people.get(key)!.inside)
      expect(answer.status, `${r.method} ${r.path} as ${key}`).toBe(403)
    })
    const { rows } = await s.owner.query(
      "select count(*)::int as n from audit_events where action = 'request.refused'",
    )
    expect(rows[0].n).toBeGreaterThanOrEqual(refused)
  })

  it('of devices takes nobody’s session and no token for a device', async () => {
    const routes = allRoutes(s.services).filter((r) => r.needs === 'device')
    expect(routes.length).toBeGreaterThan(5)
    await inParallel(routes, async (r) => {
      for (const who of [all.inside, portal.theirs])
        expect((await request(r, who)).status, `${r.method} ${r.path}`).toBe(401)
    })
  })

  it('that is for staff refuses people of the portal, whatever they name, and the refusal is in the log', async () => {
    const staff = allRoutes(s.services).filter(
      (r) => !r.alsoPortal && r.needs !== 'portal' && r.needs !== 'public' && r.needs !== 'device',
    )
    expect(staff.length).toBeGreaterThan(150)
    await inParallel(staff, async (r) => {
      for (const who of Object.values(portal)) {
        const answer = await request(r, who)
        expect(answer.status, `${r.method} ${r.path}`).toBe(403)
        expect(JSON.stringify(answer.body)).not.toContain(CANARY)
      }
    })
    const { rows } = await s.owner.query(
      "select count(*)::int as n from audit_events where action = 'request.refused' and actor_id = $1",
      [portal.theirs.id],
    )
    expect(rows[0].n).toBeGreaterThanOrEqual(staff.length)
  })

  it('of the portal refuses staff and gives nothing of what is another’s, whichever id stands in URL and body', async () => {
    const theirs = allRoutes(s.services).filter((r) => r.needs === 'portal')
    const before = await everythingOf(portal.theirs.id)
    for (const r of theirs) {
      const where = `${r.method} ${r.path}`
      expect((await request(r, all.inside)).status, where).toBe(403)
      await inParallel(Object.entries(foreign), async ([what, id]) => {
        for (const who of [portal.other, portal.none]) {
          const answer = await request(r, who, id)
          expect(JSON.stringify(answer.body ?? ''), `${where} with the id of a ${what}`).not.toContain(CANARY)
          expect(answer.status, `${where} with the id of a ${what}`).toBeLessThan(500)
        }
      })
    }
    expect(await everythingOf(portal.theirs.id)).toEqual(before)
  })

  it('gives nothing of a client or a ticket to anybody outside its wall', async () => {
    const before = await everythingOf(all.inside.id)
    expect(before.messages).toHaveLength(1)
    for (const r of allRoutes(s.services)) {
      if (r.needs === 'public' || r.streams || r.path === '/sign-out') continue
      // A stream that does not end by itself; tested apart.
      if (r.path === '/live') continue
      // The one way through a wall, by design: with its own permission, reason, alert and review.
      if (r.method === 'POST' && r.path === '/break-glass') continue
      // Route after route, as what one leaves behind may be what the next one finds.
      await inParallel([all.outside, ...[...people.values()].map((p) => p.outside)], async (who) => {
        const answer = await request(r, who)
        const where = `${r.method} ${r.path}`
        expect(JSON.stringify(answer.body ?? ''), where).not.toContain(CANARY)
        if (/^\/(clients|tickets|folders|documents|form-responses|signatures)\/:id/.test(r.path))
          expect([403, 404, 410, 422], `${where} answered ${answer.status}`).toContain(answer.status)
        expect(answer.status, where).toBeLessThan(500)
      })
    }
    expect(await everythingOf(all.inside.id)).toEqual(before)
  })
})
