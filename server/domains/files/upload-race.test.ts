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
