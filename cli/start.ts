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
  const server = await startServer(config)
  const lines = [`Wellkeep serves ${server.url}`, `  data ${config.dataDir}`, `  keys ${config.keysDir}`]
  if (server.setupUrl)
    lines.push(
      '',
      'Nobody has an account yet. Make the first one with this link, which works once:',
      `  ${server.setupUrl}`,
    )
  console.log([...lines, ...more(server.url)].join('\n'))
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await server.stop()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
