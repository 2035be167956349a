import type { Checkpoint } from '../checkpoint.ts'
import { parseLine } from '../export-format.ts'
import type { Block } from './block.ts'
import { Findings } from './findings.ts'
import { Heads } from './heads.ts'
import { Judge } from './judge.ts'
import { inOrder, type ScanPool } from './pool.ts'
import type { Report } from './report.ts'
import type { BlocksFound } from './scan-blocks.ts'
import type { Job } from './scanner.ts'
import { type Sections, upperHashes } from './sections.ts'
import type { Tolerance } from './times.ts'

export type RunOptions = {
  fd: number
  totalBytes: number
  sections: Sections
  pool: ScanPool
  tolerance: Tolerance
  trusted?: Checkpoint
  origin?: string
  onProgress?: (progress: { bytes: number; totalBytes: number; events: number }) => void
}

const MAX_STRETCH = 1024 * 1024
const MIN_STRETCH = 256 * 1024

/** Cuts the blocks' part of the file into stretches, small enough that all threads end together. */
function* stretches(from: number, to: number, width: number): Generator<Job & { kind: 'blocks' }> {
  const step = Math.min(MAX_STRETCH, Math.max(MIN_STRETCH, Math.ceil((to - from) / (4 * width))))
  for (let at = from; at < to; at += step)
    yield { kind: 'blocks', from: at, to: Math.min(at + step, to), first: at === from }
}

/** Verifies an export whose parts are known: scanning on the pool's threads, judging here, in order. */
export async function verifySections(options: RunOptions): Promise<Report> {
  const { fd, totalBytes, sections, pool, tolerance, trusted, origin, onProgress } = options
  const { header } = sections
  const findings = new Findings()
  const heads = new Heads(findings, sections, trusted)
  const judge = new Judge({ findings, tolerance, upper: upperHashes(fd, sections) })
  let events = 0
  let end: BlocksFound['end']

  async function* readBlocks(): AsyncGenerator<Block> {
    const jobs = stretches(sections.blocksFrom, totalBytes, pool.width)
    for await (const { job, result } of inOrder(pool, jobs)) {
      const found = result as BlocksFound
      for (const at of found.malformed) findings.once('malformed', `unexpected line at byte ${at}`)
      if (found.end) end = found.end
      for (const block of found.blocks) {
        events += block.count
        yield block
      }
      onProgress?.({ bytes: job.to, totalBytes, events })
    }
  }

  if (origin !== undefined && header.origin !== origin)
    findings.problem({ code: 'wrong-origin', text: 'the export is of another log' })
  if (trusted && trusted.origin !== header.origin)
    findings.problem({ code: 'wrong-origin', text: 'the trusted checkpoint is of another log' })
  for (const at of sections.malformed) findings.once('malformed', `unexpected line at byte ${at}`)

  const blocks = readBlocks()
  for await (const head of heads.read(pool)) {
    judge.begin(head)
    while (judge.end < head.size) {
      const next = await blocks.next()
      if (next.done) break
      judge.add(next.value)
    }
    judge.conclude(head)
  }
  judge.begin(undefined)
  for await (const block of blocks) judge.add(block)
  const size = heads.newest?.size ?? 0
  judge.finish(Math.max(size, trusted?.size ?? 0))
  checkEnd()

  const { newest, count } = heads
  const report: Report = {
    ok: findings.problems.length === 0,
    origin: header.origin,
    size,
    root: newest ? Buffer.from(newest.root).toString('base64') : '',
    checkpoints: count,
    events,
    problems: findings.problems,
    problemsOmitted: findings.omitted,
  }
  if (newest) report.time = new Date(newest.time).toISOString()
  if (findings.firstBadLeaf) report.firstBadLeaf = findings.firstBadLeaf
  return report

  /** What the head and the last line of the file say of it. They are unsigned: they only tell of broken files. */
  function checkEnd(): void {
    if (!heads.newest)
      findings.problem({ code: 'no-checkpoint', text: 'no checkpoint has a good signature of a known key' })
    else if (header.size !== size) {
      findings.problem({
        code: 'size-mismatch',
        text: `the log says it has ${header.size} leaves, its newest checkpoint ${size}`,
      })
      if (header.size > size && judge.end <= size)
        findings.badLeaf('missing', size, `the log says it has ${header.size} leaves`, header.size)
    }
    const said = end && (parseLine(end.line)?.end as { checkpoints?: unknown; events?: unknown } | undefined)
    if (!said) findings.problem({ code: 'incomplete', text: 'the file has no end line: it was cut off' })
    else if (said.checkpoints !== heads.count || said.events !== events)
      findings.problem({
        code: 'count-mismatch',
        text: 'the file does not hold as many lines as its last line says',
      })
  }
}
