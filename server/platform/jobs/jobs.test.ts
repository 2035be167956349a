import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import { runJobs } from '../../testing/jobs.ts'
import { addJob, type Job, type JobSet, removeJob, startJobs } from './index.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const context = () => ({ orgId: server.world.orgId, userId: null })
const inTransaction = (work: Parameters<TestServer['services']['db']['withContext']>[1]) =>
  server.services.db.withContext(context(), work)

function listening(name: string, handler: (job: Job) => Promise<void> = async () => {}) {
  const seen: Job[] = []
  const set: JobSet = {
    tasks: {
      async [name](job) {
        seen.push(job)
        await handler(job)
      },
    },
  }
  return { seen, set }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(20)
}

it('runs what committed, with its organization, and nothing that was rolled back', async () => {
  const { seen, set } = listening('test.one')
  await inTransaction((tx) => addJob(tx, 'test.one', { fileId: 'a' }))
  await inTransaction(async (tx) => {
    await addJob(tx, 'test.one', { fileId: 'b' })
    throw new Error('changed my mind')
  }).catch(() => {})
  await runJobs(server, [set])
  expect(seen.map((j) => [j.orgId, j.payload, j.attempt])).toEqual([[server.world.orgId, { fileId: 'a' }, 1]])
})

it('keeps one job a key, moves it, and takes it back', async () => {
  const { seen, set } = listening('test.key')
  const later = new Date(Date.now() + 3_600_000)
  await inTransaction((tx) => addJob(tx, 'test.key', { n: 1 }, { key: 'k', runAt: later }))
  await inTransaction((tx) => addJob(tx, 'test.key', { n: 2 }, { key: 'k' }))
  await inTransaction((tx) => addJob(tx, 'test.key', { n: 3 }, { key: 'gone' }))
  await inTransaction((tx) => removeJob(tx, 'gone'))
  await runJobs(server, [set])
  expect(seen.map((j) => j.payload)).toEqual([{ n: 2 }])
})

it('refuses a job without an organization', async () => {
  const add = server.services.db.query(
    { name: 'bare-add', text: "select wk_add_job('test.one', '{}', null, null)" },
    [],
  )
  await expect(add).rejects.toThrow('belongs to an organization')
})

it('keeps of a failure its kind, never its words', async () => {
  const { set } = listening('test.fails', async () => {
    throw new TypeError('Ola Berg, born 1980-02-03')
  })
  await inTransaction((tx) => addJob(tx, 'test.fails', {}, { key: 'fails' }))
  await runJobs(server, [set])
  const { rows } = await server.owner.query(
    "select last_error from graphile_worker.jobs where task_identifier = 'test.fails'",
  )
  expect(rows[0].last_error).toContain('TypeError')
  expect(JSON.stringify(rows)).not.toContain('Berg')
  await inTransaction((tx) => removeJob(tx, 'fails'))
})

it('runs at once in a running process, and takes over from one that was killed', async () => {
  const { seen, set } = listening('test.live')
  // What a killed process leaves: a job that nobody who lives holds.
  await inTransaction((tx) => addJob(tx, 'test.live', { n: 1 }, { key: 'left' }))
  await server.owner.query(
    `update graphile_worker._private_jobs set locked_at = now() - interval '2 minutes', locked_by = 'worker-that-died'`,
  )
  const jobs = startJobs(server.ownerUrl, [set], 1, server.services.log)
  try {
    await until(() => seen.length === 1)
    await inTransaction((tx) => addJob(tx, 'test.live', { n: 2 }))
    await until(() => seen.length === 2)
  } finally {
    await jobs.stop()
  }
  expect(seen.map((j) => j.payload)).toEqual([{ n: 1 }, { n: 2 }])
})

it('stops also while it is still starting, and takes nothing after that', async () => {
  const { seen, set } = listening('test.stopped')
  for (const ms of [0, 1, 5, 20, 50, 100]) {
    const jobs = startJobs(server.ownerUrl, [set], 1, server.services.log)
    await wait(ms)
    await jobs.stop()
  }
  await inTransaction((tx) => addJob(tx, 'test.stopped', {}, { key: 'late' }))
  await wait(100)
  expect(seen).toEqual([])
  await inTransaction((tx) => removeJob(tx, 'late'))
})

it('refuses two handlers of one name', () => {
  expect(() =>
    startJobs(server.ownerUrl, [listening('a').set, listening('a').set], 1, server.services.log),
  ).toThrow('two jobs')
})
