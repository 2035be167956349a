import { randomBytes } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import { secretHash, TOKEN_PREFIX } from '../../platform/http/authenticate.ts'
import { uuidv7 } from '../../platform/ids.ts'

export interface NewToken {
  userId: string
  name: string
  scopes: string[]
  expiresAt: Date
  createdBy: string | null
}

/** Makes a service token; its secret is answered once and kept as a hash. */
export async function createServiceToken(tx: Tx, t: NewToken): Promise<{ id: string; token: string }> {
  const token = TOKEN_PREFIX + randomBytes(32).toString('base64url')
  const id = uuidv7()
  await tx.db
    .insertInto('service_tokens')
    .values({
      org_id: tx.context.orgId,
      id,
      user_id: t.userId,
      name: t.name,
      token_hash: secretHash(token),
      scopes: t.scopes,
      created_by: t.createdBy,
      expires_at: t.expiresAt,
    })
    .execute()
  return { id, token }
}
