import { PORTAL_NAME, portalAddress, sealPerson } from '../domains/identity/index.ts'
import { recordOperator } from '../platform/audit/operator.ts'
import { uuidv7 } from '../platform/ids.ts'
import type { Platform } from '../platform/open.ts'

export const PORTAL_EMAIL = 'portal@demo.example'
export const PORTAL_PERSON = 'Mina Ferris'

/** A portal person who is here for one client and one facility. */
export async function seedPortal(
  { db, keys }: Platform,
  orgId: string,
  to: { clientId: string; facilityId: string; passwordHash: string },
): Promise<void> {
  const id = uuidv7()
  const email = await portalAddress(keys, orgId, PORTAL_EMAIL)
  await db.withContext(
    { orgId, userId: null },
    async (tx) => {
      await tx.db
        .insertInto('users')
        .values({
          org_id: orgId,
          id,
          kind: 'portal',
          email,
          display_name: PORTAL_NAME,
          status: 'active',
          password_hash: to.passwordHash,
          password_set_at: new Date(),
        })
        .execute()
      const sealed_person = await sealPerson(keys, tx, id, { name: PORTAL_PERSON, email: PORTAL_EMAIL })
      await tx.db.insertInto('portal_people').values({ org_id: orgId, user_id: id, sealed_person }).execute()
      await tx.db
        .insertInto('portal_clients')
        .values({ org_id: orgId, user_id: id, client_id: to.clientId })
        .execute()
      await tx.db
        .insertInto('user_facilities')
        .values({ org_id: orgId, user_id: id, facility_id: to.facilityId })
        .execute()
      await recordOperator(tx, {
        action: 'demo.seed',
        object: { type: 'portal-person', id },
        objects: [to.clientId],
      })
    },
    'worker',
  )
}
