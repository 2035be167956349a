import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import { runJobs } from '../../testing/jobs.ts'
import { forgetJobs, REPEATS_KNOWN_DAYS } from './forget.ts'

let s: TestServer
beforeAll(async () => {
  s = await startTestServer()
})
afterAll(() => s.stop())

it('forgets old keys of creates and old counts, and nothing younger', async () => {
  const { orgId } = s.world
  const keys = async () =>
    (await s.owner.query('select count(*)::int as n from idempotency_keys where org_id = $1', [orgId]))
      .rows[0].n
  const made = (await s.world.person('clinician')).id
  await s.owner.query(
    `insert into idempotency_keys (org_id, user_id, key_hash, request_hash, created_at)
     select $1, $2, int8send(n), '\\x00', now() - make_interval(days => $3, hours => case when n > 6000 then -1 else 1 end)
     from generate_series(1, 6010) n`,
    [orgId, made, REPEATS_KNOWN_DAYS],
  )
  await s.owner.query(
    `insert into rate_limits (bucket, window_start, hits) values ('\\x01', now() - interval '3 days', 1), ('\\x02', now(), 1)`,
  )
  await s.owner.query(
    `select graphile_worker.add_job('requests.forget', json_build_object('orgId', $1::text, 'payload', '{}'::json))`,
    [orgId],
  )
  await runJobs(s, [forgetJobs(s.services)])
  expect(await keys()).toBe(10)
  const { rows } = await s.owner.query("select bucket from rate_limits where bucket in ('\\x01', '\\x02')")
  expect(rows.map((r) => r.bucket.toString('hex'))).toEqual(['02'])
})
