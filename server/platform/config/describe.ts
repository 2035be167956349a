import type { Config } from './load.ts'

function withoutPassword(url: string): string {
  const shown = new URL(url)
  if (shown.password) shown.password = '***'
  shown.search = ''
  return shown.toString()
}

/** The configuration in pairs for people to read, without its secrets. */
export function describeConfig(config: Config): [name: string, value: string][] {
  const { databaseUrl, databaseOwnerUrl, trustProxy, clamd } = config
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
    [
      'files',
      config.s3 ? `bucket ${config.s3.bucket} at ${new URL(config.s3.endpoint).host}` : 'in the data folder',
    ],
    ['malware scan', clamd && ('path' in clamd ? clamd.path : `${clamd.host}:${clamd.port}`)],
    ['takes in mail on', config.smtpPort === undefined ? undefined : `${config.smtpHost}:${config.smtpPort}`],
    ['workers', String(config.workers)],
    ['log level', config.logLevel],
  ]
  return rows.filter((r): r is [string, string] => !!r[1])
}
