import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { Command } from 'commander'
import { changePassphrase } from '../server/domains/keys/index.ts'
import { operatorEvent } from '../server/platform/audit/operator.ts'
import { KeyringError } from '../server/platform/keys/file-keyring.ts'
import { askSecret } from './ask-secret.ts'
import { withPlatform } from './platform.ts'

const EXPLAIN = `
The present passphrase is taken from WELLKEEP_KEYS_PASSPHRASE or WELLKEEP_KEYS_PASSPHRASE_FILE, as by every command. The
new one is asked for, twice, or read from a file (- for standard input). Servers that run go on with the keys that they
hold; set the new passphrase in their configuration before they are started again. Copies of the keyring in backups keep
the passphrase that they had.`

interface Options {
  newFile?: string
  remove?: boolean
  json?: boolean
}

/** `wellkeep keys passphrase`: the passphrase of the keyring set, changed or removed. */
export function passphraseCommand(): Command {
  return new Command('passphrase')
    .description('set, change or remove the passphrase that seals the keyring')
    .option('--new-file <file>', 'read the new passphrase from a file, - for standard input')
    .option('--remove', 'leave the keyring without a passphrase')
    .option('--json')
    .addHelpText('after', EXPLAIN)
    .action(async (options: Options) => {
      if (options.remove && options.newFile !== undefined) return usage('--remove takes no new passphrase')
      const next = options.remove ? undefined : await newPassphrase(options.newFile)
      if (!options.remove && !next) return usage('say the new passphrase with --new-file, or --remove')
      await withPlatform(async (platform) => {
        try {
          const change = await changePassphrase(
            platform,
            next,
            platform.config.keysPassphrase,
            (orgId, what) =>
              operatorEvent(orgId, {
                action: 'keys.passphrase',
                object: { type: 'keys', id: null },
                facts: { change: what },
              }),
          )
          console.log(
            options.json
              ? JSON.stringify({ change })
              : `the passphrase is ${change}; change the configuration before a server is started again`,
          )
        } catch (error) {
          if (!(error instanceof KeyringError)) throw error
          console.error(error.message)
          process.exitCode = 1
        }
      })
    })
}

function usage(message: string): void {
  console.error(message)
  process.exitCode = 2
}

async function newPassphrase(file: string | undefined): Promise<string | undefined> {
  if (file !== undefined) {
    const read = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8')
    return read.replace(/\r?\n$/, '')
  }
  const first = await askSecret('New passphrase: ')
  if (first === undefined) return undefined
  if ((await askSecret('The same again: ')) !== first) throw new Error('the two are not the same')
  return first
}
