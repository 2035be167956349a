import type { Statement, Tx } from '../../platform/db/database.ts'
import { type By, bySystem } from '../../platform/http/by.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import type { Services } from '../../platform/services.ts'
import type { HungFile } from '../files/index.ts'
import { type FolderRow, insertFolder, listFolders } from './folders.ts'

/** How the folder of a client is called that is made by itself. */
const EXCHANGE = 'Documents'

/** The outermost folder of a client’s own that was made first; undefined where there is none for this person. */
export async function firstFolderOf(
  tx: Tx,
  principal: Principal,
  clientId: string,
): Promise<FolderRow | undefined> {
  const [first] = await listFolders(tx, principal, { clientId })
  return first
}

const NEEDED: Statement = {
  name: 'portal-folder-needed',
  text: `select exists (select 1 from portal_clients p where p.org_id = $1 and p.user_id = $2 and p.client_id = $3)
    and not exists (select 1 from folders f where f.org_id = $1 and f.client_id = $3 and f.parent_id is null and f.removed_at is null) as needed`,
}
const ONE_AT_A_TIME: Statement = {
  name: 'portal-folder-lock',
  text: "select pg_advisory_xact_lock(hashtextextended('wk exchange ' || $1::text, 0))",
}

/**
 * Makes the folder that a client and the care team share, for a portal person who is tied to the client: the system’s own
 * work, as people of the portal make no folders. Does nothing for anybody else, and nothing twice.
 */
export async function makeExchange(services: Services, who: Principal, clientId: string): Promise<void> {
  const { db, keys } = services
  await db.withContext(
    { orgId: who.orgId, userId: null },
    async (tx) => {
      await tx.run(ONE_AT_A_TIME, [clientId])
      const [asked] = await tx.run<{ needed: boolean }>(NEEDED, [who.orgId, who.userId, clientId])
      if (!asked?.needed) return
      const id = await insertFolder(keys, tx, null, { name: EXCHANGE, clientId, groupId: null })
      await bySystem(services).record(tx, {
        action: 'folder.create',
        object: { type: 'folder', id },
        objects: [who.userId],
        classes: ['clinical'],
        facts: { parent: null, client: clientId, facilities: 0 },
      })
    },
    'worker',
  )
}

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
