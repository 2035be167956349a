import { HASH_SIZE } from './hash.ts'
import { signNote, verifyNote } from './note.ts'
import { decodeBase64, NoteError, type Signer, type Verifier } from './note-keys.ts'

/** A tree head (C2SP tlog-checkpoint). `time` comes from the extension line `time <ISO 8601 UTC with ms>`. */
export type Checkpoint = { origin: string; size: number; root: Buffer; time: Date }

/** A checkpoint's three mandatory lines, and any extension lines, as they stand. */
export type CheckpointBody = { origin: string; size: number; root: Buffer; extensions: string[] }

const malformed = (why: string) => new NoteError('malformed', `malformed checkpoint: ${why}`)
const TIME_LINE = /^time (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/

/** The note text of a checkpoint: origin, size, root in base64, and one extension line with its time. */
export function formatCheckpoint({ origin, size, root, time }: Checkpoint): string {
  if (!origin || /[\r\n]/.test(origin)) throw malformed('bad origin')
  if (!Number.isSafeInteger(size) || size < 0) throw malformed('bad tree size')
  if (root.length !== HASH_SIZE) throw malformed('the root must be 32 bytes')
  return `${origin}\n${size}\n${root.toString('base64')}\ntime ${time.toISOString()}\n`
}

/** Reads a checkpoint's note text, with whatever extension lines it has. Throws NoteError `malformed`. */
export function parseCheckpointBody(text: string): CheckpointBody {
  if (!text.endsWith('\n')) throw malformed('no final newline')
  const [origin, sizeText, rootText, ...extensions] = text.slice(0, -1).split('\n')
  if (!origin || !sizeText || !rootText || extensions.includes('')) throw malformed('missing or empty line')
  const size = Number(sizeText)
  if (!/^(0|[1-9][0-9]*)$/.test(sizeText) || !Number.isSafeInteger(size)) throw malformed('bad tree size')
  const root = decodeBase64(rootText)
  if (root?.length !== HASH_SIZE) throw malformed('bad root hash')
  return { origin, size, root, extensions }
}

/** Reads a checkpoint's note text as this log writes it: with exactly one extension line, its time. */
export function parseCheckpoint(text: string): Checkpoint {
  const { origin, size, root, extensions } = parseCheckpointBody(text)
  const match = extensions.length === 1 ? TIME_LINE.exec(extensions[0]!) : null
  const time = new Date(match?.[1] ?? Number.NaN)
  if (!match || Number.isNaN(time.getTime()) || time.toISOString() !== match[1])
    throw malformed('no valid time line')
  return { origin, size, root, time }
}

/** Signs a checkpoint. */
export function signCheckpoint(checkpoint: Checkpoint, ...signers: Signer[]): Promise<string> {
  return signNote(formatCheckpoint(checkpoint), ...signers)
}

/** Whether a key with this name may speak for the log `origin`: its own name, or that of a folder it is in. */
export function speaksFor(keyName: string, origin: string): boolean {
  return keyName === origin || origin.startsWith(`${keyName}/`)
}

/**
 * Opens a signed checkpoint. Throws NoteError: as `verifyNote`, as `parseCheckpoint`, and `no-known-signature`
 * when the keys that signed do not speak for its origin.
 */
export function verifyCheckpoint(note: string, verifiers: readonly Verifier[]): Checkpoint {
  const { text, signedBy } = verifyNote(note, verifiers)
  const checkpoint = parseCheckpoint(text)
  if (!signedBy.some((verifier) => speaksFor(verifier.name, checkpoint.origin)))
    throw new NoteError('no-known-signature', 'signed by a key that does not speak for this log')
  return checkpoint
}
