import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { Database, Statement } from '../../platform/db/database.ts'
import type { RequestContext } from '../../platform/http/route.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { SealBroken } from '../../platform/keys/sealed.ts'
import { writes } from './access.ts'
import { type FolderPage, type ListFilter, pageOfFolder, readCursor } from './list.ts'
import { presentDocument } from './present.ts'
import { DocumentSeal } from './seal.ts'

/** How a page is shown. Raise it when documents are shown otherwise: old copies are then not found. */
const FORMAT = 1
/** Shorter pages are opened document by document: a copy would save little. */
const WORTH_KEEPING = 10

const KEEP: Statement = {
  name: 'folder-page-keep',
  text: 'select wk_keep_folder_page($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
}

/** A page of a folder as the API gives it: its documents in JSON. */
export interface ShownPage {
  folder: FolderPage['folder']
  ids: string[]
  nextCursor: string | null
  /** UTF-8. */
  json: Buffer
}

/**
 * Pages of folders, each in one ciphertext: what one reader was shown is kept under the folder's key for the next who is
 * to see exactly the same. Every change of a document takes it away with its own commit (0221_folder_pages.sql).
 */
export class KeptPages {
  readonly #db: Database
  readonly #keys: OrgKeys

  constructor(db: Database, keys: OrgKeys) {
    this.#db = db
    this.#keys = keys
  }

  async open(
    ctx: RequestContext,
    filter: ListFilter,
    limit: number,
    cursor: string | undefined,
  ): Promise<ShownPage> {
    const { principal } = ctx
    const { orgId } = principal
    let page = await pageOfFolder(this.#db, principal, filter, limit, cursor, FORMAT)
    const seal = await DocumentSeal.of(this.#keys, orgId, page.folder)
    if (page.kept) {
      try {
        const packed = seal.openBytes('folder_pages.sealed_page', page.folder.id, page.kept)
        return { ...page, json: zstdDecompressSync(packed) }
      } catch (error) {
        // The copy alone is damaged: the documents say what it said.
        if (!(error instanceof SealBroken)) throw error
        page = await pageOfFolder(this.#db, principal, filter, limit, cursor, null)
      }
    }
    const items = await Promise.all(page.rows.map((r) => presentDocument(this.#keys, orgId, r, principal)))
    const json = Buffer.from(JSON.stringify(items))
    if (items.length >= WORTH_KEEPING && page.shown) this.#keep(ctx, seal, page, limit, cursor, json)
    return { ...page, json }
  }

  /** Beside the answer, which does not wait for it: without a copy the next reader opens the documents. */
  #keep(
    { principal }: RequestContext,
    seal: DocumentSeal,
    { folder, shown }: FolderPage,
    limit: number,
    cursor: string | undefined,
    json: Buffer,
  ): void {
    // A tenth of the bytes to fetch for every reader.
    const packed = zstdCompressSync(json)
    const sealed = seal.sealBytes('folder_pages.sealed_page', folder.id, packed).toString('base64')
    const [before, beforeId] = cursor ? readCursor(cursor) : [null, null]
    const reader = [principal.orgId, principal.userId, folder.id, folder.wrapped, writes(principal)]
    this.#db.query(KEEP, [...reader, before, beforeId, limit, FORMAT, shown, sealed], 'write').catch(() => {})
  }
}
