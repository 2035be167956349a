import type { Tx } from '../../../platform/db/database.ts'
import type { Decision, GatePolicy, GateReason } from './gate.ts'

export const DELIVERY_STATES = [
  'waiting',
  'sending',
  'held',
  'sent',
  'notice-sent',
  'blocked',
  'dropped',
  'failed',
] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** One message on its way to one recipient. */
export interface DeliveryRow {
  id: string
  ticketId: string
  messageId: string
  sealedTo: Buffer
  state: DeliveryState
  policy: GatePolicy | null
  reasons: GateReason[]
  form: 'whole' | 'notice' | null
  decision: Decision | null
  decidedBy: string | null
  decidedAt: Date | null
  attempts: number
  nextAt: Date
  leaseUntil: Date | null
  errorCode: string | null
  sentAt: Date | null
  createdAt: Date
  version: number
}

export const DELIVERY_COLUMNS = `d.id, d.ticket_id as "ticketId", d.message_id as "messageId", d.sealed_to as "sealedTo", d.state, d.policy,
  d.reasons, d.form, d.decision, d.decided_by as "decidedBy", d.decided_at as "decidedAt", d.attempts, d.next_at as "nextAt",
  d.lease_until as "leaseUntil", d.error_code as "errorCode", d.sent_at as "sentAt", d.created_at as "createdAt", d.version`

const ADD = {
  name: 'delivery-add',
  text: `insert into mail_deliveries (org_id, id, ticket_id, message_id, sealed_to, message_id_hash) values ($1, $2, $3, $4, $5, $6)`,
}
const LOCK = {
  name: 'delivery-lock',
  text: `select ${DELIVERY_COLUMNS} from mail_deliveries d where d.org_id = $1 and d.id = $2 for update`,
}
const BY_HASH = {
  name: 'delivery-by-hash',
  text: `select ${DELIVERY_COLUMNS} from unnest($2::bytea[]) with ordinality as h (hash, n)
    join mail_deliveries d on d.org_id = $1 and d.message_id_hash = h.hash order by h.n limit 1`,
}
const OF_TICKET = {
  name: 'delivery-of-ticket',
  text: `select ${DELIVERY_COLUMNS} from mail_deliveries d where d.org_id = $1 and d.ticket_id = $2 order by d.id limit 1000`,
}
const SET = {
  name: 'delivery-set',
  text: `update mail_deliveries set state = $3, version = version + 1, policy = coalesce($4, policy), reasons = coalesce($5, reasons),
      form = coalesce($6, form), error_code = $7, next_at = coalesce($8, next_at),
      lease_until = case when $3 = 'sending' then now() + interval '5 minutes' end,
      attempts = attempts + case when $3 = 'sending' then 1 else 0 end,
      sent_at = case when $9 or $3 in ('sent', 'notice-sent') then coalesce(sent_at, now()) else sent_at end
    where org_id = $1 and id = $2`,
}

export async function addDelivery(
  tx: Tx,
  d: { id: string; ticketId: string; messageId: string; sealedTo: Buffer; messageIdHash: Buffer },
): Promise<void> {
  await tx.run(ADD, [tx.context.orgId, d.id, d.ticketId, d.messageId, d.sealedTo, d.messageIdHash])
}

/** The row, locked until the transaction ends. */
export async function lockDelivery(tx: Tx, id: string): Promise<DeliveryRow | undefined> {
  const [row] = await tx.run<DeliveryRow>(LOCK, [tx.context.orgId, id])
  return row
}

/** By hashes of our own message ids, the first that is known. */
export async function deliveryByMail(tx: Tx, hashes: readonly Buffer[]): Promise<DeliveryRow | undefined> {
  const [row] = await tx.run<DeliveryRow>(BY_HASH, [tx.context.orgId, hashes])
  return row
}

export const deliveriesOf = (tx: Tx, ticketId: string): Promise<DeliveryRow[]> =>
  tx.run<DeliveryRow>(OF_TICKET, [tx.context.orgId, ticketId])

export interface DeliveryChange {
  state: DeliveryState
  policy?: GatePolicy
  reasons?: GateReason[]
  form?: 'whole' | 'notice'
  errorCode?: string
  nextAt?: Date
  /** Its own recipient has it, while others in copy do not. */
  reached?: boolean
}

export async function setDelivery(tx: Tx, id: string, change: DeliveryChange): Promise<void> {
  await tx.run(SET, [
    tx.context.orgId,
    id,
    change.state,
    change.policy ?? null,
    change.reasons ?? null,
    change.form ?? null,
    change.errorCode ?? null,
    change.nextAt ?? null,
    change.reached ?? false,
  ])
}
