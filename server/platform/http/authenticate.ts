import { hash } from 'node:crypto'
import { BlockList, isIP } from 'node:net'
import type { Database, Statement } from '../db/database.ts'
import { fieldClassesOf, type Principal, type PrincipalRole, permissionsOf } from '../policy/principal.ts'

const SESSION: Statement = { name: 'open-session', text: 'select wk_open_session($1, $2, $3) as p' }
const DEVICE: Statement = { name: 'open-device', text: 'select wk_open_device($1) as p' }
const TOKEN: Statement = { name: 'open-token', text: 'select wk_open_token($1, $2) as p' }

export const SESSION_COOKIE = '__Host-wk_session'
export const TOKEN_PREFIX = 'wkt_'

/** Secrets are stored as SHA-256 of 256 random bits: nothing in the database signs anybody in. */
export const secretHash = (secret: string): Buffer => hash('sha256', secret, 'buffer')

/** The CSRF token belongs to the session: derived from its secret, so that it need not be stored. */
export const csrfToken = (sessionSecret: string): string =>
  hash('sha256', `csrf ${sessionSecret}`, 'base64url')

type Stored = Omit<Principal, 'permissions' | 'fieldClasses'>
/** What the database answers: the live part always, the rest unless the version given is still right. */
export type Answer = Partial<Stored> & { version: number }

/** What was last read of the principal behind a secret, by the secret's hash. Whether the secret still counts is asked every time. */
export interface Known {
  version: number
  stored: Stored
  ip: string
  principal: Principal
}
const known = new Map<string, Known>()
const MOST_KNOWN = 20_000
export const knownBehind = (hash: string): Known | undefined => known.get(hash)

/** `before` is what was known when the question was sent: the answer is relative to that. */
export function resolvePrincipal(
  hash: string,
  answer: Answer,
  ip: string,
  before: Known | undefined,
): Principal {
  const fresh = 'roles' in answer
  if (before && !fresh && before.ip === ip) return { ...before.principal, ...(answer as Partial<Principal>) }
  const stored = (fresh ? answer : { ...before!.stored, ...answer }) as Stored
  const roles = stored.roles.filter((r: PrincipalRole) => allowedFrom(r.ipAllowList, ip))
  const principal: Principal = {
    ...stored,
    roles,
    permissions: permissionsOf(roles, stored.scopes),
    fieldClasses: fieldClassesOf(roles),
  }
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(hash, { version: answer.version, stored, ip, principal })
  return principal
}

/** An empty list allows every address. */
export function allowedFrom(list: string[] | undefined, ip: string): boolean {
  if (!list?.length) return true
  const block = new BlockList()
  for (const entry of list) {
    const [net, bits] = entry.split('/')
    const family = isIP(net!) === 6 ? 'ipv6' : 'ipv4'
    block.addSubnet(net!, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family)
  }
  const plain = ip.startsWith('::ffff:') ? ip.slice(7) : ip
  return block.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4')
}

/** Who holds this session secret, now. One question to the database, so that an ended session ends everywhere. */
export async function bySession(
  db: Database,
  secret: string,
  ip: string,
  passive: boolean,
): Promise<Principal | undefined> {
  const secretId = secretHash(secret)
  const name = secretId.toString('latin1')
  const before = known.get(name)
  const [row] = await db.query<{ p: Answer | null }>(SESSION, [secretId, passive, before?.version ?? null])
  return row?.p ? resolvePrincipal(name, row.p, ip, before) : undefined
}

/** The device that signs in by HTTP Basic, now: its id, and a secret of it. */
export async function byDevice(db: Database, authorization: string): Promise<Principal | undefined> {
  const given = /^Basic ([A-Za-z0-9+/=]{1,400})$/.exec(authorization)?.[1]
  const [id, secret] = Buffer.from(given ?? '', 'base64')
    .toString('latin1')
    .split(':')
  if (!id || !secret) return undefined
  const [row] = await db.query<{ p: DeviceAnswer | null }>(DEVICE, [secretHash(secret)])
  if (!row?.p || row.p.userId !== id) return undefined
  return { ...row.p, kind: 'device', email: '', roles: [], permissions: new Set(), fieldClasses: {} }
}
type DeviceAnswer = Pick<Principal, 'orgId' | 'organization' | 'userId' | 'displayName' | 'policy' | 'device'>

export async function byToken(db: Database, secret: string, ip: string): Promise<Principal | undefined> {
  const secretId = secretHash(secret)
  const name = secretId.toString('latin1')
  const before = known.get(name)
  const [row] = await db.query<{ p: Answer | null }>(TOKEN, [secretId, before?.version ?? null])
  return row?.p ? resolvePrincipal(name, row.p, ip, before) : undefined
}
