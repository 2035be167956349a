import { Command } from 'commander'
import { startServer } from '../server/main.ts'
import type { Config } from '../server/platform/config/index.ts'
import { loadConfig } from '../server/platform/config/index.ts'

export function startCommand(): Command {
  return new Command('start')
    .description('start the server on its data folder')
    .option('--port <port>', 'instead of WELLKEEP_PORT')
    .action(async (options) => {
      await serve(loadConfig(process.env, options.port ? { flags: { WELLKEEP_PORT: options.port } } : {}))
    })
}

/** Serves until it is told to stop; says where, and how to make the first account as long as there is none. */
export async function serve(config: Config, more: (url: string) => string[] = () => []): Promise<void> {
  for (const warning of config.warnings) console.error(`note: ${warning}`)
  // Listened for from the start: told to stop while it starts, the server still ends in order.
  const told = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve())
  })
  const server = await startServer(config)
  void told.then(() => server.stop()).then(() => process.exit(0))
  const lines = [`Wellkeep serves ${server.url}`, `  data ${config.dataDir}`, `  keys ${config.keysDir}`]
  if (server.setupUrl)
    lines.push(
      '',
      'Nobody has an account yet. Make the first one with this link, which works once:',
      `  ${server.setupUrl}`,
    )
  console.log([...lines, ...more(server.url)].join('\n'))
}
