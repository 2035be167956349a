import { createHmac } from 'node:crypto'
import type { OrgKeys } from '../keys/org-keys.ts'

/**
 * Blind-index tokens: the first bits of HMAC-SHA-256 (FIPS 198-1) under a key per organization and field.
 * Truncated on purpose: with 2^24 values a token of a large organization stands for several words, so that a
 * stolen index names nobody with certainty. Candidates are opened and checked, so a hit is never wrong.
 */
export const TOKEN_BITS = 24
/** Names repeat; their tokens are kept in memory (never stored) up to this many. */
const CACHE = 50_000

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

/** The tokenizer of one organization. */
export class Tokenizer {
  readonly #keys: Record<string, Buffer>
  readonly #seen = new Map<string, number>()

  private constructor(keys: Record<string, Buffer>) {
    this.#keys = keys
  }

  static async of(keys: OrgKeys, orgId: string): Promise<Tokenizer> {
    const loaded: Record<string, Buffer> = {}
    for (const f of FIELDS) loaded[f] = await keys.indexKey(orgId, f)
    return new Tokenizer(loaded)
  }

  token(field: IndexField, value: string): number {
    const name = `${field} ${value}`
    const known = this.#seen.get(name)
    if (known !== undefined) return known
    const token =
      createHmac('sha256', this.#keys[field]!).update(value).digest().readUInt32BE(0) >>> (32 - TOKEN_BITS)
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
