import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'

let s: TestServer
beforeAll(async () => {
  s = await startTestServer()
})
afterAll(() => s.stop())

/** Each wall that a kind of subject puts before its keys is set up for whoever reads any key, unless a function keeps it. */
test('a client’s key is read without the walls of other subjects', async () => {
  const person = await s.world.person('clinician')
  const { body } = await s.call(person.token, 'POST', '/clients', {
    kind: 'person',
    groupId: s.world.groupId,
    contact: { names: [{ family: 'Walhurst' }] },
  })
  const plan = await s.services.db.withContext({ orgId: s.world.orgId, userId: person.id }, async (tx) => {
    const { rows } = await tx.client.query(
      'explain (costs off) select wrapped from deks where org_id = wk_org() and subject_id = $1',
      [body.id],
    )
    return rows.map((r) => r['QUERY PLAN'] as string)
  })
  const setUp = plan.filter((line) => /^\s*(SubPlan|InitPlan) \d+/.test(line))
  // Those of clients and tickets, and whether a portal asks.
  expect(setUp.length).toBeGreaterThan(0)
  expect(setUp.length).toBeLessThanOrEqual(10)
  expect(plan.join('\n')).not.toMatch(/on (files|documents|folders|message_threads|devices)\b/)
})

test('a key whose subject’s row is not seen is not seen either, of whatever kind', async () => {
  const person = await s.world.person('clinician')
  const { rows } = await s.owner.query(
    `insert into deks (org_id, subject_id, subject_type, kek_id, wrapped)
     select d.org_id, gen_random_uuid(), t.type, d.kek_id, d.wrapped
     from (select * from deks where org_id = $1 and subject_type = 'organization') d,
       unnest(array['client', 'ticket', 'file', 'document', 'folder', 'thread', 'device']) as t (type)
     returning subject_id`,
    [s.world.orgId],
  )
  expect(rows).toHaveLength(7)
  const seen = await s.services.db.withContext({ orgId: s.world.orgId, userId: person.id }, async (tx) => {
    const found = await tx.client.query('select subject_type from deks where subject_id = any ($1)', [
      rows.map((r) => r.subject_id),
    ])
    return found.rows
  })
  expect(seen).toEqual([])
})
