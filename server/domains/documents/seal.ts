import { createHmac } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys, WrappedDek } from '../../platform/keys/org-keys.ts'
import {
  type DataKey,
  openBytes,
  openJson,
  type Sealed,
  sealBytes,
  sealJson,
} from '../../platform/keys/sealed.ts'

type SealedColumn =
  | 'folders.sealed_name'
  | 'documents.sealed_name'
  | 'documents.sealed_tags'
  | 'document_versions.sealed_note'
  | 'document_search.sealed_words'
  | 'document_links.sealed_label'
  | 'signature_requests.sealed_terms'
  | 'signature_steps.sealed_signer'
  | 'signature_steps.sealed_mark'
  | 'signature_steps.sealed_reason'
  | 'folder_pages.sealed_page'

/** Seals and opens what is kept of one folder or document, under its own data key. */
export class DocumentSeal {
  readonly #orgId: string
  readonly #key: DataKey

  constructor(orgId: string, key: DataKey) {
    this.#orgId = orgId
    this.#key = key
  }

  /** Of a folder or document that is there: `row` brings its wrapped key. */
  static async of(keys: OrgKeys, orgId: string, row: WrappedDek & { id: string }): Promise<DocumentSeal> {
    return new DocumentSeal(orgId, await keys.openDek(orgId, row.id, row))
  }

  seal(where: SealedColumn, row: string, value: unknown): Sealed {
    return sealJson(this.#key, this.#place(where, row), value)
  }

  open<T>(where: SealedColumn, row: string, sealed: Uint8Array): T {
    return openJson<T>(this.#key, this.#place(where, row), sealed)
  }

  /** The same for what is JSON already, as bytes, and stays so. */
  sealBytes(where: SealedColumn, row: string, json: Uint8Array): Sealed {
    return sealBytes(this.#key, this.#place(where, row), json)
  }

  openBytes(where: SealedColumn, row: string, sealed: Uint8Array): Buffer {
    return openBytes(this.#key, this.#place(where, row), sealed)
  }

  #place(where: SealedColumn, row: string) {
    const [table, column] = where.split('.') as [string, string]
    return { orgId: this.#orgId, table, column, row }
  }
}

/** Makes the data key of a new folder or document; the row that it belongs to stands first. */
export async function addKey(
  tx: Tx,
  type: 'folder' | 'document',
  id: string,
  made: { kekId: string; wrapped: Buffer },
): Promise<void> {
  await tx.db
    .insertInto('deks')
    .values({
      org_id: tx.context.orgId,
      subject_id: id,
      subject_type: type,
      kek_id: made.kekId,
      wrapped: made.wrapped,
    })
    .execute()
}

/**
 * What tells whether two names in one place are alike, whatever their case and however their letters are put together.
 * Keyed, and bound to the place: it tells nothing else.
 */
export async function nameKey(keys: OrgKeys, orgId: string, place: string, name: string): Promise<Buffer> {
  const folded = name.normalize('NFKC').toLowerCase().normalize('NFKC')
  return createHmac('sha256', await keys.indexKey(orgId, 'document-name'))
    .update(`${place}|${folded}`)
    .digest()
    .subarray(0, 16)
}
