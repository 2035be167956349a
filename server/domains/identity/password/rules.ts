import type { Tx } from '../../../platform/db/database.ts'
import type { FieldError } from '../../../platform/http/problem.ts'
import type { OrgPolicy } from '../org-policy.ts'
import { isCommon } from './common.ts'
import { verifyPassword } from './hash.ts'
import { type About, holdsOwnWord } from './own-words.ts'

/** Every rule that the password breaks, in words. Never repeats it. */
export function passwordErrors(
  password: string,
  policy: OrgPolicy['password'],
  about: About,
  field = 'password',
): FieldError[] {
  const errors: string[] = []
  if ([...password].length < policy.minLength)
    errors.push(`must have at least ${policy.minLength} characters`)
  if (password.length > 256) errors.push('must have at most 256 characters')
  if (policy.requireUpper && !/\p{Lu}/u.test(password)) errors.push('must have an upper-case letter')
  if (policy.requireLower && !/\p{Ll}/u.test(password)) errors.push('must have a lower-case letter')
  if (policy.requireDigit && !/\d/.test(password)) errors.push('must have a digit')
  if (policy.requireSymbol && !/[^\p{L}\p{N}\s]/u.test(password)) errors.push('must have a symbol')
  if (isCommon(password)) errors.push('is too common, or made of common words')
  if (holdsOwnWord(password, about))
    errors.push('must not contain your name, your e-mail address or the name of your organization')
  return errors.map((message) => ({ field, message }))
}

/** Whether the password is the present one or among the last ones that the policy remembers. */
export async function wasUsed(
  tx: Tx,
  userId: string,
  password: string,
  present: string | null,
  history: number,
): Promise<boolean> {
  const former = history
    ? await tx.db
        .selectFrom('password_history')
        .select('password_hash')
        .where('user_id', '=', userId)
        .orderBy('set_at', 'desc')
        .limit(history)
        .execute()
    : []
  for (const hash of [present, ...former.map((f) => f.password_hash)])
    if (hash && (await verifyPassword(password, hash))) return true
  return false
}
