import { createHash, randomInt } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'

const COUNT = 10
/** Without letters and digits that look alike: 10 of 30 signs are 49 bits. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz2345679'

const hash = (userId: string, code: string) =>
  createHash('sha256')
    .update(`${userId} ${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`)
    .digest()

/** Makes ten new codes and forgets the old ones. Shown once; only hashes stay. */
export async function newRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const sign = () => SIGNS[randomInt(SIGNS.length)]!
  const codes = Array.from({ length: COUNT }, () =>
    Array.from({ length: 10 }, sign)
      .join('')
      .replace(/^(.{5})/, '$1-'),
  )
  await tx.db.deleteFrom('recovery_codes').where('user_id', '=', userId).execute()
  await tx.db
    .insertInto('recovery_codes')
    .values(
      codes.map((code) => ({ org_id: tx.context.orgId, user_id: userId, code_hash: hash(userId, code) })),
    )
    .execute()
  return codes
}

/** Uses up a code: true once. */
export async function spendRecoveryCode(tx: Tx, userId: string, code: string): Promise<boolean> {
  const used = await tx.db
    .updateTable('recovery_codes')
    .set({ used_at: new Date() })
    .where('user_id', '=', userId)
    .where('code_hash', '=', hash(userId, code))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return used.numUpdatedRows > 0n
}
