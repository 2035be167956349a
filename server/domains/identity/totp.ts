import { generateSecret, generateURI, verifySync } from 'otplib'
import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { openJson, type Place, sealJson } from '../../platform/keys/sealed.ts'
import { subjectDek } from '../../platform/keys/subjects.ts'

const STEP = 30
/** A secret that nobody confirms within this time is forgotten. */
const NEXT_MINUTES = 15

type Column = 'sealed_totp' | 'sealed_totp_next'
const place = (orgId: string, userId: string, column: Column = 'sealed_totp'): Place => ({
  orgId,
  table: 'users',
  column,
  row: userId,
})

export interface NewSecret {
  secret: string
  uri: string
}

function makeSecret(label: { email: string; organization: string }): NewSecret {
  const secret = generateSecret()
  return {
    secret,
    uri: generateURI({ issuer: `Wellkeep (${label.organization})`, label: label.email, secret }),
  }
}

/** Gives a user a new TOTP secret (RFC 6238), not yet confirmed, sealed under the user's own key. */
export async function newTotp(
  keys: OrgKeys,
  tx: Tx,
  userId: string,
  label: { email: string; organization: string },
): Promise<NewSecret> {
  const made = makeSecret(label)
  const key = await subjectDek(keys, tx, 'user', userId)
  await tx.db
    .updateTable('users')
    .set({
      sealed_totp: sealJson(key, place(tx.context.orgId, userId), made.secret),
      totp_confirmed_at: null,
      totp_last_step: null,
    })
    .where('id', '=', userId)
    .execute()
  return made
}

/** The same beside what is enrolled, which stays in use until {@link confirmNextTotp}. */
export async function offerTotp(
  keys: OrgKeys,
  tx: Tx,
  userId: string,
  label: { email: string; organization: string },
): Promise<NewSecret> {
  const made = makeSecret(label)
  const key = await subjectDek(keys, tx, 'user', userId)
  await tx.db
    .updateTable('users')
    .set({
      sealed_totp_next: sealJson(key, place(tx.context.orgId, userId, 'sealed_totp_next'), made.secret),
      totp_next_at: new Date(),
    })
    .where('id', '=', userId)
    .execute()
  return made
}

/** Puts the offered secret in place of the enrolled one when the code is of it. False, and nothing done, if not. */
export async function confirmNextTotp(
  keys: OrgKeys,
  tx: Tx,
  userId: string,
  code: string,
  now = Date.now(),
): Promise<boolean> {
  const user = await tx.db
    .selectFrom('users')
    .select(['sealed_totp_next', 'totp_next_at'])
    .where('id', '=', userId)
    .forUpdate()
    .executeTakeFirst()
  if (!user?.sealed_totp_next || !user.totp_next_at) return false
  if (now - user.totp_next_at.getTime() > NEXT_MINUTES * 60_000) return false
  const key = await subjectDek(keys, tx, 'user', userId)
  const { orgId } = tx.context
  const secret = openJson<string>(key, place(orgId, userId, 'sealed_totp_next'), user.sealed_totp_next)
  const step = stepOf(secret, code, now)
  if (step === undefined) return false
  await tx.db
    .updateTable('users')
    .set({
      sealed_totp: sealJson(key, place(orgId, userId), secret),
      totp_confirmed_at: new Date(),
      totp_last_step: step,
      sealed_totp_next: null,
      totp_next_at: null,
      must_enrol_totp: false,
    })
    .where('id', '=', userId)
    .execute()
  return true
}

/** Forgets the authenticator app and its recovery codes. */
export async function forgetTotp(tx: Tx, userId: string): Promise<void> {
  await tx.db
    .updateTable('users')
    .set({
      sealed_totp: null,
      totp_confirmed_at: null,
      totp_last_step: null,
      sealed_totp_next: null,
      totp_next_at: null,
    })
    .where('id', '=', userId)
    .execute()
  await tx.db.deleteFrom('recovery_codes').where('user_id', '=', userId).execute()
}

/** The time step that a code is of: now, one before or one after. Undefined when it is of none. */
function stepOf(secret: string, code: string, now: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const result = verifySync({ secret, token: code, epoch: Math.floor(now / 1000), epochTolerance: STEP })
  return result.valid ? Math.floor(now / 1000 / STEP) + result.delta : undefined
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
  if (!user?.sealed_totp) return false
  const secret = openJson<string>(
    await subjectDek(keys, tx, 'user', userId),
    place(tx.context.orgId, userId),
    user.sealed_totp,
  )
  const step = stepOf(secret, code, now)
  if (step === undefined) return false
  const used = await tx.db
    .updateTable('users')
    .set({ totp_last_step: step })
    .where('id', '=', userId)
    .where((e) => e.or([e('totp_last_step', 'is', null), e('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return used.numUpdatedRows > 0n
}
