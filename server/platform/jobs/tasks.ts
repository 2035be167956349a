import { Logger, type Task, type TaskList } from 'graphile-worker'
import type { Logger as Pino } from 'pino'
import type { JobPayload, JobSet } from './queue.ts'

interface Stored {
  orgId: string
  payload: JobPayload
}

/** An error's text may hold data, and the queue keeps what is thrown: its kind and code are all that it gets. */
export class JobFailed extends Error {
  constructor(task: string, cause: unknown) {
    const e = cause as { name?: string; code?: string } | null
    super([task, e?.name ?? 'Error', e?.code].filter(Boolean).join(' '))
    this.stack = ''
  }
}

/** The handlers of all domains as graphile-worker runs them. Two handlers of one name are a fault. */
export function taskList(sets: JobSet[], log: Pino): TaskList {
  const tasks: Record<string, Task> = {}
  for (const [name, handler] of sets.flatMap((s) => Object.entries(s.tasks))) {
    if (tasks[name]) throw new Error(`two jobs are called ${name}`)
    tasks[name] = async (stored, helpers) => {
      const { orgId, payload } = stored as Stored
      const { attempts, max_attempts } = helpers.job
      try {
        await handler({
          orgId,
          payload,
          attempt: attempts,
          lastAttempt: attempts >= max_attempts,
          signal: helpers.abortSignal,
        })
      } catch (error) {
        const failed = new JobFailed(name, error)
        log.warn({ task: name, orgId, attempt: attempts, failed: failed.message }, 'a job failed')
        throw failed
      }
    }
  }
  return tasks
}

/** graphile-worker's own messages repeat payloads and errors; ours say what is needed. */
export const quiet = new Logger(() => () => {})
