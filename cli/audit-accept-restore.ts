import { createInterface } from 'node:readline/promises'
import { Command } from 'commander'
import { acceptRestore, NotRestored } from '../server/platform/audit/accept-restore.ts'
import { theOrganization, withPlatform } from './platform.ts'
import { usageExit } from './progress.ts'

const EXPLAIN = `
When the database was restored from a backup, the log is not signed any more: the last signed checkpoint, kept beside
the keys, covers events that the database no longer has. First see that this is the newest backup there is. What is
missing stays missing: every auditor who has a later checkpoint will see that the log was cut, and this command's event
in the log tells who accepted it and why.`

interface Options {
  org?: string
  reason?: string
  json?: boolean
}

/** `wellkeep audit accept-restore`: the log goes on from a restored database, and says so. */
export function acceptRestoreCommand(): Command {
  return new Command('accept-restore')
    .description(
      'say that the database was restored from an older backup: the log goes on, with an event that tells it',
    )
    .option('--org <id>', 'the organization; asked for when it is missing')
    .option('--reason <text>', 'why, in at least ten characters; asked for when it is missing')
    .option('--json')
    .addHelpText('after', EXPLAIN)
    .exitOverride(usageExit)
    .action(async (options: Options) => {
      const org = options.org ?? (await ask('The organization’s id: '))
      const reason = (options.reason ?? (await ask('Why was it restored? ')))?.trim()
      if (!org || !reason || reason.length < 10 || reason.length > 1000) {
        console.error('say which organization with --org, and why with --reason, in 10 to 1000 characters')
        process.exitCode = 2
        return
      }
      await withPlatform(async (platform) => {
        const orgId = await theOrganization(platform, org)
        try {
          const { lost, restored } = await acceptRestore(platform, orgId, reason)
          const size = restored?.size ?? 0
          console.log(
            options.json
              ? JSON.stringify({ lostSize: lost.size, restoredSize: size })
              : `the log goes on from ${size} events; ${lost.size - size} that were signed until ${lost.time.toISOString()} are lost`,
          )
        } catch (error) {
          if (!(error instanceof NotRestored)) throw error
          console.error(error.message)
          process.exitCode = 1
        }
      })
    })
}

async function ask(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await terminal.question(question)
  } finally {
    terminal.close()
  }
}
