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
  return Buffer.from(leafText(time, event))
}

/** The same, as the text whose UTF-8 bytes are the leaf. */
export function leafText(time: Date, event: Json): string {
  const iso = time.toISOString()
  if (iso.length !== TIME_CHARS) throw new RangeError('the time of a leaf must lie in the years 0 to 9999')
  return `${LEAF_START}${iso}","event":${canonicalJson(event)}}`
}

const MINUTE_CHARS = 16 // 2026-01-31T09:30
/** A leaf up to the minutes of its time. */
const HEAD = /^\{"time":"(\d{4}-\d\d-\d\dT\d\d:\d\d)$/
const HEAD_BYTES = TIME_AT + MINUTE_CHARS

/** A full minute in ms since 1970, strictly: `Date.parse` alone takes February 31st for March 3rd. */
function parseMinute(head: string): number {
  const minute = HEAD.exec(head)?.[1]
  const iso = `${minute}:00.000Z`
  const ms = Date.parse(iso)
  return !Number.isNaN(ms) && new Date(ms).toISOString() === iso ? ms : Number.NaN
}

/** The digit that a byte stands for; NaN for any other byte. */
const DIGIT = Array.from({ length: 256 }, (_, byte) => (byte >= 48 && byte <= 57 ? byte - 48 : Number.NaN))

/** Milliseconds in `:ss.mmmZ",`, which must begin at `at`; NaN for anything else. */
function parseSeconds(bytes: Buffer, at: number): number {
  // Byte by byte, for this runs once for every event: `:` `.` `Z` `"` `,`
  if (bytes[at] !== 58 || bytes[at + 3] !== 46 || bytes[at + 7] !== 90) return Number.NaN
  if (bytes[at + 8] !== 34 || bytes[at + 9] !== 44) return Number.NaN
  const seconds = DIGIT[bytes[at + 1]!]! * 10 + DIGIT[bytes[at + 2]!]!
  const ms = DIGIT[bytes[at + 4]!]! * 100 + DIGIT[bytes[at + 5]!]! * 10 + DIGIT[bytes[at + 6]!]!
  return seconds < 60 ? seconds * 1000 + ms : Number.NaN
}

/**
 * Makes a reader of leaf times: given bytes, and where in them a leaf starts and ends, its time in ms since 1970,
 * or NaN when it has none of the required form. It remembers the last minute, since neighbours mostly share theirs.
 */
export function leafTimeReader(): (bytes: Buffer, start: number, end: number) => number {
  const known = Buffer.alloc(HEAD_BYTES)
  let minuteMs = Number.NaN
  return (bytes, start, end) => {
    if (end - start < LEAF_HEAD_BYTES) return Number.NaN
    let i = HEAD_BYTES - 1
    while (i >= 0 && bytes[start + i] === known[i]) i--
    if (i >= 0) {
      bytes.copy(known, 0, start, start + HEAD_BYTES)
      minuteMs = parseMinute(known.toString('latin1'))
    }
    return minuteMs + parseSeconds(bytes, start + HEAD_BYTES)
  }
}
