import { isUtf8 } from 'node:buffer'
import { TransferError } from '../problem.ts'

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** What a byte order mark at the start says, and how many bytes it takes. UTF-32 is refused. */
export function byteOrderMark(head: Uint8Array): { encoding: Encoding; length: number } | undefined {
  const [a, b, c, d] = head
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 }
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    throw new TransferError('wrong-encoding', 'The file is in UTF-32. Save it as UTF-8 and try again.')
  }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 }
  return undefined
}

/** UTF-16 without a mark shows as a zero in every other byte of mostly Latin text. */
export function looksLikeUtf16(head: Uint8Array): Encoding | undefined {
  const pairs = Math.min(head.length, 512) >> 1
  if (pairs < 2) return undefined
  let even = 0
  let odd = 0
  for (let i = 0; i < pairs; i++) {
    if (head[2 * i] === 0) even++
    if (head[2 * i + 1] === 0) odd++
  }
  if (odd > pairs * 0.6 && even < pairs * 0.1) return 'utf-16le'
  if (even > pairs * 0.6 && odd < pairs * 0.1) return 'utf-16be'
  return undefined
}

/** How many bytes at the end of `chunk` begin a UTF-8 character that the next chunk completes (0 to 3). */
function incompleteTail(chunk: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back]!
    if ((byte & 0xc0) === 0x80) continue
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return needs > back ? back : 0
  }
  return 0
}

/** Checks a stream of chunks for well-formed UTF-8 (RFC 3629); characters may span chunks. */
export class Utf8Check {
  #carry: Uint8Array = new Uint8Array(0)

  /** False as soon as the bytes so far can't be UTF-8. */
  push(chunk: Uint8Array): boolean {
    const bytes = this.#carry.length ? Buffer.concat([this.#carry, chunk]) : chunk
    const tail = incompleteTail(bytes)
    this.#carry = tail ? bytes.slice(bytes.length - tail) : new Uint8Array(0)
    return isUtf8(tail ? bytes.subarray(0, bytes.length - tail) : bytes)
  }

  /** False when the last character was cut off. */
  end(): boolean {
    return this.#carry.length === 0
  }
}
