import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '../../platform/ids.ts'
import { runJobs } from '../../testing/jobs.ts'
import { type Desk, type Person, SUSPECT, startDesk } from './testing/desk.ts'
import { type AsServer, asServer } from './testing/sql.ts'

// Around the gate by SQL, with the server's own roles: not by closing, but by making what stands before the gate look
// settled, or by taking it elsewhere.

let d: Desk
let writer: Person
let server: AsServer
beforeAll(async () => {
  d = await startDesk()
  writer = await d.s.world.custom(
    ['tickets:read', 'tickets:create', 'tickets:write', 'files:read', 'files:write'],
    {},
  )
  server = await asServer(d)
})
afterAll(async () => {
  await server.end()
  await d.s.stop()
})

async function suspectedFile(ticketId: string): Promise<string> {
  const made = await d.call(writer, 'POST', '/files', {
    ownerType: 'ticket',
    ownerId: ticketId,
    name: 'scan.txt',
    size: SUSPECT.length,
  })
  const { id } = made.body
  await d.s.call(writer.token, 'PUT', `/files/${id}/content`, Buffer.from(SUSPECT), { 'upload-offset': '0' })
  await runJobs(d.s)
  expect((await d.call(writer, 'GET', `/files/${id}`)).body.state).toBe('suspected')
  return id
}
const messageOf = async (id: string) => (await d.read(id)).thread.items[0].id as string
const stillShut = async (id: string) => {
  expect((await d.patch(id, { status: 'resolved' })).status).toBe(409)
  expect((await d.row(id)).status_category).not.toBe('resolved')
}

describe.each([
  ['the application', () => writer],
  ['the worker', () => null],
])('%s without the right to settle', (_, of) => {
  it('can’t call a suspected message harmless, cleared or purged', async () => {
    const id = await d.open({ body: SUSPECT })
    const message = await messageOf(id)
    for (const set of [
      "phi_state = 'none', sealed_findings = null",
      "phi_state = 'cleared', cleared_at = now(), cleared_by = wk_user()",
      "phi_state = 'purged', sealed_body = null, purged_at = now(), purged_by = wk_user()",
    ])
      expect(await server.sql(of(), `update ticket_messages set ${set} where id = $1`, [message]), set).toBe(
        '42501',
      )
    await stillShut(id)
  })

  it('can’t take a message away to another ticket', async () => {
    const [id, other] = [await d.open({ body: SUSPECT }), await d.open()]
    const moved = await server.sql(of(), 'update ticket_messages set ticket_id = $2 where id = $1', [
      await messageOf(id),
      other,
    ])
    expect(moved).toBe('42501')
    await stillShut(id)
  })

  it('can’t say that a suspected file was purged or moved, nor take it away', async () => {
    const [id, other, client] = [await d.open(), await d.open(), await d.client()]
    const file = await suspectedFile(id)
    for (const set of [
      "state = 'purged', sealed_name = null",
      "state = 'moved', sealed_name = null",
      `owner_type = 'client', owner_id = '${client}'`,
      `owner_id = '${other}'`,
    ])
      expect(await server.sql(of(), `update files set ${set} where id = $1`, [file]), set).toBe('42501')
    await stillShut(id)
  })
})

it('a purge that leaves the key is none, whoever says so', async () => {
  const purger = await d.s.world.custom(['tickets:read', 'files:read', 'files:purge', 'files:move'], {})
  const id = await d.open()
  const file = await suspectedFile(id)
  for (const state of ['purged', 'moved'])
    expect(
      await server.sql(purger, `update files set state = '${state}', sealed_name = null where id = $1`, [
        file,
      ]),
    ).toBe('WKF02')
  await stillShut(id)
})

it('a file that was moved begins as what it was, in a client’s record, and by who may move', async () => {
  const file = await suspectedFile(await d.open())
  const client = await d.client()
  const insert = `insert into files (org_id, id, owner_type, owner_id, group_id, client_id, state, sealed_name, size, received, moved_from)
    select org_id, $2, 'client', $3, group_id, $3, $4, sealed_name, size, received, id from files where id = $1`
  const mover = await d.s.world.custom(['tickets:read', 'files:read', 'files:move'], {})
  expect(await server.sql(writer, insert, [file, uuidv7(), client, 'cleared'])).toBe('42501')
  expect(await server.sql(mover, insert, [file, uuidv7(), client, 'clean'])).toBe('42501')
})
