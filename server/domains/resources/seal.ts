import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { type DataKey, openJson, type Place, type Sealed, sealJson } from '../../platform/keys/sealed.ts'
import { subjectDek } from '../../platform/keys/subjects.ts'

/** Columns of this domain that hold ciphertexts, all under the organization's data key, and what is in them. */
export interface SealedWords {
  'link_groups.sealed_name': string
  'links.sealed_link': LinkWords
  'links.sealed_moved_to': string
  'announcements.sealed_text': { title: string; text: string }
}
export interface LinkWords {
  title: string
  note: string
  url: string
}
type Column = keyof SealedWords

/** Seals and opens what people type here. */
export class Words {
  readonly #orgId: string
  readonly #key: DataKey

  private constructor(orgId: string, key: DataKey) {
    this.#orgId = orgId
    this.#key = key
  }

  static async of(keys: OrgKeys, tx: Tx): Promise<Words> {
    const { orgId } = tx.context
    return new Words(orgId, await subjectDek(keys, tx, 'organization', orgId))
  }

  seal<C extends Column>(column: C, row: string, value: SealedWords[C]): Sealed {
    return sealJson(this.#key, this.#place(column, row), value)
  }

  open<C extends Column>(column: C, row: string, sealed: Uint8Array): SealedWords[C] {
    return openJson(this.#key, this.#place(column, row), sealed)
  }

  #place(where: Column, row: string): Place {
    const [table, column] = where.split('.') as [string, string]
    return { orgId: this.#orgId, table, column, row }
  }
}
