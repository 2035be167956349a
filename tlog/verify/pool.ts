import { Worker } from 'node:worker_threads'
import { type Job, type ScanOptions, type ScanResult, scanner } from './scanner.ts'

/** Runs scan jobs, on threads or, with none, in place. */
export type ScanPool = { run: (job: Job) => Promise<ScanResult>; width: number; close: () => Promise<void> }

/** A pool without threads, for small exports: starting threads takes longer than scanning them. */
function inPlace(options: ScanOptions): ScanPool {
  const scan = scanner(options)
  return { run: async (job) => scan(job), width: 1, close: async () => {} }
}

type Waiting = { resolve: (result: ScanResult) => void; reject: (error: unknown) => void }

/** A pool of `threads` threads; none scans in place. Close it in any case. */
export function createPool(threads: number, options: ScanOptions): ScanPool {
  if (threads === 0) return inPlace(options)
  const waiting = new Map<number, Waiting>()
  const busy: number[] = []
  let nextId = 0
  let closing = false
  const fail = (error: unknown) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const workers = Array.from({ length: threads }, (_, w) => {
    busy.push(0)
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: options })
    worker.on('message', ({ id, result }: { id: number; result: ScanResult }) => {
      busy[w]!--
      waiting.get(id)?.resolve(result)
      waiting.delete(id)
    })
    worker.on('error', fail)
    worker.on('exit', () => closing || fail(new Error('a verifier thread ended early')))
    return worker
  })
  return {
    width: threads,
    run: (job) =>
      new Promise((resolve, reject) => {
        const least = busy.indexOf(Math.min(...busy))
        busy[least]!++
        const id = nextId++
        waiting.set(id, { resolve, reject })
        workers[least]!.postMessage({ id, job })
      }),
    close: async () => {
      closing = true
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

/** Runs jobs in order with several under way at once, and yields their results in the order of the jobs. */
export async function* inOrder<J extends Job>(
  pool: ScanPool,
  jobs: Iterable<J>,
  ahead: number,
): AsyncGenerator<{ job: J; result: ScanResult }> {
  const underway: { job: J; result: Promise<ScanResult> }[] = []
  for (const job of jobs) {
    const result = pool.run(job)
    result.catch(() => {}) // handled where it is awaited, or the whole verification has failed already
    underway.push({ job, result })
    if (underway.length < ahead) continue
    const first = underway.shift()!
    yield { job: first.job, result: await first.result }
  }
  for (const { job, result } of underway) yield { job, result: await result }
}
