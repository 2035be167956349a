import type { Config } from './load.ts'

function withoutPassword(url: string): string {
  const shown = new URL(url)
  if (shown.password) shown.password = '***'
  shown.search = ''
  return shown.toString()
}

/** The configuration in pairs for people to read, without its secrets. */
export function describeConfig(config: Config): [name: string, value: string][] {
  const { databaseUrl, databaseOwnerUrl, trustProxy } = config
  const rows: [string, string | undefined][] = [
    ['address', config.publicUrl],
    ['listens on', `${config.host}:${config.port}`],
    ['data folder', config.dataDir],
    ['keyring', `${config.keysDir}${config.keysPassphrase ? ' (sealed by a passphrase)' : ''}`],
    ['configuration file', config.configFile],
    ['database', databaseUrl ? withoutPassword(databaseUrl) : 'embedded'],
    ['database owner', databaseOwnerUrl && withoutPassword(databaseOwnerUrl)],
    ['certificate', config.tlsCert ?? 'local authority'],
    ['trusted proxies', trustProxy === false ? 'none' : String(trustProxy)],
    ['workers', String(config.workers)],
    ['log level', config.logLevel],
  ]
  return rows.filter((r): r is [string, string] => !!r[1])
}
