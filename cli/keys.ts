import { Command } from 'commander'
import { reindexClients } from '../server/domains/clients/index.ts'
import { keyReport, rewrap, rotate, verifyKeys } from '../server/domains/keys/index.ts'
import { recordOperator } from '../server/platform/audit/operator.ts'
import { passphraseCommand } from './keys-passphrase.ts'
import { withPlatform } from './platform.ts'
import { progress } from './progress.ts'

/** `wellkeep keys`: works beside a server that serves. */
export function keysCommand(): Command {
  const keys = new Command('keys').description('the keyring and what it wraps')
  keys
    .command('list')
    .description('keys, and how many each wraps')
    .option('--json')
    .action((options) =>
      withPlatform(async (platform) => {
        const report = await keyReport(platform)
        if (options.json) return console.log(JSON.stringify(report))
        for (const k of report.rootKeys)
          console.log(`root ${k.id}  ${k.createdAt}  wraps ${k.wraps}${k.active ? '  active' : ''}`)
        for (const k of report.keks)
          console.log(
            `kek  ${k.id}  ${k.createdAt}  wraps ${k.wraps}  under ${k.rootKeyId}${k.retired ? '  retired' : '  active'}`,
          )
        console.log(
          `data keys: ${report.deks.total}, destroyed: ${report.deks.destroyed}, still under a retired key: ${report.deks.behind}`,
        )
      }),
    )
  keys
    .command('rotate')
    .description('a new root key and new KEKs, then rewrap all data keys; the server goes on serving')
    .option('--json')
    .action((options) =>
      withPlatform(async (platform) => {
        const line = progress()
        const turned = await rotate(platform, (tx, facts) =>
          recordOperator(tx, { action: 'keys.rotate', object: { type: 'keys', id: null }, facts }),
        )
        const rewrapped = await rewrap(platform, (done) => line.say(`${done} data keys rewrapped`))
        line.end()
        console.log(
          options.json
            ? JSON.stringify({ ...turned, rewrapped })
            : `root key ${turned.rootKeyId} is active; ${rewrapped} data keys rewrapped`,
        )
      }),
    )
  keys
    .command('rewrap')
    .description('take up rewrapping where it stopped')
    .option('--json')
    .action((options) =>
      withPlatform(async (platform) => {
        const line = progress()
        const rewrapped = await rewrap(platform, (done) => line.say(`${done} data keys rewrapped`))
        line.end()
        console.log(options.json ? JSON.stringify({ rewrapped }) : `${rewrapped} data keys rewrapped`)
      }),
    )
  keys
    .command('verify')
    .description('open every wrapped key')
    .option('--json')
    .action((options) =>
      withPlatform(async (platform) => {
        const line = progress()
        const result = await verifyKeys(platform, (done) => line.say(`${done} opened`))
        line.end()
        if (options.json) console.log(JSON.stringify(result))
        else {
          console.log(`${result.opened} data keys open, ${result.failed.length} do not`)
          for (const f of result.failed.slice(0, 50)) console.log(`  ${f.subjectId}: ${f.why}`)
        }
        if (result.failed.length) process.exitCode = 1
      }),
    )
  keys
    .command('reindex')
    .description('make the search tokens of all clients anew that are of an older version, while serving')
    .option('--json')
    .action((options) =>
      withPlatform(async (platform) => {
        const line = progress()
        const changed = await reindexClients(platform, {
          again: true,
          record: (tx) =>
            recordOperator(tx, { action: 'search.reindex', object: { type: 'client', id: null } }),
          onProgress: ({ done, total }) => line.say(`${done} of ${total} clients looked at`),
        })
        line.end()
        console.log(options.json ? JSON.stringify({ changed }) : `${changed} clients got new search tokens`)
      }),
    )
  keys.addCommand(passphraseCommand())
  return keys
}
