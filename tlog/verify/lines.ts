import { readSync } from 'node:fs'

const NEWLINE = 10
const STEP = 1024 * 1024
/** No line of an honest export is longer: a leaf is one event, a tile 11 KB. */
export const MAX_LINE_BYTES = 64 * 1024 * 1024

/** Thrown when a line is longer than any reader should hold in memory. */
export class LineTooLongError extends Error {
  override name = 'LineTooLongError'
}

/** Reads exactly `[from, to)` of a file into `into`; fewer bytes only where the file ends. Returns how many. */
export function readRange(fd: number, into: Buffer, from: number, to: number): number {
  let got = 0
  while (got < to - from) {
    const read = readSync(fd, into, got, to - from - got, from + got)
    if (read === 0) break
    got += read
  }
  return got
}

/** A line: where it is in the file, and where in `bytes`, without its newline. */
export type Line = { bytes: Buffer; start: number; end: number; fileStart: number; fileEnd: number }

/** Reads the lines of a file one after the other from byte `from` on, `step` bytes at a time. Throws LineTooLongError. */
export function* readLines(fd: number, from: number, step = STEP): Generator<Line> {
  let bytes = Buffer.allocUnsafeSlow(step)
  let base = from // where in the file bytes[0] is
  let filled = 0
  let at = 0
  while (true) {
    const newline = bytes.subarray(0, filled).indexOf(NEWLINE, at)
    if (newline >= 0) {
      yield { bytes, start: at, end: newline, fileStart: base + at, fileEnd: base + newline + 1 }
      at = newline + 1
      continue
    }
    if (at > 0) {
      bytes.copyWithin(0, at, filled)
      base += at
      filled -= at
      at = 0
    } else if (filled === bytes.length) {
      if (filled >= MAX_LINE_BYTES) throw new LineTooLongError('a line is longer than 64 MiB')
      bytes = Buffer.concat([bytes], bytes.length * 2)
    }
    const got = readRange(fd, bytes.subarray(filled), base + filled, base + bytes.length)
    if (got === 0) {
      if (filled > at) yield { bytes, start: at, end: filled, fileStart: base + at, fileEnd: base + filled }
      return
    }
    filled += got
  }
}
