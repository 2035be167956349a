import { createHash } from 'node:crypto'
import type { Database } from '../../../platform/db/database.ts'

export type Purpose = 'register' | 'sign-in' | 'second-factor' | 'confirm'

const GIVE = { name: 'passkey-give', text: 'select wk_give_challenge($1, $2, $3)' }
const SPEND = { name: 'passkey-spend', text: 'select wk_spend_challenge($1, $2, $3) as spent' }
const hash = (challenge: string) => createHash('sha256').update(challenge).digest()

/** Remembers a challenge that goes out; whichever process answers what comes back spends it. */
export async function giveChallenge(
  db: Database,
  challenge: string,
  purpose: Purpose,
  userId: string | null,
): Promise<void> {
  await db.query(GIVE, [hash(challenge), purpose, userId])
}

/** Whether this challenge was given out for this purpose, to this user, a short while ago, and comes back the first time. */
export async function spendChallenge(
  db: Database,
  challenge: string,
  purpose: Purpose,
  userId: string | null,
): Promise<boolean> {
  const [row] = await db.query<{ spent: boolean }>(SPEND, [hash(challenge), purpose, userId])
  return row!.spent
}
