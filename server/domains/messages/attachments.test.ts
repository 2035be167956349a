import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import { runJobs } from '../../testing/jobs.ts'
import type { PortalActor } from '../../testing/portal.ts'
import type { Person } from '../../testing/world.ts'

let s: TestServer
let clinician: Person
let clientId: string
let patient: PortalActor
let other: PortalActor
let threadId: string

beforeAll(async () => {
  s = await startTestServer()
  clinician = await s.world.person('clinician')
  const made = await s.call(clinician.token, 'POST', '/clients', {
    kind: 'person',
    groupId: s.world.groupId,
    contact: { names: [{ given: ['Wanda'] }] },
  })
  clientId = made.body.id
  patient = await s.world.portal({ clients: [clientId] })
  other = await s.world.portal({ clients: [clientId] })
  const thread = await s.call(patient, 'POST', '/portal/threads', {
    clientId,
    subject: 'Knee',
    body: 'Hello',
  })
  threadId = thread.body.id
})
afterAll(() => s.stop())

const pathOf = (who: Person | PortalActor) => ('cookie' in who ? '/portal' : '')
async function upload(who: Person | PortalActor, text = 'The knee of Wanda', to = threadId): Promise<string> {
  const at = `${pathOf(who)}/files`
  const file = { ownerType: 'thread', ownerId: to, name: 'knee.txt', size: Buffer.byteLength(text) }
  const made = await s.call(who, 'POST', at, file)
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  // In two pieces, as after a break.
  const bytes = Buffer.from(text)
  await s.call(who, 'PUT', `${at}/${made.body.id}/content`, bytes.subarray(0, 4), { 'upload-offset': '0' })
  expect((await s.call(who, 'GET', `${at}/${made.body.id}`)).body.received).toBe(4)
  await s.call(who, 'PUT', `${at}/${made.body.id}/content`, bytes.subarray(4), { 'upload-offset': '4' })
  return made.body.id
}
const say = (who: Person | PortalActor, body: object) =>
  s.call(who, 'POST', `${pathOf(who)}/threads/${threadId}/messages`, body)
const content = (who: Person | PortalActor, id: string) =>
  s.call(who, 'GET', `${pathOf(who)}/files/${id}/content`)

describe('a file in a conversation', () => {
  it('goes with a message, is opened once it was looked into, and is seen by who sees the conversation', async () => {
    const id = await upload(patient)
    const sent = await say(patient, { files: [id] })
    expect(sent.body.items.at(-1)).toMatchObject({
      body: '',
      files: [{ id, name: 'knee.txt', state: 'unread' }],
    })
    expect((await content(patient, id)).status).toBe(409)
    expect((await content(clinician, id)).status).toBe(409)
    await runJobs(s)
    const seen = await s.call(clinician.token, 'GET', `/threads/${threadId}`)
    expect(seen.body.items.at(-1).files).toMatchObject([{ id, state: 'open' }])
    for (const who of [patient, clinician]) expect((await content(who, id)).body).toBe('The knee of Wanda')
    const outside = await s.world.person('clinician', 'outside')
    expect((await content(outside, id)).status).toBe(404)
    expect((await content(other, id)).status).toBe(404)
    const blind = await s.world.custom(['files:read', 'messages:read'], { contact: 'read' })
    expect((await content(blind, id)).status).toBe(403)
    const log = await s.owner.query(
      "select count(*)::int as n from audit_events where action = 'file.export' and object_id = $1",
      [threadId],
    )
    expect(log.rows[0].n).toBe(2)
  })

  it('is its uploader’s alone until it is sent, is sent once, and by nobody else', async () => {
    const id = await upload(patient)
    await runJobs(s)
    expect((await content(clinician, id)).status).toBe(404)
    const stolen = await say(clinician, { body: 'x', files: [id] })
    expect(stolen.body.errors[0].field).toBe('files')
    expect((await say(patient, { body: 'x', files: [id] })).status).toBe(201)
    expect((await say(patient, { body: 'x', files: [id] })).status).toBe(422)
    expect((await say(patient, {})).body.errors[0].field).toBe('body')
    const half = await s.call(patient, 'POST', '/portal/files', {
      ownerType: 'thread',
      ownerId: threadId,
      name: 'h',
      size: 9,
    })
    expect((await say(patient, { files: [half.body.id] })).body.errors[0].field).toBe('files')
    const foreign = { ownerType: 'thread', ownerId: threadId, name: 'h', size: 9 }
    expect((await s.call(other, 'POST', '/portal/files', foreign)).status).toBe(404)
    const late = Buffer.from('x')
    const into = `/portal/files/${half.body.id}/content`
    expect((await s.call(other, 'PUT', into, late, { 'upload-offset': '0' })).status).toBe(404)
  })

  it('of a note stays among colleagues', async () => {
    const id = await upload(clinician)
    expect((await say(clinician, { kind: 'note', files: [id] })).status).toBe(201)
    await runJobs(s)
    expect((await content(clinician, id)).status).toBe(200)
    expect((await content(patient, id)).status).toBe(404)
    expect(JSON.stringify((await s.call(patient, 'GET', `/portal/threads/${threadId}`)).body)).not.toContain(
      id,
    )
  })

  it('that holds malware is opened by nobody', async () => {
    const id = await upload(patient)
    await say(patient, { files: [id] })
    s.services.scanner = { scan: async () => 'infected' } as never
    try {
      await runJobs(s)
    } finally {
      s.services.scanner = undefined
    }
    const seen = (await s.call(patient, 'GET', `/portal/threads/${threadId}`)).body.items.at(-1)
    expect(seen.files).toMatchObject([{ id, state: 'infected' }])
    for (const who of [patient, clinician]) expect((await content(who, id)).status).toBe(409)
  })

  it('follows the client’s wall and goes with the client', async () => {
    const id = await upload(patient)
    await say(patient, { files: [id] })
    await runJobs(s)
    await s.owner.query('update clients set group_id = $2 where id = $1', [clientId, s.world.otherGroupId])
    expect((await content(clinician, id)).status).toBe(404)
    const officer = await s.world.custom(['clients:shred', 'clients:read'], { contact: 'read' }, 'outside')
    const gone = await s.call(officer.token, 'DELETE', `/clients/${clientId}`, {
      reason: 'Asked to be forgotten',
    })
    expect(gone.status).toBe(200)
    const { rows } = await s.owner.query(
      'select f.state, d.wrapped from files f join deks d on d.org_id = f.org_id and d.subject_id = f.id where f.id = $1',
      [id],
    )
    expect(rows).toEqual([{ state: 'purged', wrapped: null }])
    expect((await content(patient, id)).status).toBe(404)
  })
})
