import type { Client } from '../queries.ts'

export type IdentifierList = 'mrns' | 'memberIds' | 'other'
export type RevealField = 'ssn' | 'mrn' | 'memberId' | 'other'
export const REVEAL_FIELD = { mrns: 'mrn', memberIds: 'memberId', other: 'other' } as const

/**
 * An identifier in a form. One that is there already is masked and stays unless something is typed over it; `index`
 * is its place in the record that the form began with.
 */
export interface IdentifierValue {
  index: number | null
  masked: string
  typed: string
  system: string
  type: string
}

export interface IdentifierValues {
  ssn: IdentifierValue | null
  mrns: IdentifierValue[]
  memberIds: IdentifierValue[]
  other: IdentifierValue[]
}

export const NEW_IDENTIFIER: IdentifierValue = { index: null, masked: '', typed: '', system: '', type: '' }

export function identifierValues({ identifier: i }: Client): IdentifierValues {
  const list = (entries: { value: string; system?: string; type?: string }[] = []) =>
    entries.map((e, index) => ({
      index,
      masked: e.value,
      typed: '',
      system: e.system ?? '',
      type: e.type ?? '',
    }))
  return {
    ssn: i?.ssn ? { ...NEW_IDENTIFIER, index: 0, masked: i.ssn } : null,
    mrns: list(i?.mrns),
    memberIds: list(i?.memberIds),
    other: list(i?.other),
  }
}

/** Whether saving needs to look at values that are hidden: the API takes the class whole. */
export const keepsSome = (v: IdentifierValues): boolean =>
  [v.ssn, ...v.mrns, ...v.memberIds, ...v.other].some(
    (e) => e !== null && e.index !== null && !e.typed.trim(),
  )

export type Reveal = (field: RevealField, index: number) => Promise<string>

/** Looks at each value once, however often it is asked for: each look is written to the log. */
export function once(reveal: Reveal): Reveal {
  const seen = new Map<string, Promise<string>>()
  return (field, index) => {
    const key = `${field} ${index}`
    const known = seen.get(key) ?? reveal(field, index)
    seen.set(key, known)
    return known
  }
}

/**
 * The class as the API takes it. `reveal` gives what stays; each such look is written to the log. An entry without
 * a value is left out.
 */
export async function toIdentifiers(v: IdentifierValues, reveal: Reveal): Promise<object> {
  const shownOrKept = async (e: IdentifierValue, field: RevealField) =>
    e.typed.trim() || (e.index === null ? '' : await reveal(field, e.index))
  const list = async (name: IdentifierList) => {
    const out = []
    for (const e of v[name]) {
      const value = await shownOrKept(e, REVEAL_FIELD[name])
      if (value) out.push({ value, ...(e.system && { system: e.system }), ...(e.type && { type: e.type }) })
    }
    return out
  }
  const ssn = v.ssn ? await shownOrKept(v.ssn, 'ssn') : ''
  return {
    ...(ssn && { ssn }),
    mrns: await list('mrns'),
    memberIds: await list('memberIds'),
    other: await list('other'),
  }
}
