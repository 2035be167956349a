import { isoBase64URL } from '@simplewebauthn/server/helpers'
import type { Tx } from '../../../platform/db/database.ts'
import type { OrgKeys } from '../../../platform/keys/org-keys.ts'
import { openJson, type Place, sealJson } from '../../../platform/keys/sealed.ts'
import { subjectDek } from '../../../platform/keys/subjects.ts'

const place = (orgId: string, row: string): Place => ({
  orgId,
  table: 'passkeys',
  column: 'sealed_name',
  row,
})

/** What its owner calls a passkey: people name phones after themselves. */
export async function sealName(keys: OrgKeys, tx: Tx, userId: string, id: string, name: string) {
  return sealJson(await subjectDek(keys, tx, 'user', userId), place(tx.context.orgId, id), name)
}

/** Credential ids as the browser writes them. */
export const idText = (id: Buffer): string => id.toString('base64url')
export const idBytes = (id: string): Buffer => Buffer.from(isoBase64URL.toBuffer(id))

export interface PasskeyRow {
  id: string
  credential_id: Buffer
  public_key: Buffer
  sign_count: number
  transports: string[]
}

export const passkeysOf = (tx: Tx, userId: string): Promise<PasskeyRow[]> =>
  tx.db
    .selectFrom('passkeys')
    .select(['id', 'credential_id', 'public_key', 'sign_count', 'transports'])
    .where('user_id', '=', userId)
    .execute()

/** One's passkeys, for the list of them. */
export async function listPasskeys(keys: OrgKeys, tx: Tx, userId: string) {
  const rows = await tx.db
    .selectFrom('passkeys')
    .select(['id', 'sealed_name', 'synced', 'created_at', 'last_used_at'])
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .execute()
  if (!rows.length) return []
  const key = await subjectDek(keys, tx, 'user', userId)
  return rows.map((r) => ({
    id: r.id,
    name: openJson<string>(key, place(tx.context.orgId, r.id), r.sealed_name),
    synced: r.synced,
    createdAt: r.created_at.toISOString(),
    lastUsedAt: r.last_used_at?.toISOString() ?? null,
  }))
}
