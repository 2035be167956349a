/** What canonical JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Thrown for a value that JSON can't hold exactly. Names the place by its keys, never by its content. */
export class CanonicalJsonError extends TypeError {
  override name = 'CanonicalJsonError'
}

const MAX_DEPTH = 100

/** Why a value was refused, before the place is known: that is put together only when it is needed. */
class Refused {
  readonly why: string
  readonly path: (string | number)[] = []
  constructor(why: string) {
    this.why = why
  }
}

/** Printable ASCII without quote and backslash: what nearly all strings of an event are, written as it stands. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/

function writeString(value: string): string {
  if (PLAIN.test(value)) return `"${value}"`
  if (!value.isWellFormed()) throw new Refused('a string with a lone surrogate')
  return JSON.stringify(value)
}

/** Runs `write`, and notes the key under which it was refused. */
function at(key: string | number, value: unknown, depth: number): string {
  try {
    return write(value, depth)
  } catch (error) {
    if (error instanceof Refused) error.path.unshift(key)
    throw error
  }
}

function writeArray(items: readonly unknown[], depth: number): string {
  let text = ''
  for (let i = 0; i < items.length; i++) text += `${i ? ',' : ''}${at(i, items[i], depth)}`
  return `[${text}]`
}

function writeObject(members: Record<string, unknown>, depth: number): string {
  const prototype = Object.getPrototypeOf(members)
  if (prototype !== Object.prototype && prototype !== null) throw new Refused("JSON can't hold this object")
  let text = ''
  // The default order of sort() is that of UTF-16 code units, as the RFC asks.
  for (const key of Object.keys(members).sort())
    text += `${text && ','}${writeString(key)}:${at(key, members[key], depth)}`
  return `{${text}}`
}

function write(value: unknown, depth: number): string {
  if (typeof value === 'string') return writeString(value)
  if (value === null || value === true || value === false) return String(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (typeof value !== 'object') throw new Refused(`JSON can't hold this (${typeof value})`)
  if (depth > MAX_DEPTH) throw new Refused('nested too deeply, or a cycle')
  return Array.isArray(value)
    ? writeArray(value, depth + 1)
    : writeObject(value as Record<string, unknown>, depth + 1)
}

/**
 * Canonical JSON (RFC 8785): no spaces, members sorted by the UTF-16 code units of their names, numbers as
 * ECMAScript writes them. The same value always gives the same bytes, so it can be hashed. Throws
 * CanonicalJsonError for what JSON can't hold: undefined, NaN, infinities, bigints, dates, lone surrogates.
 */
export function canonicalJson(value: Json): string {
  try {
    return write(value, 0)
  } catch (error) {
    if (error instanceof Refused)
      throw new CanonicalJsonError(`${error.path.join('.') || 'value'}: ${error.why}`)
    throw error
  }
}
