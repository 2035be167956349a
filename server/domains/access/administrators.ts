import type { Tx } from '../../platform/db/database.ts'
import { conflict } from '../../platform/http/problem.ts'

/**
 * Somebody must remain who can manage users and roles. Asked at the end of the transaction that takes power away;
 * an advisory lock lets two such transactions pass only one after the other.
 */
export async function keepAnAdministrator(tx: Tx): Promise<void> {
  await tx.run({ name: 'admin-lock', text: 'select pg_advisory_xact_lock(7316003, hashtext($1))' }, [
    tx.context.orgId,
  ])
  const [left] = await tx.run<{ n: number }>(
    {
      name: 'admins-left',
      text: `select count(*)::int as n from users u where u.org_id = $1 and u.status = 'active' and u.kind = 'person' and (u.expires_at is null or u.expires_at > now())
      and exists (select 1 from user_roles x join roles r on r.org_id = x.org_id and r.id = x.role_id where x.org_id = u.org_id and x.user_id = u.id and 'users:manage' = any (r.permissions))
      and exists (select 1 from user_roles x join roles r on r.org_id = x.org_id and r.id = x.role_id where x.org_id = u.org_id and x.user_id = u.id and 'roles:manage' = any (r.permissions))`,
    },
    [tx.context.orgId],
  )
  if (!left?.n) throw conflict('last-administrator', 'Somebody must remain who can manage users and roles')
}
