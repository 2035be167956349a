import { Resolver } from 'node:dns/promises'
import type { Logger } from 'pino'
import { LogState } from './audit/log-state.ts'
import { ReadRecorder } from './audit/record.ts'
import { openBlobs } from './blobs/index.ts'
import type { Config } from './config/index.ts'
import { openDatabase } from './db/database.ts'
import { type EmbeddedDb, startEmbedded } from './db/embedded/index.ts'
import { migrate, roleUrl } from './db/migrate.ts'
import { FusedReads } from './http/fused.ts'
import { Limits } from './http/limits.ts'
import { FileKeyring } from './keys/file-keyring.ts'
import { OrgKeys } from './keys/org-keys.ts'
import { KeyMissing } from './keys/provider.ts'
import { Live } from './live/live.ts'
import { Clamd } from './malware/index.ts'
import { Readers } from './reading/index.ts'
import type { Services } from './services.ts'

export interface Platform extends Services {
  ownerUrl: string
  config: Config
  embedded: EmbeddedDb | undefined
  close(): Promise<void>
}

/**
 * Opens what every command and the server stand on: the database (started if it is the embedded one, and
 * migrated), the keyring and the keys. Stops whatever it started when a step fails.
 */
export async function openPlatform(config: Config, log: Logger): Promise<Platform> {
  const embedded = config.databaseUrl
    ? undefined
    : await startEmbedded({ dataDir: config.dataDir, log, pgUid: config.pgUid })
  try {
    const ownerUrl = config.databaseOwnerUrl ?? config.databaseUrl ?? embedded!.ownerUrl
    await migrate(ownerUrl)
    const appUrl =
      config.databaseOwnerUrl && config.databaseUrl ? config.databaseUrl : roleUrl(ownerUrl, 'wellkeep_app')
    const db = openDatabase({
      app: appUrl,
      worker: roleUrl(ownerUrl, 'wellkeep_worker'),
    })
    try {
      // A keyring is made only for a database that needs none yet: never beside data that other keys sealed.
      const needed = await db.query<{ root_key_id: string }>(
        { name: 'roots', text: 'select root_key_id from wk_root_keys_needed()' },
        [],
        'worker',
      )
      const provider = await FileKeyring.open(config.keysDir, {
        passphrase: config.keysPassphrase,
        create: needed.length === 0,
      }).catch((error: Error) => {
        const wanted = needed.map((n) => n.root_key_id).join(', ')
        throw wanted
          ? new KeyMissing(`${error.message}; the data in this database needs root key ${wanted}`)
          : error
      })
      const keys = new OrgKeys(db, provider)
      const live = new Live(db, appUrl)
      const readers = new Readers({ most: config.readers })
      return {
        db,
        keys,
        provider,
        log,
        ownerUrl,
        config,
        embedded,
        reads: new ReadRecorder(db),
        fused: new FusedReads(db),
        logState: new LogState(config.keysDir),
        limits: new Limits(db, ownerUrl),
        live,
        blobs: openBlobs(config),
        readers,
        maxFileBytes: config.maxFileBytes,
        pushNetworks: config.pushNetworks,
        scanner: config.clamd && new Clamd(config.clamd),
        dns: new Resolver({ timeout: 3000, tries: 2 }),
        publicUrl: config.publicUrl,
        dataDir: config.dataDir,
        async close() {
          readers.close()
          await live.close()
          await db.close()
          await embedded?.stop()
        },
      }
    } catch (error) {
      await db.close()
      throw error
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}
