import type { Tx } from '../../../platform/db/database.ts'

const RELEASERS = {
  name: 'mail-releasers',
  text: `select distinct ur.user_id as id from user_roles ur join roles r on r.org_id = ur.org_id and r.id = ur.role_id
    where ur.org_id = $1 and 'mail:release' = any (r.permissions)`,
}

/** Who may decide about mail that is held. Whether the walls show them the ticket, its notification asks itself. */
export async function releasers(tx: Tx): Promise<string[]> {
  const rows = await tx.run<{ id: string }>(RELEASERS, [tx.context.orgId])
  return rows.map((r) => r.id)
}
