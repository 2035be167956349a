import { analyse } from 'chardet'
import type { Place } from '../../protocol.ts'
import type { Reading } from '../reading.ts'

const SAMPLE = 64 * 1024
const SLICE = 1024 * 1024

/** Text has no control characters but white space; UTF-16 has a mark, or a zero in every other byte. */
export function looksLikeText(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, SAMPLE)
  if (sample.length === 0 || isUtf16(sample)) return true
  let odd = 0
  for (const b of sample)
    if (b === 0) return false
    else if (b < 9 || (b > 13 && b < 27) || (b > 27 && b < 32) || b === 127) odd++
  return odd / sample.length < 0.005
}

/** Marked as UTF-16, and plausibly so: most of it is in one block of characters, and none is a control character. */
export function isUtf16(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 4096)
  const encoding = utf16Of(sample)
  if (!encoding) return false
  const text = new TextDecoder(encoding).decode(sample)
  const odd = text.replace(/[\t\r\n\uFEFF]/g, '').match(/[\p{Cc}\p{Co}\uFFFD]/gu)?.length ?? 0
  return odd <= text.length / 100
}

function utf16Of(sample: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le'
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be'
  const n = Math.min(sample.length & ~1, 4096)
  if (n < 8) return undefined
  let even = 0
  let odd = 0
  for (let i = 0; i < n; i += 2) {
    if (sample[i] === 0) even++
    if (sample[i + 1] === 0) odd++
  }
  if (odd > n / 2 / 2 && even < n / 40) return 'utf-16le'
  if (even > n / 2 / 2 && odd < n / 40) return 'utf-16be'
  return undefined
}

/** Bytes that are no UTF-8 are in one of the older encodings; the likeliest is taken. */
export function encodingOf(bytes: Buffer): string {
  const sample = bytes.subarray(0, SAMPLE)
  const wide = isUtf16(sample) && utf16Of(sample)
  if (wide) return wide
  try {
    // The sample may end within a character.
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true })
    return 'utf-8'
  } catch {
    const guess = analyse(sample).find(
      ({ name }) => !/^(ASCII|UTF-8|UTF-16|UTF-32)/.test(name) && canDecode(name),
    )
    return guess?.name ?? 'windows-1252'
  }
}

function canDecode(name: string): boolean {
  try {
    new TextDecoder(name)
    return true
  } catch {
    return false
  }
}

export function decode(bytes: Buffer, encoding = encodingOf(bytes)): string {
  return new TextDecoder(encoding).decode(bytes)
}

/** Text of any length, slice by slice; a slice ends with a line where there is one. */
export function readText(reading: Reading, bytes: Buffer, place: Place): void {
  const decoder = new TextDecoder(encodingOf(bytes))
  let held = ''
  for (let at = 0; at < bytes.length; at += SLICE) {
    reading.budget.time()
    const all = held + decoder.decode(bytes.subarray(at, at + SLICE), { stream: true })
    const line = all.lastIndexOf('\n') + 1
    const end = line > 0 ? line : all.length
    reading.text(place, all.slice(0, end))
    held = all.slice(end)
  }
  reading.text(place, held + decoder.decode())
}

/** Runs of letters in bytes of an unknown kind, as 8-bit and as UTF-16 text: something may be found there. */
export function readStrings(reading: Reading, bytes: Buffer, place: Place): void {
  const some = bytes.subarray(0, 32 * 1024 * 1024)
  for (const text of [some.toString('latin1'), some.toString('utf16le')]) {
    const runs = text.match(/[\p{L}\p{N}\p{P}\p{Zs}\t\r\n@$+<>=|~^`]{8,}/gu) ?? []
    reading.text(place, runs.filter((r) => /[\p{L}\p{N}]{3}/u.test(r)).join('\n'))
  }
}
