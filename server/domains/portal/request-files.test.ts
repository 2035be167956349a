import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import { runJobs } from '../../testing/jobs.ts'
import type { PortalActor } from '../../testing/portal.ts'
import type { Person } from '../../testing/world.ts'

let s: TestServer
let desk: Person
let clientId: string
let parent: PortalActor
let other: PortalActor

beforeAll(async () => {
  s = await startTestServer()
  desk = await s.world.custom(
    [
      'tickets:read',
      'tickets:write',
      'tickets:create',
      'clients:create',
      'clients:write',
      'clients:read',
      'files:read',
      'files:write',
    ],
    { contact: 'write', clinical: 'write' },
  )
  const made = await s.call(desk.token, 'POST', '/clients', {
    kind: 'person',
    groupId: s.world.groupId,
    contact: { names: [{ given: ['Wanda'], family: 'Quill' }] },
  })
  clientId = made.body.id
  parent = await s.world.portal({ clients: [clientId], name: 'Paula Quill' })
  other = await s.world.portal({ clients: [clientId] })
})
afterAll(() => s.stop())

const QUESTION = { subject: 'New card', body: 'Which form is it?' }
const ask = async (): Promise<{ id: string; items: { id: string }[] }> =>
  (await s.call(parent, 'POST', '/portal/requests', { ...QUESTION, clientId })).body
const announce = (who: PortalActor, ownerId: string, messageId: string | undefined, size = 5) =>
  s.call(who, 'POST', '/portal/files', { ownerType: 'ticket', ownerId, name: 'card.txt', size, messageId })
const put = (who: PortalActor, id: string, text: string) =>
  s.call(who, 'PUT', `/portal/files/${id}/content`, Buffer.from(text), { 'upload-offset': '0' })
const seen = async (id: string) => (await s.call(parent, 'GET', `/portal/requests/${id}`)).body

describe('files of a request', () => {
  it('go with the message that they were chosen with, and are read by the desk and by whoever sent them', async () => {
    const request = await ask()
    const made = await announce(parent, request.id, request.items[0]!.id)
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    expect((await seen(request.id)).items[0].files).toMatchObject([{ id: made.body.id, state: 'uploading' }])
    expect((await put(parent, made.body.id, 'hello')).body.complete).toBe(true)
    const query = `/files?ownerType=ticket&ownerId=${request.id}`
    expect((await s.call(desk.token, 'GET', query)).body.items).toMatchObject([
      { id: made.body.id, state: 'waiting', messageId: request.items[0]!.id },
    ])
    await runJobs(s)
    expect((await seen(request.id)).items[0].files).toMatchObject([{ name: 'card.txt', state: 'open' }])
    expect((await s.call(parent, 'GET', `/portal/files/${made.body.id}/content`)).body).toBe('hello')
    expect((await s.call(desk.token, 'GET', `/files/${made.body.id}/content`)).body).toBe('hello')
  })

  it('hold the ticket open while something in them is suspected; what was found is the desk’s alone', async () => {
    const request = await ask()
    const text = 'Wanda Quill, born 03/04/1961, SSN 219-09-9999'
    const made = await announce(parent, request.id, request.items[0]!.id, Buffer.byteLength(text))
    await put(parent, made.body.id, text)
    await runJobs(s)
    expect((await seen(request.id)).items[0].files).toMatchObject([{ state: 'held' }])
    expect((await s.call(parent, 'GET', `/portal/files/${made.body.id}/content`)).status).toBe(409)
    expect((await s.call(desk.token, 'GET', `/tickets/${request.id}`)).body.phiState).toBe('suspected')
  })

  it('are nobody else’s, and go with nobody else’s message', async () => {
    const request = await ask()
    const first = request.items[0]!.id
    expect((await announce(other, request.id, first)).status).toBe(404)
    await s.call(desk.token, 'POST', `/tickets/${request.id}/messages`, {
      kind: 'public',
      body: 'The blue one.',
    })
    const answer = (await seen(request.id)).items.at(-1)
    expect(answer.own).toBe(false)
    expect((await announce(parent, request.id, answer.id)).body.errors[0].field).toBe('messageId')
    const made = await announce(parent, request.id, first)
    expect((await put(other, made.body.id, 'hello')).status).toBe(404)
    expect((await s.call(other, 'GET', `/portal/files/${made.body.id}`)).status).toBe(404)
    await s.owner.query("update ticket_messages set created_at = now() - interval '2 days' where id = $1", [
      first,
    ])
    expect((await announce(parent, request.id, first)).body.errors[0].field).toBe('messageId')
  })

  it('of colleagues are seen with a public message, and not with a note or by themselves', async () => {
    const request = await ask()
    const files: string[] = []
    for (const name of ['a.txt', 'b.txt', 'c.txt']) {
      const made = await s.call(desk.token, 'POST', '/files', {
        ownerType: 'ticket',
        ownerId: request.id,
        name,
        size: 5,
      })
      await s.call(desk.token, 'PUT', `/files/${made.body.id}/content`, Buffer.from('hello'), {
        'upload-offset': '0',
      })
      files.push(made.body.id)
    }
    await runJobs(s)
    for (const [kind, file] of [
      ['public', files[0]],
      ['internal', files[1]],
    ])
      await s.call(desk.token, 'POST', `/tickets/${request.id}/messages`, {
        kind,
        body: 'See the file.',
        fileIds: [file],
      })
    expect((await seen(request.id)).items.at(-1).files).toMatchObject([{ id: files[0], state: 'open' }])
    for (const [i, status] of [200, 404, 404].entries())
      expect((await s.call(parent, 'GET', `/portal/files/${files[i]}/content`)).status).toBe(status)
  })

  it('are not taken by a request that is closed; one that closes meanwhile is opened again for them', async () => {
    const request = await ask()
    const made = await announce(parent, request.id, request.items[0]!.id)
    const end = (to: string) =>
      s.owner.query('update tickets set status = $2, status_category = $2 where id = $1', [request.id, to])
    await end('closed')
    const state = async () => (await s.call(desk.token, 'GET', `/tickets/${request.id}`)).body.statusCategory
    expect(await state()).toBe('closed')
    expect((await announce(parent, request.id, request.items[0]!.id)).body.type).toContain('request-closed')
    await end('resolved')
    expect((await put(parent, made.body.id, 'hello')).status).toBe(200)
    expect(await state()).toBe('open')
  })

  it('are asked for twice under one key and made once, as the request itself is', async () => {
    const key = { 'idempotency-key': 'request-files-1' }
    const once = async () =>
      (await s.call(parent, 'POST', '/portal/requests', { ...QUESTION, clientId }, key)).body
    const [first, second] = [await once(), await once()]
    expect(second.id).toBe(first.id)
  })
})

describe('a file that was chosen with a new conversation', () => {
  it('goes with its first message from its announcement on, from the portal and from staff', async () => {
    const thread = (
      await s.call(parent, 'POST', '/portal/threads', { clientId, subject: 'Knee', body: 'Hello' })
    ).body
    const message = thread.items[0].id
    const file = { ownerType: 'thread', ownerId: thread.id, name: 'knee.txt', size: 5, messageId: message }
    const made = await s.call(parent, 'POST', '/portal/files', file)
    await put(parent, made.body.id, 'hello')
    await runJobs(s)
    const read = (await s.call(parent, 'GET', `/portal/threads/${thread.id}`)).body
    expect(read.items[0].files).toMatchObject([{ id: made.body.id, state: 'open' }])
    expect((await s.call(other, 'POST', '/portal/files', file)).status).toBe(404)
    const clinician = await s.world.person('clinician')
    const stolen = await s.call(clinician.token, 'POST', '/files', file)
    expect(stolen.body.errors[0].field).toBe('messageId')
  })
})
