import { Worker } from 'node:worker_threads'
import { type Job, type ScanOptions, type ScanResult, scanner } from './scanner.ts'

/** Runs scan jobs on `width` lanes: this thread and `width - 1` others. */
export type ScanPool = { run: (job: Job) => Promise<ScanResult>; width: number; close: () => Promise<void> }

/** What other threads send: once that they are ready, then results. */
export type FromWorker = { ready: true } | { id: number; result: ScanResult }
export type ToWorker = { id: number; job: Job }

type Waiting = { resolve: (result: ScanResult) => void; reject: (error: unknown) => void }
type Lane = { worker: Worker; ready: boolean; queued: number }

/** A thread with as many jobs has the next one at hand whenever it ends one. */
const QUEUE = 2

/**
 * A pool of `width` lanes. This thread works too: starting another one costs as much as scanning 60,000 events,
 * so a machine with two cores starts one, and does not wait for it. Close the pool in any case.
 */
export function createPool(width: number, options: ScanOptions): ScanPool {
  const scan = scanner(options)
  const waiting = new Map<number, Waiting>()
  let nextId = 0
  let closing = false
  let here: Promise<unknown> = Promise.resolve()

  const fail = (error: unknown) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const startLane = (): Lane => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: options })
    const lane = { worker, ready: false, queued: 0 }
    worker.on('message', (message: FromWorker) => {
      if ('ready' in message) {
        lane.ready = true
        return
      }
      lane.queued--
      waiting.get(message.id)?.resolve(message.result)
      waiting.delete(message.id)
    })
    worker.on('error', fail)
    worker.on('exit', () => closing || fail(new Error('a verifier thread ended early')))
    return lane
  }
  const lanes = Array.from({ length: width - 1 }, startLane)

  const runThere = ({ worker }: Lane, job: Job) =>
    new Promise<ScanResult>((resolve, reject) => {
      const id = nextId++
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, job } satisfies ToWorker)
    })
  /** One job after the other, with a turn of the event loop before each, so that others are served meanwhile. */
  const runHere = (job: Job) => {
    const result = here.then(() => new Promise((resolve) => setImmediate(resolve))).then(() => scan(job))
    here = result.catch(() => {})
    return result
  }

  return {
    width,
    run: (job) => {
      const lane = lanes.find(({ ready, queued }) => ready && queued < QUEUE)
      if (!lane) return runHere(job)
      lane.queued++
      return runThere(lane, job)
    },
    close: async () => {
      closing = true
      await Promise.all(lanes.map(({ worker }) => worker.terminate()))
    },
  }
}

/** Runs jobs in order with several under way at once, and yields their results in the order of the jobs. */
export async function* inOrder<J extends Job>(
  pool: ScanPool,
  jobs: Iterable<J>,
): AsyncGenerator<{ job: J; result: ScanResult }> {
  const underway: { job: J; result: Promise<ScanResult> }[] = []
  for (const job of jobs) {
    const result = pool.run(job)
    result.catch(() => {}) // handled where it is awaited, or the whole verification has failed already
    underway.push({ job, result })
    if (underway.length < (1 + QUEUE) * pool.width) continue
    const first = underway.shift()!
    yield { job: first.job, result: await first.result }
  }
  for (const { job, result } of underway) yield { job, result: await result }
}
