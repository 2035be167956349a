import { Hmac } from '../keys/hmac.ts'
import type { OrgKeys } from '../keys/org-keys.ts'

/** As `Hmac.first24` gives them. */
export const TOKEN_BITS = 24
/** Names and days repeat; their tokens are kept in memory (never stored) up to this many. */
const CACHE = 50_000
const REPEATS: ReadonlySet<string> = new Set([
  ...['name-prefix', 'name-near', 'name-sound', 'birth-date', 'tag'],
  ...['ticket-prefix', 'ticket-word', 'ticket-tag'],
  ...['document-prefix', 'document-word', 'document-tag'],
])

const FIELDS = [
  'name-prefix',
  'name-near',
  'name-sound',
  'birth-date',
  'phone',
  'phone-tail',
  'email',
  'mrn',
  'ssn',
  'member-id',
  'tag',
  'identifier',
  'ticket-prefix',
  'ticket-word',
  'ticket-tag',
  'ticket-email',
  'document-prefix',
  'document-word',
  'document-tag',
] as const
export type IndexField = (typeof FIELDS)[number]

/**
 * The tokenizer of one organization. Blind-index tokens are the first 24 bits of HMAC-SHA-256 (FIPS 198-1) under a key
 * per organization and field. Truncated on purpose: with 2^24 values a token of a large organization stands for several
 * words, so that a stolen index names nobody with certainty. Candidates are opened and checked, so a hit is never wrong.
 */
export class Tokenizer {
  readonly #fields: Record<string, Hmac>
  readonly #seen = new Map<string, number>()

  private constructor(fields: Record<string, Hmac>) {
    this.#fields = fields
  }

  static async of(keys: OrgKeys, orgId: string): Promise<Tokenizer> {
    const loaded: Record<string, Hmac> = {}
    for (const f of FIELDS) loaded[f] = new Hmac(await keys.indexKey(orgId, f))
    return new Tokenizer(loaded)
  }

  token(field: IndexField, value: string): number {
    if (!REPEATS.has(field)) return this.#fields[field]!.first24(value)
    const name = `${field} ${value}`
    const known = this.#seen.get(name)
    if (known !== undefined) return known
    const token = this.#fields[field]!.first24(value)
    if (this.#seen.size >= CACHE) this.#seen.clear()
    this.#seen.set(name, token)
    return token
  }

  tokens(field: IndexField, values: Iterable<string>): number[] {
    return [...values].map((v) => this.token(field, v))
  }
}

const byOrganization = new WeakMap<OrgKeys, Map<string, Promise<Tokenizer>>>()

/** The tokenizer of an organization, made once a process. */
export function tokenizer(keys: OrgKeys, orgId: string): Promise<Tokenizer> {
  const map = byOrganization.get(keys) ?? new Map<string, Promise<Tokenizer>>()
  byOrganization.set(keys, map)
  let made = map.get(orgId)
  if (!made) {
    made = Tokenizer.of(keys, orgId)
    map.set(orgId, made)
    made.catch(() => map.delete(orgId))
  }
  return made
}
