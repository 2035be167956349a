import { type ParsedCronItem, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker'
import pg from 'pg'
import type { Logger } from 'pino'
import { keepClaimsFresh } from './claims.ts'
import type { JobSet } from './queue.ts'
import { quiet, taskList } from './tasks.ts'

/** After the database went away, in ms. */
const AGAIN = 2000
/** Names the periodic tasks' starters apart from the tasks. */
const EACH = 'each:'

export interface RunningJobs {
  /** Lets what runs come to an end, and takes nothing new. */
  stop(): Promise<void>
}

/**
 * Runs jobs in this process, beside those of other processes on the same database. It connects as the owner, whose
 * schema holds the queue; handlers work under the roles without ownership.
 *
 * @param concurrency how many jobs at a time
 */
export function startJobs(ownerUrl: string, sets: JobSet[], concurrency: number, log: Logger): RunningJobs {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: concurrency + 2 })
  // A lost connection shows in what waits for it; the pool opens another.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const tasks: TaskList = { ...taskList(sets, log), ...starters(sets, pool) }
  const cron = cronItems(sets)
  let runner: Runner | undefined
  let stopping = false
  let again: NodeJS.Timeout | undefined
  const start = async () => {
    const claims = keepClaimsFresh(pool)
    try {
      runner = await run({
        pgPool: pool,
        concurrency,
        noHandleSignals: true,
        pollInterval: 1000,
        logger: quiet,
        events: claims.events,
        parsedCronItems: cron,
        taskList: tasks,
      })
      // Told to stop before there was anything that could be stopped.
      if (stopping) await runner.stop()
      await runner.promise
    } finally {
      claims.stop()
    }
  }
  const keepRunning = async (): Promise<void> => {
    await start().catch((error: { name?: string; code?: string }) =>
      log.warn({ kind: error.name, code: error.code }, 'jobs paused: the database can not be reached'),
    )
    if (!stopping) again = setTimeout(() => (running = keepRunning()), AGAIN)
  }
  let running = keepRunning()
  return {
    async stop() {
      stopping = true
      clearTimeout(again)
      await runner?.stop().catch(() => {})
      await running
      await pool.end()
    },
  }
}

const periodic = (sets: JobSet[]) => sets.flatMap((s) => Object.entries(s.everyMinutes ?? {}))

function cronItems(sets: JobSet[]): ParsedCronItem[] {
  return parseCronItems(
    periodic(sets).map(([task, minutes]) => ({
      task: EACH + task,
      match: `*/${minutes} * * * *`,
      identifier: task,
      options: { backfillPeriod: 0, maxAttempts: 1 },
    })),
  )
}

/** For each periodic task, one that adds it for every organization, once each however many processes there are. */
function starters(sets: JobSet[], pool: pg.Pool): TaskList {
  return Object.fromEntries(
    periodic(sets).map(([task]) => [
      EACH + task,
      async () => {
        await pool.query(
          `select graphile_worker.add_job($1, json_build_object('orgId', o, 'payload', '{}'::json), job_key := o || ':' || $1, max_attempts := 3)
           from wk_organizations() o`,
          [task],
        )
      },
    ]),
  )
}
