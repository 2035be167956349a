import { createHash } from 'node:crypto'
import { BlockList, isIP } from 'node:net'
import type { Database, Statement } from '../db/database.ts'
import { fieldClassesOf, type Principal, type PrincipalRole, permissionsOf } from '../policy/principal.ts'

const SESSION: Statement = { name: 'open-session', text: 'select wk_open_session($1, $2) as p' }
const TOKEN: Statement = { name: 'open-token', text: 'select wk_open_token($1) as p' }

export const SESSION_COOKIE = '__Host-wk_session'
export const TOKEN_PREFIX = 'wkt_'

/** Secrets are stored as SHA-256 of 256 random bits: nothing in the database signs anybody in. */
export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** The CSRF token belongs to the session: derived from its secret, so that it need not be stored. */
export const csrfToken = (sessionSecret: string): string => createHash('sha256').update(`csrf ${sessionSecret}`).digest('base64url')

type Row = Omit<Principal, 'permissions' | 'fieldClasses'>

function principal(row: Row, ip: string): Principal {
  const roles = row.roles.filter((r: PrincipalRole) => allowedFrom(r.ipAllowList, ip))
  return { ...row, roles, permissions: permissionsOf(roles, row.scopes), fieldClasses: fieldClassesOf(roles) }
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
export async function bySession(db: Database, secret: string, ip: string, passive: boolean): Promise<Principal | undefined> {
  const [row] = await db.query<{ p: Row | null }>(SESSION, [secretHash(secret), passive])
  return row?.p ? principal(row.p, ip) : undefined
}

export async function byToken(db: Database, secret: string, ip: string): Promise<Principal | undefined> {
  const [row] = await db.query<{ p: Row | null }>(TOKEN, [secretHash(secret)])
  return row?.p ? principal(row.p, ip) : undefined
}
