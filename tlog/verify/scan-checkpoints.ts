import { verifyCheckpoint } from '../checkpoint.ts'
import { lineKind, parseLine } from '../export-format.ts'
import { NoteError, parseVerifierKey } from '../note-keys.ts'
import { readLines } from './lines.ts'

/** A checkpoint line: its content, when its signature is good, or why it was refused. */
export type CheckpointFound =
  | { ok: true; origin: string; size: number; root: Uint8Array; time: number }
  | { ok: false; code: NoteError['code']; text: string }

const STEP = 64 * 1024

/** Reads and verifies the checkpoint lines that begin in bytes `[from, to)` of an export. */
export function checkpointScanner(
  fd: number,
  keys: readonly string[],
): (from: number, to: number) => CheckpointFound[] {
  const verifiers = keys.map(parseVerifierKey)

  const open = (line: string): CheckpointFound => {
    try {
      const note = parseLine(line)?.checkpoint
      if (typeof note !== 'string') return { ok: false, code: 'malformed', text: 'not a checkpoint line' }
      const { origin, size, root, time } = verifyCheckpoint(note, verifiers)
      return { ok: true, origin, size, root, time: time.getTime() }
    } catch (error) {
      if (error instanceof NoteError) return { ok: false, code: error.code, text: error.message }
      throw error
    }
  }

  return (from, to) => {
    const found: CheckpointFound[] = []
    let skipped = false
    // The line that ends just before `from`, or that `from` cuts, belongs to the stretch before.
    for (const { bytes, start, end, fileStart } of readLines(fd, from - 1, STEP)) {
      if (fileStart >= to) break
      if (!skipped) skipped = true
      else if (lineKind(bytes, start, end) === 'checkpoint')
        found.push(open(bytes.toString('utf8', start, end)))
      else found.push({ ok: false, code: 'malformed', text: 'not a checkpoint line' })
    }
    return found
  }
}
