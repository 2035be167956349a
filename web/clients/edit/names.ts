import { filled } from './points.ts'

/** A person's name in a form. */
export interface NameValues {
  prefix: string
  given: string
  family: string
  suffix: string
}

interface StoredName {
  prefix?: string | undefined
  given: string[]
  family?: string | undefined
  suffix?: string | undefined
  text?: string | undefined
}

export const nameValues = (n: StoredName | undefined): NameValues => ({
  prefix: n?.prefix ?? '',
  given: n?.given.join(' ') ?? '',
  family: n?.family ?? '',
  suffix: n?.suffix ?? '',
})

/**
 * The name as the API takes it. What was not touched stays as it came: given names with spaces in them, and a
 * name that is only a text.
 */
export function toName<T extends StoredName>(old: T | undefined, v: NameValues): T {
  const before = nameValues(old)
  const same = (['prefix', 'given', 'family', 'suffix'] as const).every((k) => before[k] === v[k].trim())
  if (old && same) return old
  const { prefix: _p, given: _g, family: _f, suffix: _s, text: _t, ...rest } = old ?? { given: [] }
  const given = old && before.given === v.given.trim() ? old.given : v.given.split(/\s+/).filter(Boolean)
  return {
    ...rest,
    ...filled({ prefix: v.prefix, family: v.family, suffix: v.suffix }),
    given,
  } as unknown as T
}
