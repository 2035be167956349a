import type { Tx } from '../../../platform/db/database.ts'
import { type DataKey, openBytes, openJson } from '../../../platform/keys/sealed.ts'
import type { Services } from '../../../platform/services.ts'
import { contactPlace, type ResourceLabel, resourceLabelPlace, resourcePlace } from '../../clients/index.ts'
import type { ContactPerson } from '../record.ts'
import type { KeptResource } from './bundle.ts'

const CONTACTS = {
  name: 'export-contacts',
  text: 'select id, sealed_contact as sealed from client_contacts where org_id = $1 and client_id = $2 order by created_at, id',
}
const LABELS = {
  name: 'export-labels',
  text: 'select id, sealed_label as sealed from client_resources where org_id = $1 and client_id = $2 order by id',
}
const BODIES = {
  name: 'export-bodies',
  text: `select id, sealed_label as label, sealed_clinical as body from client_resources
    where org_id = $1 and client_id = $2 and ($3::uuid is null or id > $3) order by id limit $4`,
}
const BODY = {
  name: 'export-body',
  text: 'select id, sealed_clinical as body from client_resources where org_id = $1 and client_id = $2 and id = $3',
}

/** All contacts of a client. */
export async function readContacts(
  tx: Tx,
  clientId: string,
  key: DataKey,
): Promise<(ContactPerson & { id: string })[]> {
  const { orgId } = tx.context
  const rows = await tx.run<{ id: string; sealed: Buffer }>(CONTACTS, [orgId, clientId])
  return rows.map(({ id, sealed }) => ({
    ...openJson<ContactPerson>(key, contactPlace(orgId, id), sealed),
    id,
  }))
}

/** What the kept resources of a client are listed by. */
export async function readLabels(
  tx: Tx,
  clientId: string,
  key: DataKey,
): Promise<(ResourceLabel & { id: string })[]> {
  const { orgId } = tx.context
  const rows = await tx.run<{ id: string; sealed: Buffer }>(LABELS, [orgId, clientId])
  return rows.map(({ id, sealed }) => ({
    ...openJson<ResourceLabel>(key, resourceLabelPlace(orgId, id), sealed),
    id,
  }))
}

/** The id that the imported original of a client had, by which its kept resources refer to it. */
export async function readOriginalId(
  tx: Tx,
  clientId: string,
  resourceId: string,
  key: DataKey,
): Promise<string | undefined> {
  const { orgId } = tx.context
  const [row] = await tx.run<{ body: Buffer }>(BODY, [orgId, clientId, resourceId])
  if (!row) return undefined
  const { id } = openJson<{ id?: string }>(key, resourcePlace(orgId, resourceId), row.body)
  return id
}

const PAGE = 50

/** The kept resources of a client, letter for letter, a page at a time. */
export async function* readResources(
  services: Services,
  context: { orgId: string; userId: string },
  clientId: string,
  key: DataKey,
): AsyncGenerator<KeptResource> {
  const { orgId } = context
  for (let after: string | null = null; ; ) {
    const rows: { id: string; label: Buffer; body: Buffer }[] = await services.db.withContext(context, (tx) =>
      tx.run(BODIES, [orgId, clientId, after, PAGE]),
    )
    for (const { id, label, body } of rows) {
      const { type } = openJson<ResourceLabel>(key, resourceLabelPlace(orgId, id), label)
      yield { id, type, text: openBytes(key, resourcePlace(orgId, id), body).toString('utf8') }
    }
    if (rows.length < PAGE) return
    after = rows.at(-1)!.id
  }
}
