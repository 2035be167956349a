import type { Tx } from '../../../platform/db/database.ts'
import { invalid } from '../../../platform/http/problem.ts'
import type { OrgKeys } from '../../../platform/keys/org-keys.ts'
import { orgPolicy } from '../org-policy.ts'
import { calledBy } from '../portal-person.ts'
import { hashPassword } from './hash.ts'
import { passwordErrors, wasUsed } from './rules.ts'

/** Sets a user's password after all the organization's rules; throws 422 that names what it breaks. */
export async function setPassword(
  keys: OrgKeys,
  tx: Tx,
  userId: string,
  password: string,
  field = 'password',
): Promise<void> {
  const org = await tx.db.selectFrom('organizations').select(['name', 'policy']).executeTakeFirstOrThrow()
  const user = await tx.db
    .selectFrom('users')
    .select(['id', 'kind', 'email', 'display_name', 'password_hash'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  const { password: policy } = orgPolicy(org.policy)
  const errors = passwordErrors(
    password,
    policy,
    { ...(await calledBy(keys, tx, user)), organization: org.name },
    field,
  )
  if (!errors.length && (await wasUsed(tx, userId, password, user.password_hash, policy.history)))
    errors.push({ field, message: 'was used before' })
  if (errors.length) throw invalid(errors)
  const password_hash = await hashPassword(password)
  await tx.db
    .insertInto('password_history')
    .values({ org_id: tx.context.orgId, user_id: userId, password_hash })
    .execute()
  const keep = await tx.db
    .selectFrom('password_history')
    .select('set_at')
    .where('user_id', '=', userId)
    .orderBy('set_at', 'desc')
    .offset(24)
    .limit(1)
    .executeTakeFirst()
  if (keep)
    await tx.db
      .deleteFrom('password_history')
      .where('user_id', '=', userId)
      .where('set_at', '<=', keep.set_at)
      .execute()
  await tx.db
    .updateTable('users')
    .set({ password_hash, password_set_at: new Date(), must_change_password: false })
    .where('id', '=', userId)
    .execute()
}
