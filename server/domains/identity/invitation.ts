import { randomBytes, randomInt } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import { secretHash } from '../../platform/http/authenticate.ts'
import { uuidv7 } from '../../platform/ids.ts'

const DAYS = { link: 7, code: 3 }
/** Signs that are not taken for one another when they are read out: 12 of 31 are 59 bits. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'
const CODE = new RegExp(`^[${SIGNS}]{12}$`)

/** `abcd-efgh-jkmn` */
const newCode = (): string =>
  Array.from({ length: 12 }, () => SIGNS[randomInt(SIGNS.length)])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')

/** A code as it is compared: typed with other cases, spaces or hyphens it is the same. */
export function plainSecret(secret: string): string {
  const bare = secret.toLowerCase().replace(/[\s-]/g, '')
  return CODE.test(bare) ? bare : secret
}

/** A new invitation of a user, in place of earlier ones. The secret is a link's or a code; only its hash stays. */
export async function newInvitation(
  tx: Tx,
  input: { userId: string; invitedBy: string | null; kind: 'link' | 'code' },
): Promise<{ secret: string; expiresAt: Date }> {
  await tx.db
    .updateTable('invitations')
    .set({ used_at: new Date() })
    .where('user_id', '=', input.userId)
    .where('used_at', 'is', null)
    .execute()
  const secret = input.kind === 'code' ? newCode() : randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.now() + DAYS[input.kind] * 86_400_000)
  await tx.db
    .insertInto('invitations')
    .values({
      org_id: tx.context.orgId,
      id: uuidv7(),
      user_id: input.userId,
      token_hash: secretHash(plainSecret(secret)),
      kind: input.kind,
      invited_by: input.invitedBy,
      expires_at: expiresAt,
    })
    .execute()
  return { secret, expiresAt }
}
