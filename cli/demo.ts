import { Command } from 'commander'
import { type DemoAccount, seedDemo } from '../server/demo/seed.ts'
import { loadConfig } from '../server/platform/config/index.ts'
import { makeLog } from '../server/platform/log.ts'
import { openPlatform } from '../server/platform/open.ts'
import { serve } from './start.ts'

/** `wellkeep demo`: the same server on a data folder of its own, with a synthetic organization. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('serve a synthetic organization, apart from all real data')
    .option('--port <port>')
    .action(async (options) => {
      const config = loadConfig(process.env, {
        demo: true,
        ...(options.port && { flags: { WELLKEEP_PORT: options.port } }),
      })
      const platform = await openPlatform(config, makeLog('warn'))
      let accounts: DemoAccount[]
      try {
        accounts = await seedDemo(platform)
      } finally {
        await platform.close()
      }
      await serve(config, () => [
        '',
        `Accounts of the demonstration (password for all: ${accounts[0]!.password}):`,
        ...accounts.map((a) => `  ${a.email.padEnd(28)} ${a.role}`),
        '',
        'Each signs in with the password alone here, so that a look costs nothing; a real organization demands a second factor.',
      ])
    })
}
