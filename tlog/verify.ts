import { closeSync, fstatSync, openSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { verifyCheckpoint } from './checkpoint.ts'
import { NoteError, parseVerifierKey } from './note-keys.ts'
import { Findings } from './verify/findings.ts'
import { LineTooLongError } from './verify/lines.ts'
import { createPool } from './verify/pool.ts'
import type { Report } from './verify/report.ts'
import { type RunOptions, verifySections } from './verify/run.ts'
import { findSections } from './verify/sections.ts'
import { spool } from './verify/spool.ts'
import type { Tolerance } from './verify/times.ts'

export type VerifyOptions = {
  /** Called now and then with how far it is. */
  onProgress?: (progress: { bytes: number; totalBytes: number; events: number }) => void
  /** A signed checkpoint that the auditor kept: the log must still contain it. */
  trustedCheckpoint?: string
  /** The log this must be an export of. Without, any log that a key's name covers will do. */
  origin?: string
  /** How many threads work, this one with them; by default as many as cores (at most 8), for a small export 1. */
  threads?: number
  /** How far times may lie outside their checkpoints, in ms; by default 10 minutes before and 1 minute after. */
  tolerance?: Tolerance
}

const TOLERANCE: Tolerance = { before: 10 * 60_000, after: 60_000 }
const SMALL_BYTES = 4 * 1024 * 1024
const MAX_THREADS = 8

/**
 * Verifies an export with nothing but the log's public key, in one pass and in constant memory. `source` is the
 * path of a file, or a stream, which is first written to a temporary file. Returns a report whatever the export
 * holds; throws when the file can't be read, and NoteError when a key, or the trusted checkpoint, is no good.
 */
export async function verifyExport(
  source: string | AsyncIterable<Uint8Array>,
  keys: string | readonly string[],
  options: VerifyOptions = {},
): Promise<Report> {
  const keyList = typeof keys === 'string' ? [keys] : keys
  const verifiers = keyList.map(parseVerifierKey)
  if (verifiers.length === 0) throw new NoteError('bad-key', 'no key to verify with')
  const trusted =
    options.trustedCheckpoint === undefined
      ? undefined
      : verifyCheckpoint(options.trustedCheckpoint, verifiers)

  if (typeof source !== 'string') {
    const file = await spool(source)
    try {
      return await verifyExport(file.path, keys, options)
    } finally {
      await file.remove()
    }
  }

  const fd = openSync(source, 'r')
  try {
    const totalBytes = fstatSync(fd).size
    const sections = sectionsOf(fd)
    if (!sections) return notAnExport()
    const threads =
      options.threads ?? (totalBytes < SMALL_BYTES ? 1 : Math.min(availableParallelism(), MAX_THREADS))
    const pool = createPool(Math.max(1, threads), { fd, keys: keyList })
    try {
      const run: RunOptions = { fd, totalBytes, sections, pool, tolerance: options.tolerance ?? TOLERANCE }
      if (trusted) run.trusted = trusted
      if (options.origin !== undefined) run.origin = options.origin
      if (options.onProgress) run.onProgress = options.onProgress
      return await verifySections(run)
    } finally {
      await pool.close()
    }
  } finally {
    closeSync(fd)
  }
}

/** A line too long to be held in memory is in no export. */
function sectionsOf(fd: number): ReturnType<typeof findSections> {
  try {
    return findSections(fd)
  } catch (error) {
    if (error instanceof LineTooLongError) return undefined
    throw error
  }
}

function notAnExport(): Report {
  const findings = new Findings()
  findings.problem({
    code: 'not-an-export',
    text: 'the file is no audit export of a version this verifier knows',
  })
  return {
    ok: false,
    origin: '',
    size: 0,
    root: '',
    checkpoints: 0,
    events: 0,
    problems: findings.problems,
    problemsOmitted: 0,
  }
}
