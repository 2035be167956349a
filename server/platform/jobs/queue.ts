import type { Statement, Tx } from '../db/database.ts'

/** What a job is told: ids and plain facts. Never PHI, never a secret: it lies in the clear. */
export type JobPayload = Record<string, string | number | boolean | null>

export interface Job {
  orgId: string
  payload: JobPayload
  /** 1 the first time. A job that fails is tried again, later each time. */
  attempt: number
  lastAttempt: boolean
  /** The process is stopping: what takes long breaks off and is tried again elsewhere. */
  signal: AbortSignal | undefined
}

/** Runs one job. It may run twice (a killed process), so it looks at the state first. */
export type JobHandler = (job: Job) => Promise<void>

/** What a domain does in the background. */
export interface JobSet {
  tasks: Record<string, JobHandler>
  /** Tasks that are added for each organization so often, in minutes (1 to 59). */
  everyMinutes?: Record<string, number>
}

const ADD: Statement = { name: 'job-add', text: 'select wk_add_job($1, $2, $3, $4)' }
const REMOVE: Statement = { name: 'job-remove', text: 'select wk_remove_job($1)' }

export interface JobOptions {
  /** There is one job of a key at a time; adding it again replaces what waits. */
  key?: string
  runAt?: Date
}

/**
 * Adds a job in the transaction that causes it: it runs if that commits, and only then.
 *
 * @example
 * await addJob(tx, 'file.read', { fileId }, { key: `file.read:${fileId}` })
 */
export async function addJob(
  tx: Tx,
  task: string,
  payload: JobPayload,
  options: JobOptions = {},
): Promise<void> {
  await tx.run(ADD, [task, JSON.stringify(payload), options.key ?? null, options.runAt ?? null])
}

/** Takes back a job that has not begun. */
export async function removeJob(tx: Tx, key: string): Promise<void> {
  await tx.run(REMOVE, [key])
}
