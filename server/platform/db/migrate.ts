import { createHash, createHmac } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'

const serverRoot = join(import.meta.dirname, '..', '..')
/** One number for the advisory lock that lets a single process migrate at a time. */
const MIGRATION_LOCK = 7316000

export interface Migration {
  number: number
  name: string
  sql: string
  hash: string
}

/** All migrations of the platform and the domains, in order. Numbers are unique across folders. */
export async function readMigrations(root = serverRoot): Promise<Migration[]> {
  const found: Migration[] = []
  for await (const path of glob('{platform,domains}/*/migrations/*.sql', { cwd: root })) {
    const name = basename(path, '.sql')
    const sql = await readFile(join(root, path), 'utf8')
    found.push({
      number: Number(name.slice(0, 4)),
      name,
      sql,
      hash: createHash('sha256').update(sql).digest('hex'),
    })
  }
  found.sort((a, b) => a.number - b.number)
  for (const [i, m] of found.entries())
    if (found[i + 1]?.number === m.number) throw new Error(`two migrations carry the number ${m.number}`)
  return found
}

export const LOGIN_ROLES = ['wellkeep_app', 'wellkeep_worker'] as const
export type LoginRole = (typeof LOGIN_ROLES)[number]

/** Every process that knows the owner's URL derives the same password for the two roles without ownership. */
function rolePassword(ownerUrl: string, role: LoginRole): string {
  const secret = new URL(ownerUrl).password || 'wellkeep'
  return createHmac('sha256', decodeURIComponent(secret)).update(`database role ${role}`).digest('base64url')
}

/** The URL under which a role without ownership connects to the same database as its owner. */
export function roleUrl(ownerUrl: string, role: LoginRole): string {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = rolePassword(ownerUrl, role)
  return url.toString()
}

async function ensureRoles(client: pg.Client, ownerUrl: string): Promise<void> {
  for (const role of LOGIN_ROLES) {
    const exists = await client.query('select 1 from pg_roles where rolname = $1', [role])
    const verb = exists.rowCount ? 'alter' : 'create'
    const password = pg.escapeLiteral(rolePassword(ownerUrl, role))
    await client.query(
      `${verb} role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls noinherit password ${password}`,
    )
  }
}

/**
 * Brings the database to the newest schema, under the owner's role. Forward only: a landed migration whose
 * text has changed stops the start, since its effect can no longer be known.
 */
export async function migrate(ownerUrl: string): Promise<{ applied: string[] }> {
  const migrations = await readMigrations()
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'wellkeep-migrate' })
  await client.connect()
  const applied: string[] = []
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query(
      'create table if not exists schema_migrations (number integer primary key, name text not null, hash text not null, applied_at timestamptz not null default now())',
    )
    const done = new Map(
      (await client.query('select number, hash, name from schema_migrations')).rows.map((r) => [r.number, r]),
    )
    const missing = migrations.filter((m) => !done.has(m.number))
    for (const m of migrations) {
      const landed = done.get(m.number)
      if (landed && landed.hash !== m.hash)
        throw new Error(`migration ${m.name} was edited after it had landed`)
    }
    if (missing.length) await ensureRoles(client, ownerUrl)
    for (const m of missing) {
      await client.query('begin')
      await client.query(m.sql)
      await client.query('insert into schema_migrations (number, name, hash) values ($1, $2, $3)', [
        m.number,
        m.name,
        m.hash,
      ])
      await client.query('commit')
      applied.push(m.name)
    }
    // The queue's own schema; see platform/jobs. Its messages repeat what is in the database: none is kept.
    await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => {}) })
  } finally {
    await client.end()
  }
  return { applied }
}
