import type { Database, Statement } from '../../platform/db/database.ts'
import type { RequestContext } from '../../platform/http/route.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { SealBroken } from '../../platform/keys/sealed.ts'
import { writes } from './access.ts'
import { type FolderPage, type ListFilter, pageOfFolder } from './list.ts'
import { presentDocument } from './present.ts'
import { DocumentSeal } from './seal.ts'

/** How a page is shown. Raise it when documents are shown otherwise: old copies are then not found. */
const FORMAT = 1
/** Shorter pages are opened document by document: a copy would save little. */
const WORTH_KEEPING = 10

const KEEP: Statement = {
  name: 'folder-page-keep',
  text: 'select wk_keep_folder_page($1, $2, $3, $4, $5, $6, $7)',
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
 * to see exactly the same. The database gives it in place of the documents only then (0221_folder_pages.sql).
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
    const shape = `${FORMAT} ${writes(principal)}`
    let page = await pageOfFolder(this.#db, principal, filter, limit, cursor, shape)
    const seal = await DocumentSeal.of(this.#keys, orgId, page.folder)
    if (page.kept) {
      try {
        return { ...page, json: seal.openBytes('folder_pages.sealed_page', rowOf(page), page.kept) }
      } catch (error) {
        // The copy alone is damaged: the documents say what it said.
        if (!(error instanceof SealBroken)) throw error
        page = await pageOfFolder(this.#db, principal, filter, limit, cursor, null)
      }
    }
    const items = await Promise.all(page.rows.map((r) => presentDocument(this.#keys, orgId, r, principal)))
    const json = Buffer.from(JSON.stringify(items))
    if (items.length >= WORTH_KEEPING) this.#keep(ctx, seal, page, json)
    return { ...page, json }
  }

  /** Beside the answer, which does not wait for it: without a copy the next reader opens the documents. */
  #keep(ctx: RequestContext, seal: DocumentSeal, page: FolderPage, json: Buffer): void {
    const { orgId, userId } = ctx.principal
    const { folder, ids, about } = page
    const sealed = seal.sealBytes('folder_pages.sealed_page', rowOf(page), json).toString('base64')
    this.#db
      .query(KEEP, [orgId, userId, folder.id, folder.wrapped, `{${ids.join(',')}}`, about, sealed], 'write')
      .catch(() => {})
  }
}

/** A copy opens as nothing but the page that it was made of. */
const rowOf = ({ folder, about }: FolderPage): string => `${folder.id} ${about.toString('hex')}`
