import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Files, HARMLESS, startFiles } from './testing/desk.ts'

let f: Files
beforeAll(async () => {
  f = await startFiles()
})
afterAll(() => f.s.stop())

it('an upload that ends while its ticket is being closed waits for it, and opens it again', async () => {
  const ticket = await f.ticket()
  const file = await f.create(f.tech, { ownerType: 'ticket', ownerId: ticket }, 'a.txt', HARMLESS.length)
  const closer = new pg.Client({ connectionString: f.s.ownerUrl })
  await closer.connect()
  await closer.query('begin')
  await closer.query("update tickets set status = 'closed', status_category = 'closed' where id = $1", [
    ticket,
  ])
  const put = f.put(f.tech, file.body.id, 0, HARMLESS)
  await setTimeout(500)
  await closer.query('commit')
  await closer.end()
  expect((await put).status).toBe(200)
  const { rows } = await f.s.owner.query('select status_category from tickets where id = $1', [ticket])
  expect(rows[0].status_category).toBe('open')
  expect((await f.row(file.body.id)).state).toBe('waiting')
})

it('an upload that ends while a merge takes its file waits for that, though each holds what the other wants', async () => {
  const other = new pg.Client({ connectionString: f.s.ownerUrl })
  await other.connect()
  // The upload finds out first that they stand in each other's way, and gives way.
  await other.query("set deadlock_timeout = '1min'")
  const deadlocks = async () => {
    const { rows } = await other.query(
      'select deadlocks::int as n from pg_stat_database where datname = current_database()',
    )
    return rows[0].n as number
  }
  const waiting = async () =>
    (
      await f.s.owner.query(
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      )
    ).rowCount
  const before = await deadlocks()
  // On a machine that stands still for a second, the upload looks before there is anything to see.
  for (let tries = 0; tries < 5 && (await deadlocks()) === before; tries++) {
    const ticket = await f.ticket()
    const { id } = (
      await f.create(f.tech, { ownerType: 'ticket', ownerId: ticket }, 'a.txt', HARMLESS.length)
    ).body
    await other.query('begin')
    await other.query('select 1 from tickets where id = $1 for no key update', [ticket])
    const put = f.put(f.tech, id, 0, HARMLESS)
    await expect.poll(waiting).toBe(1)
    await other.query('update files set version = version + 1 where id = $1', [id]).catch(() => {})
    await other.query('commit')
    expect((await put).status).toBe(200)
    expect((await f.row(id)).state).toBe('waiting')
    expect(await f.events('file.upload', id)).toHaveLength(1)
  }
  expect(await deadlocks()).toBeGreaterThan(before)
  await other.end()
})
