import { afterAll, beforeAll, expect, it } from 'vitest'
import { runJobs } from '../../../testing/jobs.ts'
import { type Desk, startDesk } from '../testing/desk.ts'

let d: Desk
beforeAll(async () => {
  d = await startDesk()
})
afterAll(() => d.s.stop())

/** Of a message that is written now: how often its ticket was looked at, and whether rules were asked what to do. */
async function cost(ticketId: string, kind: 'public' | 'internal') {
  const { owner, world } = d.s
  const looked = async () =>
    Number(
      (
        await owner.query(
          "select seq_scan + idx_scan as n from pg_stat_xact_user_tables where relname = 'tickets'",
        )
      ).rows[0].n,
    )
  await owner.query("begin; set local track_functions = 'all'")
  try {
    await owner.query('select wk_enter($1, $2)', [world.orgId, d.tech.id])
    const before = await looked()
    await owner.query(
      `insert into ticket_messages (org_id, id, ticket_id, kind, author_id, sealed_body) values ($1, uuidv7(), $2, $3, $4, '\\x01')`,
      [world.orgId, ticketId, kind, d.tech.id],
    )
    const asked = await owner.query(
      "select 1 from pg_stat_xact_user_functions where funcname = 'wk_ticket_happened'",
    )
    return { looks: (await looked()) - before, asked: asked.rowCount === 1 }
  } finally {
    await owner.query('rollback')
  }
}

const rule = async (on: string, enabled: boolean) => {
  const lead = await d.s.world.custom(['desk:settings', 'tickets:read', 'tickets:write'], {})
  const body = { name: `${on} ${enabled}`, on, enabled, actions: { addTags: ['answered'] } }
  expect((await d.call(lead, 'POST', '/ticket-rules', body)).status).toBe(201)
}

it('costs a reply nothing of its ticket where no rule is on for replies', async () => {
  const id = await d.open()
  const note = await cost(id, 'internal')
  expect(note.asked).toBe(false)
  expect(await cost(id, 'public')).toEqual(note)
  await rule('staff-reply', false)
  await rule('made', true)
  await rule('requester-reply', true)
  expect(await cost(id, 'public')).toEqual(note)
  await rule('staff-reply', true)
  expect((await cost(id, 'public')).asked).toBe(true)
  await d.say(id, 'The first answer', { kind: 'public' })
  await runJobs(d.s)
  expect((await d.read(id)).tags).toEqual(['answered'])
})
