import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import type { FileState } from '../files/index.ts'
import type { DocumentBody } from './api.ts'
import type { DocumentRow } from './records.ts'
import { DocumentSeal } from './seal.ts'

interface Shown {
  state: FileState
  at_home: boolean
  content_type: string | null
  has_tiny: boolean
}

/** Its bytes may be given out. */
export const downloadable = (f: Pick<Shown, 'state' | 'at_home'>): boolean =>
  f.state === 'clean' || f.state === 'cleared' || (f.state === 'suspected' && f.at_home)

/**
 * How it can be looked at: as pictures of its pages, as text, or as a tiny blurred picture while it is covered. `open`:
 * for whoever uncovered it a moment ago too.
 */
export function previewOf(f: Shown, open = downloadable(f)): 'none' | 'tiny' | 'pages' | 'text' {
  const type = f.content_type ?? ''
  if (!open) return f.has_tiny ? 'tiny' : 'none'
  if (/^(application\/pdf|image\/)/.test(type)) return 'pages'
  return /^(text\/|application\/(json|xml|rtf|x-ndjson)|message\/rfc822)|officedocument|opendocument/.test(
    type,
  )
    ? 'text'
    : 'none'
}

const iso = (date: Date | null) => date?.toISOString() ?? null

/** A document as its reader may see it. */
export async function presentDocument(
  keys: OrgKeys,
  orgId: string,
  row: DocumentRow,
  principal: Pick<Principal, 'permissions' | 'fieldClasses'>,
): Promise<DocumentBody> {
  const seal = await DocumentSeal.of(keys, orgId, row)
  const shown =
    row.shown !== null && row.file_state !== null
      ? {
          state: row.file_state,
          at_home: row.at_home!,
          content_type: row.content_type,
          has_tiny: row.has_tiny!,
        }
      : undefined
  return {
    id: row.id,
    folderId: row.folder_id,
    clientId: row.client_id,
    name: seal.open<string>('documents.sealed_name', row.id, row.sealed_name),
    tags: row.sealed_tags ? seal.open<string[]>('documents.sealed_tags', row.id, row.sealed_tags) : [],
    state: row.state,
    expired: row.expired,
    content: shown
      ? {
          n: row.shown!,
          contentType: row.content_type,
          size: row.size!,
          pages: row.pages,
          state: shown.state,
          downloadable: downloadable(shown),
          preview: previewOf(shown),
        }
      : null,
    latest: row.latest,
    published: row.state === 'published' ? row.published : null,
    publishedAt: iso(row.published_at),
    withdrawnAt: iso(row.withdrawn_at),
    expiresAt: iso(row.expires_at),
    reviewOn: row.review_on,
    checkedOut: row.checked_out_by
      ? {
          userId: row.checked_out_by,
          name: row.checked_out_name ?? '',
          at: row.checked_out_at!.toISOString(),
        }
      : null,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    updatedByName: row.updated_name,
    updatedAt: row.updated_at.toISOString(),
    writable: row.writable && principal.permissions.has('documents:write'),
    version: row.version,
  }
}
