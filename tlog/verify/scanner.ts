import { type BlocksFound, blockScanner } from './scan-blocks.ts'
import { type CheckpointFound, checkpointScanner } from './scan-checkpoints.ts'

/** The open file, which all threads of the process can read, and the keys to trust. */
export type ScanOptions = { fd: number; keys: readonly string[] }

/** A stretch of the file to scan, in bytes. */
export type Job =
  | { kind: 'checkpoints'; from: number; to: number }
  | { kind: 'blocks'; from: number; to: number; first: boolean }

export type CheckpointsResult = { checkpoints: CheckpointFound[] }
export type ScanResult = BlocksFound | CheckpointsResult

/** Scans stretches of one export: the work that needs no knowledge of what came before. */
export function scanner({ fd, keys }: ScanOptions): (job: Job) => ScanResult {
  const blocks = blockScanner(fd)
  const checkpoints = checkpointScanner(fd, keys)
  return (job) =>
    job.kind === 'blocks'
      ? blocks(job.from, job.to, job.first)
      : { checkpoints: checkpoints(job.from, job.to) }
}
