import { stat, statfs } from 'node:fs/promises'
import type { Config } from '../server/platform/config/index.ts'
import { readMigrations } from '../server/platform/db/migrate.ts'
import { ensureCertificate } from '../server/platform/http/tls/index.ts'
import type { Platform } from '../server/platform/open.ts'

const GIB = 2 ** 30
const LEAST_FREE = 1
const LEAST_DAYS = 7

/** At least a GiB is free where the data lies. */
export async function diskIsRoomy(
  dataDir: string,
  free: (dir: string) => Promise<{ bavail: number; bsize: number }> = statfs,
): Promise<string> {
  const fs = await free(dataDir)
  const gib = (fs.bavail * fs.bsize) / GIB
  if (gib < LEAST_FREE) throw new Error(`only ${gib.toFixed(2)} GiB are free for ${dataDir}`)
  return `${gib.toFixed(0)} GiB free`
}

/** The keyring is there and nobody else's to read. */
export async function keyringIsPrivate(config: Pick<Config, 'keysDir' | 'keysPassphrase'>): Promise<string> {
  const path = `${config.keysDir}/keyring.json`
  const info = await stat(path).catch(() => undefined)
  if (!info) throw new Error(`there is no keyring at ${path}`)
  if (info.mode & 0o077) throw new Error(`${path} can be read by others`)
  return config.keysPassphrase
    ? 'present, with a passphrase'
    : 'present, without a passphrase: whoever can read the file has the keys'
}

/** The certificate holds for a week at least. */
export async function certificateIsValid(config: Config): Promise<string> {
  const certificate = await ensureCertificate(`${config.dataDir}/tls`, {
    hosts: [config.host, new URL(config.publicUrl).hostname],
    certPath: config.tlsCert,
    keyPath: config.tlsKey,
  })
  const days = Math.floor((certificate.expires.getTime() - Date.now()) / 86_400_000)
  if (days < 0) throw new Error(`it ended on ${certificate.expires.toISOString().slice(0, 10)}`)
  if (days < LEAST_DAYS) throw new Error(`it ends in ${days} ${days === 1 ? 'day' : 'days'}`)
  return `valid for ${days} days${certificate.authorityPath ? `; local authority ${certificate.authorityPath}` : ''}`
}

/** The schema is this version's: every migration was applied as it is here, and none that is not known here. */
export async function schemaIsKnown(p: Platform): Promise<string> {
  const known = new Set((await readMigrations()).map((m) => m.name))
  const applied = await p.db.query<{ name: string }>(
    { name: 'doctor-migrations', text: 'select name from wk_migrations() as name' },
    [],
    'worker',
  )
  const foreign = applied.filter((m) => !known.has(m.name))
  if (foreign.length)
    throw new Error(`the database is of a newer version: ${foreign.map((m) => m.name).join(', ')}`)
  return `${applied.length} applied`
}

/** The application's role owns nothing, and no row security is passed over for it. */
export async function separateRoles(p: Platform): Promise<string> {
  const [row] = await p.db.query<{ ok: boolean }>(
    {
      name: 'doctor-roles',
      text: `select not rolsuper and not rolbypassrls and not exists (select 1 from pg_class c where c.relowner = r.oid) as ok from pg_roles r where rolname = current_user`,
    },
    [],
  )
  if (!row?.ok) throw new Error('the application’s role owns tables or bypasses row security')
  return 'the application owns nothing and bypasses nothing'
}

/** Every event has its place under a checkpoint within a minute. */
export async function logIsSequenced(p: Platform): Promise<string> {
  const orgs = await p.db.query<{ org: string }>(
    { name: 'orgs', text: 'select wk_organizations() as org' },
    [],
    'worker',
  )
  let waiting = 0
  for (const { org } of orgs)
    waiting += await p.db.withContext(
      { orgId: org, userId: null },
      async (tx) =>
        (
          await tx.run<{ n: number }>(
            {
              name: 'doctor-log',
              text: "select count(*)::int as n from audit_pending p join audit_events e on e.org_id = p.org_id and e.id = p.event_id where e.at < now() - interval '1 minute'",
            },
            [],
          )
        )[0]!.n,
      'worker',
    )
  if (waiting)
    throw new Error(
      `${waiting} ${waiting === 1 ? 'event waits' : 'events wait'} for a checkpoint for more than a minute`,
    )
  return `${orgs.length} ${orgs.length === 1 ? 'organization' : 'organizations'}, nothing waits`
}

/** A file is read the way that attachments are: in a process of its own, which may touch nothing. */
export async function readsFiles(p: Platform): Promise<string> {
  let found = ''
  async function* bytes() {
    yield Buffer.from('a line of text')
  }
  const result = await p.readers.read('doctor.txt', bytes(), ({ text }) => {
    found += text
  })
  if (result.error || !found.includes('a line of text'))
    throw new Error(`a file was not read: ${result.error}`)
  return 'reads files in a process of its own'
}
