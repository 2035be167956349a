import { Hmac } from '../../../platform/keys/hmac.ts'
import type { OrgKeys } from '../../../platform/keys/org-keys.ts'
import { nameWords } from '../../../platform/search/normalize.ts'
import type { Key } from '../fhir/references.ts'
import type { RecordClasses } from '../record.ts'

/** Keys that mean the same in every import: identifiers with a system, UUIDs, web addresses, and our own kinds. */
const LASTING =
  /^(id\||url\|https?:|ref\|[A-Za-z]+\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$|mrn\||ssn\||who\||row\|)/i

/**
 * Turns keys (`id|Patient|system|value`, `ssn|...`) into tokens: whole HMAC-SHA-256 under the organization's
 * own key, so that the database can match them without holding what they say. A token holds within one client
 * group: a match never tells of somebody behind a wall. Keys that mean something in one file only hold within
 * one import.
 */
export class SourceTokens {
  readonly #hmac: Hmac
  readonly #groupId: string
  readonly #importId: string

  private constructor(key: Buffer, groupId: string, importId: string) {
    this.#hmac = new Hmac(key)
    this.#groupId = groupId
    this.#importId = importId
  }

  static async of(keys: OrgKeys, orgId: string, groupId: string, importId: string): Promise<SourceTokens> {
    return new SourceTokens(await keys.indexKey(orgId, 'import-source'), groupId, importId)
  }

  isLasting(key: Key): boolean {
    return LASTING.test(key)
  }

  token(key: Key): Buffer {
    return this.#hmac.digest(`${this.isLasting(key) ? this.#groupId : this.#importId} ${key}`)
  }

  /** An id that is always the same for the same thing (UUID version 8, RFC 9562), for rows that must not double. */
  stableId(text: string): string {
    const bytes = this.#hmac.digest(`row ${text}`).subarray(0, 16)
    bytes[6] = (bytes[6]! & 0x0f) | 0x80
    bytes[8] = (bytes[8]! & 0x3f) | 0x80
    const hex = bytes.toString('hex')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  }

  /** Who the record names: 8 bytes for the name, 8 for the birth date, zeros where it says nothing. */
  who(record: RecordClasses): Buffer {
    const out = Buffer.alloc(16)
    const name = record.contact.names[0]
    const words = name
      ? nameWords(`${name.given[0] ?? ''} ${name.family ?? ''} ${name.family ? '' : (name.text ?? '')}`)
      : []
    if (words.length > 0) this.#hmac.digest(`name ${words.join(' ')}`).copy(out, 0, 0, 8)
    const birth = record.demographic?.birthDate
    if (birth) this.#hmac.digest(`birth ${birth}`).copy(out, 8, 0, 8)
    return out
  }
}

const NOTHING = Buffer.alloc(8)

/** True when two records name different people for certain: both name and birth date are known and differ. */
export function differ(a: Buffer, b: Buffer): boolean {
  const unlike = (from: number) => {
    const [x, y] = [a.subarray(from, from + 8), b.subarray(from, from + 8)]
    return !x.equals(NOTHING) && !y.equals(NOTHING) && !x.equals(y)
  }
  return unlike(0) && unlike(8)
}
