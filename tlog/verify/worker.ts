import { parentPort, workerData } from 'node:worker_threads'
import { type Job, type ScanOptions, scanner } from './scanner.ts'

// One of several threads that scan parts of the same open file.
const scan = scanner(workerData as ScanOptions)
parentPort!.on('message', ({ id, job }: { id: number; job: Job }) => {
  const result = scan(job)
  const transfer =
    'blocks' in result
      ? result.blocks.flatMap(({ events, times, stored }) =>
          [events, times, stored].flatMap((view) => (view ? [view.buffer as ArrayBuffer] : [])),
        )
      : []
  parentPort!.postMessage({ id, result }, transfer)
})
