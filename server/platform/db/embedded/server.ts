import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Binaries } from './binaries.ts'
import { DATABASE, OWNER } from './cluster.ts'
import type { Identity } from './identity.ts'
import { keepSocketFolder, type Layout, socketFolder } from './layout.ts'
import { findPostmaster, isAlive, LaunchFailed, launch, type Postmaster, shutDown } from './postmaster.ts'
import { clusterName } from './settings.ts'
import type { Running } from './supervisor.ts'

/** What this module asks of a logger; Pino's are such. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** The port is part of the socket's name and nothing else. */
export const PORT = 5432
/** How often a server that is not our child is looked at, in milliseconds. */
const WATCH_EVERY = 250
/** How long the rests of a killed server may take to vanish, in milliseconds. */
const PATIENCE = 15_000

/** All that starting a server on one folder takes. */
export interface Cluster {
  layout: Layout
  binaries: Binaries
  who: Identity | undefined
  password: string
  settings: Record<string, string>
  log: Log
}

/** A server on the folder, started or found. */
export interface Server extends Postmaster, Running {
  adopted: boolean
}

export function connectionOf(cluster: Cluster, server: Pick<Postmaster, 'socketDir' | 'port'>) {
  return {
    host: server.socketDir,
    port: server.port,
    user: OWNER,
    password: cluster.password,
    database: DATABASE,
  }
}

/** Waits while a server that somebody else started is on its way up or down. */
async function settled(cluster: Cluster): Promise<Postmaster | undefined> {
  const began = performance.now()
  for (let told = false; ; await sleep(15)) {
    const found = await findPostmaster(cluster.layout.db)
    if (!found || found.status === 'ready' || found.status === 'standby') return found
    if (!told && performance.now() - began > 3_000) {
      cluster.log.info({ pid: found.pid, status: found.status }, 'waiting for the database')
      told = true
    }
  }
}

/** Polls a server that is not our child until it is gone. */
async function untilGone(db: string, server: Postmaster): Promise<string> {
  while (await isAlive(db, server)) await sleep(WATCH_EVERY, undefined, { ref: false })
  return 'its process is gone'
}

/** Asks a running server whether it is the one of this folder, and how it was started. */
async function clusterNameOf(cluster: Cluster, found: Postmaster): Promise<string> {
  const client = new pg.Client({
    ...connectionOf(cluster, found),
    database: 'postgres',
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query(
      "select current_setting('data_directory') as folder, current_setting('cluster_name') as name",
    )
    if (rows[0].folder !== cluster.layout.db) throw new Error(`it serves ${rows[0].folder}`)
    return rows[0].name
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(
      `a PostgreSQL (process ${found.pid}) holds ${cluster.layout.db} and could not be taken over: ${why}`,
    )
  } finally {
    await client.end().catch(() => {})
  }
}

/** Starts PostgreSQL; after a kill -9, waits until the old one's last processes have gone. */
async function launchPatiently(
  cluster: Cluster,
  settings: Record<string, string>,
  before: string | undefined,
): Promise<Server> {
  const { layout, binaries, who } = cluster
  const socketDir = before ?? socketFolder(layout, who)
  keepSocketFolder(socketDir, who)
  const deadline = performance.now() + PATIENCE
  for (;;) {
    try {
      const launched = await launch({
        binaries,
        db: layout.db,
        log: layout.log,
        who,
        socketDir,
        port: PORT,
        settings,
      })
      return { ...launched, adopted: false }
    } catch (error) {
      if (!(error instanceof LaunchFailed && error.retry) || performance.now() > deadline) throw error
      await sleep(50)
    }
  }
}

/**
 * The server on this folder: the one that runs, or a new one. One that was started in another way (an older
 * version, other settings) is replaced if `alone`, that is if no other process uses it.
 */
export async function ensureRunning(cluster: Cluster, alone: boolean, socketDir?: string): Promise<Server> {
  const { layout, log } = cluster
  const name = clusterName(cluster.binaries.version, cluster.settings)
  const found = await settled(cluster)
  if (found) {
    const same = (await clusterNameOf(cluster, found)) === name
    if (same || !alone) return { ...found, adopted: true, ended: untilGone(layout.db, found) }
    log.info({ pid: found.pid }, 'a database that was started by another version is replaced')
    await shutDown(layout.db, found)
  }
  return launchPatiently(cluster, { ...cluster.settings, cluster_name: name }, socketDir)
}

/** Makes the database in a new cluster; a look at one that exists costs one query. */
export async function ensureDatabase(cluster: Cluster, server: Server): Promise<void> {
  const client = new pg.Client({ ...connectionOf(cluster, server), database: 'postgres' })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (!rowCount) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

/** Removes a socket folder among the temporary files once its server is gone. */
export function clearSocketFolder(cluster: Cluster, server: Server): void {
  if (
    server.socketDir !== cluster.layout.run &&
    !existsSync(join(server.socketDir, `.s.PGSQL.${server.port}`))
  )
    rmSync(server.socketDir, { recursive: true, force: true })
}
