import { stat, statfs } from 'node:fs/promises'
import { Command } from 'commander'
import { checkKeys } from '../server/domains/keys/index.ts'
import { describeConfig, loadConfig } from '../server/platform/config/index.ts'
import { readMigrations } from '../server/platform/db/migrate.ts'
import { ensureCertificate } from '../server/platform/http/tls/index.ts'
import { makeLog } from '../server/platform/log.ts'
import { openPlatform, type Platform } from '../server/platform/open.ts'

interface Check {
  name: string
  ok: boolean
  says: string
  /** What to do about it. */
  mend?: string
}

/** `wellkeep doctor`: checks a deployment and says what to mend. Exit code 1 when something is wrong. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('check this deployment and say what to mend')
    .option('--json')
    .action(async (options) => {
      const checks: Check[] = []
      const check = async (name: string, mend: string, work: () => Promise<string>) => {
        try {
          checks.push({ name, ok: true, says: await work() })
        } catch (error) {
          checks.push({ name, ok: false, says: (error as Error).message, mend })
        }
      }
      const config = loadConfig()
      for (const warning of config.warnings)
        checks.push({
          name: 'configuration',
          ok: false,
          says: warning,
          mend: 'correct the name or remove it',
        })
      await check('disk', 'free some space: a full disk stops all changes', async () => {
        const fs = await statfs(config.dataDir)
        const free = (fs.bavail * fs.bsize) / 2 ** 30
        if (free < 1) throw new Error(`only ${free.toFixed(2)} GiB are free for ${config.dataDir}`)
        return `${free.toFixed(0)} GiB free`
      })
      await check('keyring file', 'chmod 600 the keyring, 700 its folder', async () => {
        const path = `${config.keysDir}/keyring.json`
        const info = await stat(path).catch(() => undefined)
        if (!info) throw new Error(`there is no keyring at ${path}`)
        if (info.mode & 0o077) throw new Error(`${path} can be read by others`)
        return config.keysPassphrase
          ? 'present, with a passphrase'
          : 'present, without a passphrase: whoever can read the file has the keys'
      })
      await check('certificate', 'set WELLKEEP_TLS_CERT and WELLKEEP_TLS_KEY to a valid pair', async () => {
        const certificate = await ensureCertificate(`${config.dataDir}/tls`, {
          hosts: [config.host, new URL(config.publicUrl).hostname],
          certPath: config.tlsCert,
          keyPath: config.tlsKey,
        })
        const days = Math.floor((certificate.expires.getTime() - Date.now()) / 86_400_000)
        if (days < 7) throw new Error(`it ends in ${days} days`)
        return `valid for ${days} days${certificate.authorityPath ? `; local authority ${certificate.authorityPath}` : ''}`
      })
      let platform: Platform | undefined
      await check('database', 'look at the message; for one of your own check DATABASE_URL', async () => {
        platform = await openPlatform(config, makeLog('silent'))
        return config.databaseUrl
          ? 'reached'
          : `embedded, ${platform.embedded!.adopted ? 'running' : 'starts'}`
      })
      if (platform) {
        const p = platform
        await check(
          'migrations',
          'start the server once',
          async () => `${(await readMigrations()).length} applied`,
        )
        await check('roles', 'run the migrations under an owner that may create roles', () =>
          separateRoles(p),
        )
        await check('keys', 'put the keyring back that this data was sealed with', async () => {
          await checkKeys(p)
          return 'every root key that the data needs is here and opens it'
        })
        await check('log', 'see what holds the sequencer up in the server’s log', () => logIsSequenced(p))
        await p.close()
      }
      if (options.json) console.log(JSON.stringify(checks))
      else {
        for (const [name, value] of describeConfig(config)) console.log(`${name.padEnd(16)} ${value}`)
        console.log()
        for (const c of checks)
          console.log(
            `${c.ok ? 'ok  ' : 'MEND'} ${c.name.padEnd(14)} ${c.says}${c.mend ? `\n     ${''.padEnd(14)} → ${c.mend}` : ''}`,
          )
      }
      process.exitCode = checks.every((c) => c.ok) ? 0 : 1
    })
}

async function separateRoles(p: Platform): Promise<string> {
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

async function logIsSequenced(p: Platform): Promise<string> {
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
  if (waiting) throw new Error(`${waiting} events wait for a checkpoint for more than a minute`)
  return `${orgs.length} ${orgs.length === 1 ? 'organization' : 'organizations'}, nothing waits`
}
