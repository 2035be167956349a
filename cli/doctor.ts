import { Command } from 'commander'
import { checkKeys } from '../server/domains/keys/index.ts'
import { describeConfig, loadConfig } from '../server/platform/config/index.ts'
import { makeLog } from '../server/platform/log.ts'
import { openPlatform, type Platform } from '../server/platform/open.ts'
import {
  certificateIsValid,
  diskIsRoomy,
  keyringIsPrivate,
  logIsSequenced,
  readsFiles,
  schemaIsKnown,
  separateRoles,
} from './doctor-checks.ts'

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
      await check('disk', 'free some space: a full disk stops all changes', () => diskIsRoomy(config.dataDir))
      await check('keyring file', 'chmod 600 the keyring, 700 its folder', () => keyringIsPrivate(config))
      await check('certificate', 'set WELLKEEP_TLS_CERT and WELLKEEP_TLS_KEY to a valid pair', () =>
        certificateIsValid(config),
      )
      let platform: Platform | undefined
      await check('database', 'look at the message; for one of your own check DATABASE_URL', async () => {
        platform = await openPlatform(config, makeLog('silent'))
        return config.databaseUrl
          ? 'reached'
          : `embedded, ${platform.embedded!.adopted ? 'running' : 'starts'}`
      })
      if (platform) {
        const p = platform
        await check('migrations', 'run the version of Wellkeep that served this database last', () =>
          schemaIsKnown(p),
        )
        await check('roles', 'run the migrations under an owner that may create roles', () =>
          separateRoles(p),
        )
        await check('keys', 'put the keyring back that this data was sealed with', async () => {
          await checkKeys(p)
          return 'every root key that the data needs is here and opens it'
        })
        await check('files', 'look at WELLKEEP_BLOBS, its credentials, and the rights on its folder', () =>
          p.blobs.files.probe(),
        )
        await check('reader', 'see what keeps processes from being started here', () => readsFiles(p))
        if (p.scanner)
          await check('malware scan', 'start clamd, or correct WELLKEEP_CLAMD; files wait meanwhile', () =>
            p.scanner!.version(),
          )
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
