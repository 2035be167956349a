import { parentPort, workerData } from 'node:worker_threads'
import type { FromWorker, ToWorker } from './pool.ts'
import { type ScanOptions, type ScanResult, scanner } from './scanner.ts'

// One of several threads that scan parts of the same open file.
const scan = scanner(workerData as ScanOptions)

const post = (message: FromWorker, buffers: ArrayBuffer[] = []) => parentPort!.postMessage(message, buffers)

/** The memory of a result, to be handed over rather than copied. */
const buffersOf = (result: ScanResult): ArrayBuffer[] =>
  'blocks' in result
    ? result.blocks.flatMap(({ events, times, stored }) =>
        [events, times, ...(stored ? [stored] : [])].map((view) => view.buffer as ArrayBuffer),
      )
    : []

parentPort!.on('message', ({ id, job }: ToWorker) => {
  const result = scan(job)
  post({ id, result }, buffersOf(result))
})
post({ ready: true })
