import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { Security } from './mailboxes.ts'
import type { GatePolicy } from './outbound/gate.ts'
import { type Login, opened } from './seal.ts'

/** How mail leaves an organization. */
export interface MailSettings {
  enabled: boolean
  host: string | null
  port: number | null
  security: Security
  sealedLogin: Buffer | null
  /** PEM of an authority of one's own that the server's certificate may come from. */
  ca: string | null
  fromAddress: string | null
  fromName: string | null
  gate: GatePolicy
  version: number
}

/** Until somebody sets it up nothing leaves, and the gate is at its strictest that still tells the recipient. */
export const NO_SETTINGS: MailSettings = {
  enabled: false,
  host: null,
  port: null,
  security: 'tls',
  sealedLogin: null,
  ca: null,
  fromAddress: null,
  fromName: null,
  gate: 'notice',
  version: 0,
}

const READ = {
  name: 'mail-settings',
  text: `select enabled, host, port, security, sealed_login as "sealedLogin", ca, from_address as "fromAddress", from_name as "fromName",
    gate, version from mail_settings where org_id = $1`,
}

export async function mailSettings(tx: Tx): Promise<MailSettings> {
  const [row] = await tx.run<MailSettings>(READ, [tx.context.orgId])
  return row ?? NO_SETTINGS
}

/** Where to hand mail over, with its login opened. */
export interface Relay {
  host: string
  port: number
  security: Security
  login: Login | undefined
  ca: string | undefined
  fromAddress: string
  fromName: string | undefined
}

/** Undefined while mail is off or not set up whole. */
export async function relayOf(keys: OrgKeys, tx: Tx, s: MailSettings): Promise<Relay | undefined> {
  if (!s.enabled || !s.host || !s.port || !s.fromAddress) return undefined
  return {
    host: s.host,
    port: s.port,
    security: s.security,
    login: s.sealedLogin
      ? await opened<Login>(keys, tx, 'mail_settings.sealed_login', tx.context.orgId, s.sealedLogin)
      : undefined,
    ca: s.ca ?? undefined,
    fromAddress: s.fromAddress,
    fromName: s.fromName ?? undefined,
  }
}
