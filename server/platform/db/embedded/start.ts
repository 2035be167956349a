import { join } from 'node:path'
import { lock, tryLock, whileLocked } from '../../kernel-lock.ts'
import { locateBinaries } from './binaries.ts'
import { ensureCluster } from './cluster.ts'
import { postgresIdentity } from './identity.ts'
import { prepareFolders } from './layout.ts'
import { findPostmaster, shutDown } from './postmaster.ts'
import {
  type Cluster,
  clearSocketFolder,
  connectionOf,
  ensureDatabase,
  ensureRunning,
  type Log,
  PORT,
} from './server.ts'
import { PINNED_SETTINGS } from './settings.ts'
import { supervise } from './supervisor.ts'

export interface EmbeddedOptions {
  dataDir: string
  log: Log
  /** The account for PostgreSQL when we are root (WELLKEEP_PG_UID). */
  pgUid?: number | undefined
  /** More settings for PostgreSQL; for tests and measurements. */
  settings?: Record<string, string>
  /** Another folder with the contents of the npm package; for tests. */
  binariesFrom?: string | undefined
}

export interface EmbeddedDb {
  /** For the owner of all tables. Works with `pg` and with everything on libpq. */
  ownerUrl: string
  socketDir: string
  port: number
  /** The same as `ownerUrl`, for `new pg.Client()`. */
  connection: { host: string; port: number; user: string; password: string; database: string }
  /** Whether a PostgreSQL that ran already (after our own crash, or for another command) was taken over. */
  adopted: boolean
  /** Of the present PostgreSQL; changes when it is restarted. */
  pid(): number
  /** Ends the supervision, and PostgreSQL too unless another process still uses it. */
  stop(): Promise<void>
}

/**
 * The PostgreSQL of a data folder: made if there is none, taken over if it runs, started otherwise, and kept
 * running until `stop()`. Several processes may call this for one folder at the same time (the server and a
 * command of the operator): the last one out stops it. Crash safe at every point: kernel locks vanish with
 * their process, and a PostgreSQL that outlives us is found again.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDb> {
  const { log } = options
  const who = postgresIdentity({ wanted: options.pgUid, dbDir: join(options.dataDir, 'db') })
  const layout = prepareFolders(options.dataDir, who)
  const binaries = locateBinaries(layout.data, who, { source: options.binariesFrom })
  const settings = { ...PINNED_SETTINGS, ...options.settings }

  const { cluster, first, using } = await whileLocked(layout.changeLock, async () => {
    const onlyUser = tryLock(layout.usersLock, 'exclusive')
    onlyUser?.release()
    const using = await lock(layout.usersLock, 'shared')
    try {
      const password = await ensureCluster(layout, binaries, who)
      const cluster: Cluster = { layout, binaries, who, password, settings, log }
      const first = await ensureRunning(cluster, !!onlyUser)
      await ensureDatabase(cluster, first)
      return { cluster, first, using }
    } catch (error) {
      using.release()
      throw error
    }
  })
  let server = first
  const { adopted, socketDir } = first
  log.info({ pid: first.pid, adopted }, 'the database runs')

  const supervisor = supervise(first, {
    // Under the same socket as before: the pools of this process hold its path.
    start: () => whileLocked(layout.changeLock, () => ensureRunning(cluster, false, socketDir)),
    onEnd: (reason) => log.error({ reason }, 'the database ended unexpectedly; starting it again'),
    onRestart: (next) => {
      server = next
      log.info({ pid: next.pid }, 'the database runs again')
    },
    onFailure: (error, nextTry) =>
      log.error({ error: String(error), nextTry }, 'the database could not be started again'),
  })

  const connection = connectionOf(cluster, first)
  return {
    connection,
    ownerUrl: urlOf(connection),
    socketDir,
    port: PORT,
    adopted,
    pid: () => server.pid,
    async stop() {
      await supervisor.stop()
      await whileLocked(layout.changeLock, async () => {
        using.release()
        const lastOut = tryLock(layout.usersLock, 'exclusive')
        if (!lastOut) return
        try {
          const running = await findPostmaster(layout.db)
          if (running?.visible) await shutDown(layout.db, running)
          clearSocketFolder(cluster, server)
        } finally {
          lastOut.release()
        }
      })
    },
  }
}

/** A folder as the host of a URL is percent-encoded; libpq and `pg` know this form. */
function urlOf(c: EmbeddedDb['connection']): string {
  return `postgres://${c.user}:${encodeURIComponent(c.password)}@${encodeURIComponent(c.host)}:${c.port}/${c.database}`
}
