/** What canonical JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Thrown for a value that JSON can't hold exactly. Names the place by its keys, never by its content. */
export class CanonicalJsonError extends TypeError {
  override name = 'CanonicalJsonError'
}

const MAX_DEPTH = 100

function text(value: string, path: string): string {
  if (!value.isWellFormed())
    throw new CanonicalJsonError(`${path || 'value'}: a string with a lone surrogate`)
  return JSON.stringify(value)
}

function write(value: unknown, path: string, depth: number): string {
  if (typeof value === 'string') return text(value, path)
  if (value === null || value === true || value === false) return String(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (depth > MAX_DEPTH) throw new CanonicalJsonError('nested too deeply, or a cycle')
  if (Array.isArray(value))
    return `[${Array.from(value, (item, i) => write(item, `${path}[${i}]`, depth + 1)).join(',')}]`
  if (typeof value === 'object') {
    const prototype = Object.getPrototypeOf(value)
    if (prototype === Object.prototype || prototype === null) {
      // The default order of sort() is that of UTF-16 code units, as the RFC asks.
      const members = Object.keys(value)
        .sort()
        .map(
          (key) =>
            `${text(key, path)}:${write((value as Record<string, unknown>)[key], `${path}.${key}`, depth + 1)}`,
        )
      return `{${members.join(',')}}`
    }
  }
  throw new CanonicalJsonError(`${path || 'value'}: JSON can't hold this (${typeof value})`)
}

/**
 * Canonical JSON (RFC 8785): no spaces, members sorted by the UTF-16 code units of their names, numbers as
 * ECMAScript writes them. The same value always gives the same bytes, so it can be hashed. Throws
 * CanonicalJsonError for what JSON can't hold: undefined, NaN, infinities, bigints, dates, lone surrogates.
 */
export function canonicalJson(value: Json): string {
  return write(value, '', 0)
}
