import { createHmac } from 'node:crypto'
import type { Database, Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { type DataKey, openJson, type Place, type Sealed, sealJson } from '../../platform/keys/sealed.ts'
import { openSubject, subjectDek } from '../../platform/keys/subjects.ts'

/** Who a portal person is. That somebody is one may tell that they are a patient: none of it stands in the clear. */
export interface PortalPerson {
  name: string
  email: string
  phone?: string | undefined
}

/** What stands in `users` for the name of every portal person. */
export const PORTAL_NAME = 'Portal person'
const ORGANIZATIONS = { name: 'organizations', text: 'select wk_organizations() as id' }

const place = (orgId: string, userId: string): Place => ({
  orgId,
  table: 'portal_people',
  column: 'sealed_person',
  row: userId,
})

/**
 * What stands in `users` for a portal person's address: an HMAC-SHA-256 under a key of the organization, whole,
 * since it must not collide. It finds the account at sign-in, and says nothing to whoever has the database alone.
 */
export async function portalAddress(keys: OrgKeys, orgId: string, email: string): Promise<string> {
  const key = await keys.indexKey(orgId, 'portal-address')
  return `portal:${createHmac('sha256', key).update(email.trim().toLowerCase()).digest('hex')}`
}

/** The same in every organization: before a sign-in nobody knows in which the address is one. */
export async function portalAddresses(db: Database, keys: OrgKeys, email: string): Promise<string[]> {
  const rows = await db.query<{ id: string }>(ORGANIZATIONS, [])
  return Promise.all(rows.map(({ id }) => portalAddress(keys, id, email)))
}

/** Seals who somebody is under their own key, which is made where there is none. */
export async function sealPerson(
  keys: OrgKeys,
  tx: Tx,
  userId: string,
  person: PortalPerson,
): Promise<Sealed> {
  const key = await subjectDek(keys, tx, 'user', userId)
  return sealJson(key, place(tx.context.orgId, userId), person)
}

/** Opens who somebody is with their key, which a function of the database has given out. */
export const openPersonWith = (
  key: DataKey,
  orgId: string,
  userId: string,
  sealed: Uint8Array,
): PortalPerson => openJson(key, place(orgId, userId), sealed)

export async function openPerson(
  keys: OrgKeys,
  tx: Tx,
  userId: string,
  sealed: Uint8Array,
): Promise<PortalPerson> {
  return openPersonWith(await openSubject(keys, tx, userId), tx.context.orgId, userId, sealed)
}

/** How an account is called, for its owner: of a portal person, what is sealed. */
export async function calledBy(
  keys: OrgKeys,
  tx: Tx,
  user: { id: string; kind: string; email: string; display_name: string },
): Promise<{ email: string; displayName: string }> {
  if (user.kind !== 'portal') return { email: user.email, displayName: user.display_name }
  const row = await tx.db
    .selectFrom('portal_people')
    .select('sealed_person')
    .where('user_id', '=', user.id)
    .executeTakeFirstOrThrow()
  const person = await openPerson(keys, tx, user.id, row.sealed_person)
  return { email: person.email, displayName: person.name }
}
