import { generateSecret, generateURI, verifySync } from 'otplib'
import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { openJson, type Place, sealJson } from '../../platform/keys/sealed.ts'
import { subjectDek } from '../../platform/keys/subjects.ts'

const STEP = 30
const place = (orgId: string, userId: string): Place => ({
  orgId,
  table: 'users',
  column: 'sealed_totp',
  row: userId,
})

/** Gives a user a new TOTP secret (RFC 6238), not yet confirmed, sealed under the user's own key. */
export async function newTotp(
  keys: OrgKeys,
  tx: Tx,
  userId: string,
  label: { email: string; organization: string },
): Promise<{ secret: string; uri: string }> {
  const secret = generateSecret()
  const key = await subjectDek(keys, tx, 'user', userId)
  await tx.db
    .updateTable('users')
    .set({
      sealed_totp: sealJson(key, place(tx.context.orgId, userId), secret),
      totp_confirmed_at: null,
      totp_last_step: null,
    })
    .where('id', '=', userId)
    .execute()
  return {
    secret,
    uri: generateURI({ issuer: `Wellkeep (${label.organization})`, label: label.email, secret }),
  }
}

/**
 * Whether the code is right now, a step before or after, and was not used before. A right code is used up in the
 * same statement, so that two requests with one code can't both succeed.
 */
export async function spendTotp(
  keys: OrgKeys,
  tx: Tx,
  userId: string,
  code: string,
  now = Date.now(),
): Promise<boolean> {
  const user = await tx.db
    .selectFrom('users')
    .select(['sealed_totp', 'totp_last_step'])
    .where('id', '=', userId)
    .executeTakeFirst()
  if (!user?.sealed_totp || !/^\d{6}$/.test(code)) return false
  const secret = openJson<string>(
    await subjectDek(keys, tx, 'user', userId),
    place(tx.context.orgId, userId),
    user.sealed_totp,
  )
  const result = verifySync({ secret, token: code, epoch: Math.floor(now / 1000), epochTolerance: STEP })
  if (!result.valid) return false
  const step = Math.floor(now / 1000 / STEP) + result.delta
  const used = await tx.db
    .updateTable('users')
    .set({ totp_last_step: step })
    .where('id', '=', userId)
    .where((e) => e.or([e('totp_last_step', 'is', null), e('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return used.numUpdatedRows > 0n
}
