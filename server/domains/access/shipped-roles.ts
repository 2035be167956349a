import type { Tx } from '../../platform/db/database.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { SHIPPED_ROLES } from '../../platform/policy/permissions.ts'

/** Gives a new organization the shipped roles; answers their ids by key. */
export async function createShippedRoles(tx: Tx): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const role of SHIPPED_ROLES) {
    ids[role.key] = uuidv7()
    await tx.db
      .insertInto('roles')
      .values({
        org_id: tx.context.orgId,
        id: ids[role.key]!,
        name: role.name,
        description: role.description,
        built_in: role.key,
        permissions: role.permissions,
        field_classes: JSON.stringify(role.fieldClasses),
      })
      .execute()
  }
  return ids
}
