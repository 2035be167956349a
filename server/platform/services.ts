import type { Resolver } from 'node:dns/promises'
import type { Logger } from 'pino'
import type { LogState } from './audit/log-state.ts'
import type { ReadRecorder } from './audit/record.ts'
import type { Blobs } from './blobs/index.ts'
import type { Database } from './db/database.ts'
import type { FusedReads } from './http/fused.ts'
import type { Limits } from './http/limits.ts'
import type { OrgKeys } from './keys/org-keys.ts'
import type { KeyProvider } from './keys/provider.ts'
import type { Live } from './live/live.ts'
import type { Scanner } from './malware/index.ts'
import type { Readers } from './reading/index.ts'

/** The parts of the platform that domains build on; made once in the composition root. */
export interface Services {
  db: Database
  keys: OrgKeys
  provider: KeyProvider
  reads: ReadRecorder
  fused: FusedReads
  /** What was last signed of each log, beside the keys. */
  logState: LogState
  limits: Limits
  live: Live
  /** Where sealed files lie. */
  blobs: Blobs
  /** Reads attachments, in processes of their own. */
  readers: Readers
  /** The largest attachment, in bytes. */
  maxFileBytes: number
  /** Networks of one's own in which push services may be reached; public ones always. */
  pushNetworks: readonly string[]
  /** Looks for malware; undefined where none was set up. */
  scanner: Scanner | undefined
  /** Asks the domain name system; tests point it at a server of their own. */
  dns: Pick<Resolver, 'resolve'>
  log: Logger
  /** The origin under which people reach this server, such as https://localhost:8443 */
  publicUrl: string
  /** PEM of the local authority that computers must be told of; undefined with a certificate of one's own. */
  authority?: string | undefined
  /** Folder for what is neither database nor keys: blobs, staging. */
  dataDir: string
}
