import { createHmac } from 'node:crypto'
import type { Tx } from '../../../platform/db/database.ts'
import type { OrgKeys } from '../../../platform/keys/org-keys.ts'

export const RECIPIENT_STATES = ['waiting', 'sent', 'failed'] as const
/** How one recipient of a delivery fared; `errorCode` is of the last refusal. */
export interface RecipientState {
  state: (typeof RECIPIENT_STATES)[number]
  errorCode: string | null
}

interface Row extends RecipientState {
  deliveryId: string
  hash: Buffer
}
const OF = {
  name: 'mail-recipients-of',
  text: `select delivery_id as "deliveryId", address_hash as hash, state, error_code as "errorCode" from mail_recipients
    where org_id = $1 and delivery_id = any ($2::uuid[])`,
}
const SET = {
  name: 'mail-recipients-set',
  text: `insert into mail_recipients (org_id, delivery_id, address_hash, state, error_code)
    select $1, $2, r.hash, r.state, r.code from unnest($3::bytea[], $4::text[], $5::text[]) r (hash, state, code)
    on conflict (org_id, delivery_id, address_hash) do update set state = excluded.state, error_code = excluded.error_code`,
}

/** Of recipients by their addresses, where they did not all fare alike; of none where they did. */
export type RecipientStates = (address: string) => RecipientState | undefined

const hashOf = (key: Uint8Array, address: string): Buffer =>
  createHmac('sha256', key).update(address.toLowerCase()).digest()
const keyOf = (keys: OrgKeys, orgId: string) => keys.indexKey(orgId, 'mail-recipient')

/** How the recipients of each of these deliveries fared. */
export async function recipientStates(
  keys: OrgKeys,
  tx: Tx,
  deliveryIds: readonly string[],
): Promise<(deliveryId: string) => RecipientStates> {
  const { orgId } = tx.context
  const rows = await tx.run<Row>(OF, [orgId, deliveryIds])
  const key = await keyOf(keys, orgId)
  const named = (deliveryId: string, hash: Buffer) => `${deliveryId} ${hash.toString('hex')}`
  const byName = new Map(rows.map((r) => [named(r.deliveryId, r.hash), r]))
  return (deliveryId) => (address) => {
    const row = byName.get(named(deliveryId, hashOf(key, address)))
    return row && { state: row.state, errorCode: row.errorCode }
  }
}

export async function setRecipients(
  keys: OrgKeys,
  tx: Tx,
  deliveryId: string,
  fared: ReadonlyMap<string, RecipientState>,
): Promise<void> {
  if (!fared.size) return
  const { orgId } = tx.context
  const key = await keyOf(keys, orgId)
  const all = [...fared]
  await tx.run(SET, [
    orgId,
    deliveryId,
    all.map(([address]) => hashOf(key, address)),
    all.map(([, r]) => r.state),
    all.map(([, r]) => r.errorCode),
  ])
}
