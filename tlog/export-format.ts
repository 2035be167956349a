/**
 * The export format, version 1: a text file of lines, each a JSON value, in this order.
 *
 *   {"format":"wellkeep-audit-export","version":1,"origin":"...","size":N}
 *   {"checkpoint":"<signed note>"}                    all, oldest first
 *   {"tile":"tile/2/000.p/1","hashes":"<base64>"}     the stored tiles of level 1 and up, highest level first
 *   {"block":0,"hashes":"<base64>"}                   stored tile 0 of level 0 ("" when it is not stored) ...
 *   {"time":"...","event":{...}}                      ... and the leaves 0 to 255, each in its exact bytes
 *   {"block":1,"hashes":"<base64>"}                   and so on
 *   {"end":{"checkpoints":C,"events":E}}
 *
 * The first leaf after a block line has index 256 x block, each other one follows the one before. Where stored
 * indexes skip, `{"at":N}` gives the index of the next leaf. A leaf that can't stand on a line of its own
 * (somebody altered it) is written `{"raw":"<base64>"}`.
 *
 * Checkpoints stand first, so that a verifier who reads the leaves once already knows what to compare with.
 */

export const EXPORT_FORMAT = 'wellkeep-audit-export'
export const EXPORT_VERSION = 1

/** How each kind of line begins; any other line is a leaf. */
export const LINE = {
  header: '{"format":',
  checkpoint: '{"checkpoint":',
  tile: '{"tile":',
  block: '{"block":',
  at: '{"at":',
  raw: '{"raw":',
  end: '{"end":',
} as const

export type LineKind = keyof typeof LINE

const KINDS = Object.entries(LINE).map(([kind, start]) => ({
  kind: kind as LineKind,
  start: Buffer.from(start),
}))

/** Which kind of line begins at `at`; undefined for a leaf. */
export function lineKind(bytes: Buffer, at: number, end: number): LineKind | undefined {
  for (const { kind, start } of KINDS) {
    if (end - at >= start.length && bytes.compare(start, 0, start.length, at, at + start.length) === 0)
      return kind
  }
  return undefined
}

export type ExportHeader = { origin: string; size: number }

/** The header that a line holds; undefined when it is none that this version can read. */
export function parseHeader(line: string): ExportHeader | undefined {
  const header = parseLine(line) as Record<string, unknown> | undefined
  if (header?.format !== EXPORT_FORMAT || header.version !== EXPORT_VERSION) return undefined
  const { origin, size } = header
  if (typeof origin !== 'string' || !origin || !isIndex(size)) return undefined
  return { origin, size }
}

/** The JSON object on a line; undefined when it is none. */
export function parseLine(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** Whether a value can be an index or a size. */
export function isIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}
