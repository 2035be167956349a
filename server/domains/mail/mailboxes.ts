import type { Tx } from '../../platform/db/database.ts'

export type Security = 'tls' | 'starttls' | 'none'

/** A mailbox as the database has it. */
export interface MailboxRow {
  id: string
  address: string
  kind: 'imap' | 'smtp'
  enabled: boolean
  subaddressing: boolean
  queueId: string
  typeId: string | null
  host: string | null
  port: number | null
  security: Security
  sealedLogin: Buffer | null
  ca: string | null
  folder: string
  moveTo: string | null
  state: 'new' | 'connected' | 'failed'
  errorCode: string | null
  stateAt: Date | null
  version: number
  createdAt: Date
}

export const MAILBOX_COLUMNS = `id, address, kind, enabled, subaddressing, queue_id as "queueId", type_id as "typeId", host, port, security,
  sealed_login as "sealedLogin", ca, folder, move_to as "moveTo", state, error_code as "errorCode", state_at as "stateAt", version,
  created_at as "createdAt"`

const ONE = {
  name: 'mailbox-one',
  text: `select ${MAILBOX_COLUMNS} from mailboxes where org_id = $1 and id = $2`,
}
const ALL = {
  name: 'mailbox-all',
  text: `select ${MAILBOX_COLUMNS} from mailboxes where org_id = $1 order by address`,
}

export async function mailbox(tx: Tx, id: string): Promise<MailboxRow | undefined> {
  const [row] = await tx.run<MailboxRow>(ONE, [tx.context.orgId, id])
  return row
}

export const mailboxes = (tx: Tx): Promise<MailboxRow[]> => tx.run<MailboxRow>(ALL, [tx.context.orgId])

/** The mark in X-Loop by which an organization knows its own mail; says nothing about it elsewhere. */
export const loopMark = (orgId: string): string => `wellkeep-${orgId}`
