import { runOnce } from 'graphile-worker'
import pg from 'pg'
import { allJobs } from '../app.ts'
import type { JobSet } from '../platform/jobs/index.ts'
import { quiet, taskList } from '../platform/jobs/tasks.ts'
import type { TestServer } from './harness.ts'

/** Works off the jobs that are due, one after the other, and those that they add. */
export async function runJobs(server: TestServer, sets: JobSet[] = allJobs(server.services)): Promise<void> {
  const pgPool = new pg.Pool({ connectionString: server.ownerUrl, max: 3 })
  pgPool.on('error', () => {})
  pgPool.on('connect', (client) => client.on('error', () => {}))
  try {
    await runOnce({
      pgPool,
      concurrency: 1,
      noHandleSignals: true,
      logger: quiet,
      taskList: taskList(sets, server.services.log),
    })
  } finally {
    await pgPool.end()
  }
}
