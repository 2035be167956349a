import { EventEmitter } from 'node:events'
import type { Worker, WorkerEvents } from 'graphile-worker'
import type pg from 'pg'

/** How often a process says that its workers live, and when others take over what it had, in seconds. */
const BEAT = 5
const DEAD = 30

const SEEN = `insert into job_workers (worker_id) select unnest($1::text[])
  on conflict (worker_id) do update set seen_at = now()`
/** Jobs that are held by a worker of which nothing was heard: their process was killed. */
const TAKE_OVER = `select graphile_worker.force_unlock_workers(array(
  select distinct j.locked_by from graphile_worker.jobs j
  where j.locked_at < now() - make_interval(secs => $1) and not exists (
    select 1 from job_workers w where w.worker_id = j.locked_by and w.seen_at > now() - make_interval(secs => $1))))`
const FORGET = "delete from job_workers where seen_at < now() - interval '1 day'"

/** Keeps the claims of this process's workers fresh, and frees those of processes that no longer live. */
export function keepClaimsFresh(pool: pg.Pool): { events: WorkerEvents; stop(): void } {
  const events = new EventEmitter() as WorkerEvents
  const mine = new Set<string>()
  events.on('worker:create', ({ worker }: { worker: Worker }) => mine.add(worker.workerId))
  const beat = async () => {
    if (mine.size === 0) return
    await pool.query(SEEN, [[...mine]])
    await pool.query(TAKE_OVER, [DEAD])
    await pool.query(FORGET)
  }
  const timer = setInterval(() => void beat().catch(() => {}), BEAT * 1000)
  setTimeout(() => void beat().catch(() => {}), 100).unref()
  return { events, stop: () => clearInterval(timer) }
}
