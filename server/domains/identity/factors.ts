import type { Tx } from '../../platform/db/database.ts'
import { revokeDevices } from './devices.ts'
import { forgetTotp } from './totp.ts'

export type Factor = 'totp' | 'passkey'

/** What a user can show beside the password. */
export async function factorsOf(
  tx: Tx,
  user: { id: string; totp_confirmed_at: Date | null },
): Promise<Factor[]> {
  const passkey = await tx.db
    .selectFrom('passkeys')
    .select('id')
    .where('user_id', '=', user.id)
    .limit(1)
    .executeTakeFirst()
  return [...(user.totp_confirmed_at ? (['totp'] as const) : []), ...(passkey ? (['passkey'] as const) : [])]
}

/** Forgets all that a user can show beside the password, and every device that was trusted for it. */
export async function forgetFactors(tx: Tx, userId: string): Promise<void> {
  await forgetTotp(tx, userId)
  await tx.db.deleteFrom('passkeys').where('user_id', '=', userId).execute()
  await revokeDevices(tx, userId)
}

/** The same for an administrator: the next sign-in enrols anew, whatever the organization demands of others. */
export async function resetFactors(tx: Tx, userId: string): Promise<void> {
  await forgetFactors(tx, userId)
  await tx.db.updateTable('users').set({ must_enrol_totp: true }).where('id', '=', userId).execute()
}
