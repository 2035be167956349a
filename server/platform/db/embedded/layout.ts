import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeDataFolder } from './folders.ts'
import { type Identity, reachableBy } from './identity.ts'

/** Where everything of the embedded database lies below the data folder. */
export interface Layout {
  data: string
  /** PostgreSQL's own folder (PGDATA). */
  db: string
  /** A cluster being made; becomes `db` in one rename. */
  unfinished: string
  password: string
  log: string
  run: string
  /** Held while somebody starts, adopts or stops the database. */
  changeLock: string
  /** Held, shared, by every process that uses it: the last one out stops it. */
  usersLock: string
}

/** Unix sockets have at most 107 bytes of path; the file in the folder takes 14. */
const LONGEST_SOCKET_FOLDER = 90

function ownFolder(path: string, mode: number, owner?: Identity): void {
  mkdirSync(path, { recursive: true, mode })
  if (owner) chownSync(path, owner.uid, owner.gid)
  chmodSync(path, mode)
}

function ownDataFolder(dataDir: string, who: Identity | undefined): string {
  makeDataFolder(dataDir)
  const data = realpathSync(dataDir)
  const { uid, mode } = lstatSync(data)
  const me = process.getuid?.()
  if (me !== undefined && me !== 0 && uid !== me)
    throw new Error(`${data} belongs to another account (uid ${uid}); run Wellkeep as that account`)
  if (who && !reachableBy(data, who)) chmodSync(data, (mode & 0o777) | 0o011)
  if (who && !reachableBy(data, who))
    throw new Error(
      `PostgreSQL does not run as root, and the account that runs it (uid ${who.uid}) can not reach ${data}, ` +
        'because a folder above it lets nobody through: set WELLKEEP_DATA to another folder, say /var/lib/wellkeep',
    )
  return data
}

const followed = (path: string) => (existsSync(path) ? realpathSync(path) : path)

/** Makes the folders. As root, `data` lets PostgreSQL's account pass to what belongs to it, and list nothing. */
export function prepareFolders(dataDir: string, who: Identity | undefined): Layout {
  const data = ownDataFolder(resolve(dataDir), who)
  const logs = join(data, 'logs')
  const run = join(data, 'run')
  const locks = join(data, 'locks')
  ownFolder(logs, 0o700)
  ownFolder(run, 0o700, who)
  ownFolder(locks, 0o700)
  return {
    data,
    db: followed(join(data, 'db')),
    unfinished: join(data, 'db.unfinished'),
    password: join(data, 'db.password'),
    log: join(logs, 'postgres.log'),
    run,
    changeLock: join(locks, 'database-change.lock'),
    usersLock: join(locks, 'database-users.lock'),
  }
}

/**
 * The folder for the socket: in the data folder, or, when its path is too long for a socket, a fresh private
 * one among the temporary files (its name is random: nobody can lay it out in advance).
 */
export function socketFolder(layout: Layout, who: Identity | undefined): string {
  if (Buffer.byteLength(layout.run) < LONGEST_SOCKET_FOLDER) return layout.run
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'wellkeep-'))
  ownFolder(folder, 0o700, who)
  return folder
}

/** Before a restart: makes the socket's folder again if it was swept away, and takes none that is not ours. */
export function keepSocketFolder(folder: string, who: Identity | undefined): void {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  if (!found) {
    mkdirSync(folder, { mode: 0o700 })
    if (who) chownSync(folder, who.uid, who.gid)
  } else if (!found.isDirectory() || found.uid !== (who?.uid ?? process.getuid?.()))
    throw new Error(`${folder} was replaced by something that is not ours`)
}
