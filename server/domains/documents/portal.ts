import type { Statement, Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import type { HungFile } from '../files/index.ts'

const PUBLISH: Statement = {
  name: 'document-publish-portal',
  text: `update documents d set state = 'published', published = v.n, published_at = now(), updated_at = now(), version = d.version + 1
    from document_versions v, users u where d.org_id = $1 and v.org_id = $1 and v.file_id = $2 and v.document_id = d.id and v.n = d.latest
      and d.state = 'draft' and d.published is null and d.client_id is not null and d.purged_at is null
      and u.org_id = $1 and u.id = d.created_by and u.kind = 'portal' returning d.id, v.n`,
}

/** What a portal person put into a client's folder was read: the client's people and the care team see it. */
export async function publishFromPortal(tx: Tx, by: By, file: HungFile): Promise<void> {
  const [done] = await tx.run<{ id: string; n: number }>(PUBLISH, [tx.context.orgId, file.id])
  if (!done) return
  await by.record(tx, {
    action: 'document.publish',
    object: { type: 'document', id: done.id },
    objects: [file.id],
    classes: ['clinical'],
    facts: { n: done.n, before: null },
  })
}
