import { afterAll, beforeAll, expect, test } from 'vitest'
import { allJobs, owners } from '../../app.ts'
import { NotCertifiable } from '../../platform/reading/index.ts'
import { makeCopy } from './copy.ts'
import { type Signing, startSigning } from './testing/signing.ts'

let o: Signing
beforeAll(async () => {
  o = await startSigning()
})
afterAll(() => o.stop())

async function allSigned(): Promise<string> {
  const id = await o.published(await o.plan())
  const { id: request } = await o.good(o.ask(id, [o.nurse]))
  await o.good(o.sign(o.nurse, request))
  return request
}
const job = (requestId: string, server = o.s) => ({
  services: server.services,
  job: { orgId: o.s.world.orgId, payload: { requestId }, attempt: 1, lastAttempt: false, signal: undefined },
})
const blobs = async () =>
  (await o.s.owner.query('select count(*)::int as n from files where size > 0')).rows[0].n

test('a process killed between the last signature and the copy leaves the job; it is done once', async () => {
  const id = await allSigned()
  const waiting = await o.s.owner.query(
    "select 1 from graphile_worker._private_jobs where key like '%signature.copy:' || $1",
    [id],
  )
  expect(waiting.rowCount).toBe(1)
  await o.exported()
  // Two processes that both think it is theirs.
  const twin = await o.s.twin()
  const before = await blobs()
  const [a, b] = [job(id), job(id, twin)]
  await Promise.all([makeCopy(a.services, owners, a.job), makeCopy(b.services, owners, b.job)])
  await makeCopy(a.services, owners, a.job)
  expect(await blobs()).toBe(before + 1)
  expect(await o.events('signature.complete', id)).toHaveLength(1)
  expect(await o.read(id)).toMatchObject({ state: 'complete', copyN: 2 })
  await twin.stop()
})

test('killed after the bytes lie in the store, before the commit: nothing half stays, and it is made anew', async () => {
  const id = await allSigned()
  await o.exported()
  const { services, job: first } = job(id)
  const withContext = (async (context, work, pool) => {
    if (++tries === 2) throw new Error('killed')
    return services.db.withContext(context, work, pool)
  }) as typeof services.db.withContext
  const broken = { ...services, db: { ...services.db, withContext } }
  let tries = 0
  await expect(makeCopy(broken, owners, first)).rejects.toThrow('killed')
  expect((await o.read(id)).state).toBe('signed')
  await o.settle()
  expect((await o.read(id)).state).toBe('complete')
})

test('what can’t be made says so to who asked, and is tried again by hand', async () => {
  const id = await allSigned()
  await o.exported()
  const { services, job: one } = job(id)
  const readers = Object.create(services.readers, {
    certify: { value: () => Promise.reject(new NotCertifiable('memory')) },
  })
  await makeCopy({ ...services, readers }, owners, one)
  expect(await o.read(id)).toMatchObject({ state: 'signed', trouble: 'memory' })
  expect((await o.call(o.writer, 'POST', `/signatures/${id}/retry`, {})).status).toBe(200)
  await o.settle()
  expect(await o.read(id)).toMatchObject({ state: 'complete', trouble: null })
})

test('the sweep finds what a lost job left', async () => {
  const id = await allSigned()
  await o.s.owner.query("delete from graphile_worker._private_jobs where key like '%signature.copy:' || $1", [
    id,
  ])
  await o.s.owner.query('alter table signature_requests disable trigger stays')
  await o.s.owner.query("update signature_requests set ended_at = now() - interval '1 hour' where id = $1", [
    id,
  ])
  await o.s.owner.query('alter table signature_requests enable trigger stays')
  const sweep = allJobs(o.s.services).find((s) => s.tasks['signature.sweep'])!.tasks['signature.sweep']!
  await sweep({ ...job(id).job, payload: {} })
  await o.settle()
  expect((await o.read(id)).state).toBe('complete')
})

test('mail to signers says nothing of what it is about', async () => {
  const id = await allSigned()
  const { rows } = await o.s.owner.query(
    "select payload from graphile_worker._private_jobs where key like '%signature%' || $1",
    [id],
  )
  expect(JSON.stringify(rows)).not.toMatch(/Plan|Nora|Nightjar/)
})
