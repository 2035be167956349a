import { canonicalJson, type Json } from './canonical.ts'

/** Every leaf begins with this, then 24 characters of time, then a quote and a comma. */
export const LEAF_START = '{"time":"'
const TIME_AT = LEAF_START.length
const TIME_CHARS = 24
/** Bytes up to and with the comma after the time. */
export const LEAF_HEAD_BYTES = TIME_AT + TIME_CHARS + 2

/**
 * The exact bytes of a leaf: `{"time":"2026-01-31T09:30:00.000Z","event":{...}}`, the event in canonical JSON
 * (RFC 8785). The time stands first, at a fixed place, so that a verifier reads it without parsing the event and
 * no string inside the event can pass for it. `time` must lie in the years 0 to 9999.
 */
export function encodeLeaf(time: Date, event: Json): Buffer {
  const iso = time.toISOString()
  if (iso.length !== TIME_CHARS) throw new RangeError('the time of a leaf must lie in the years 0 to 9999')
  return Buffer.from(`${LEAF_START}${iso}","event":${canonicalJson(event)}}`)
}

const START = Buffer.from(LEAF_START)
const MINUTE_CHARS = 16 // 2026-01-31T09:30
const SHAPE = Buffer.from('0000-00-00T00:00:00.000Z",')

/** Whether `bytes` has, from place `from` of the time on, the characters of an ISO time and what must follow it. */
function hasShape(bytes: Buffer, at: number, from: number): boolean {
  for (let i = from; i < SHAPE.length; i++) {
    const byte = bytes[at + i]!
    if (SHAPE[i] === 48 ? byte < 48 || byte > 57 : byte !== SHAPE[i]) return false
  }
  return true
}

function sameBytes(bytes: Buffer, at: number, wanted: Buffer): boolean {
  for (let i = wanted.length - 1; i >= 0; i--) if (bytes[at + i] !== wanted[i]) return false
  return true
}

/** A full minute in ms since 1970, strictly: `Date.parse` alone takes February 31st for March 3rd. */
function parseMinute(minute: string): number {
  const iso = `${minute}:00.000Z`
  const ms = Date.parse(iso)
  return !Number.isNaN(ms) && new Date(ms).toISOString() === iso ? ms : Number.NaN
}

/**
 * Makes a reader of leaf times: given bytes, and where in them a leaf starts and ends, its time in ms since 1970,
 * or NaN when it has none of the required form. It remembers the last minute, since neighbours mostly share theirs.
 */
export function leafTimeReader(): (bytes: Buffer, start: number, end: number) => number {
  const minute = Buffer.alloc(MINUTE_CHARS)
  let minuteMs = Number.NaN
  return (bytes, start, end) => {
    if (end - start < LEAF_HEAD_BYTES || !sameBytes(bytes, start, START)) return Number.NaN
    const at = start + TIME_AT
    if (sameBytes(bytes, at, minute)) {
      if (!hasShape(bytes, at, MINUTE_CHARS)) return Number.NaN
    } else {
      if (!hasShape(bytes, at, 0)) return Number.NaN
      bytes.copy(minute, 0, at, at + MINUTE_CHARS)
      minuteMs = parseMinute(minute.toString('latin1'))
    }
    const digit = (i: number) => bytes[at + i]! - 48
    const seconds = digit(17) * 10 + digit(18)
    if (seconds > 59) return Number.NaN
    return minuteMs + seconds * 1000 + digit(20) * 100 + digit(21) * 10 + digit(22)
  }
}
