import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** The account that runs PostgreSQL when it can't be ours: it refuses to run as root. */
export interface Identity {
  uid: number
  gid: number
}

/** Accounts that an operating system has for such work, best first. */
const CANDIDATES = ['postgres', '_postgres', 'nobody']

interface Account extends Identity {
  name: string
}

function accounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((f) => f.length >= 4 && /^\d+$/.test(f[2]!))
    .map((f) => ({ name: f[0]!, uid: Number(f[2]), gid: Number(f[3]) }))
}

/** The owner of an existing database folder, unless that is root. */
function ownerOf(folder: string | undefined): Identity | undefined {
  try {
    const { uid, gid } = statSync(folder ?? '')
    return uid === 0 ? undefined : { uid, gid }
  } catch {
    return undefined
  }
}

/**
 * Who runs PostgreSQL: undefined means this process's own account (it is not root). An existing database
 * stays with its owner; otherwise `wanted` (WELLKEEP_PG_UID), or the first account of {@link CANDIDATES}.
 * `initdb` needs the account to be in the user database, so an unknown uid is refused here, by name.
 */
export function postgresIdentity(
  options: { wanted?: number | undefined; dbDir?: string } = {},
): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined
  const known = ownerOf(options.dbDir)
  if (known) return known
  const all = accounts()
  if (options.wanted !== undefined) {
    const account = all.find((a) => a.uid === options.wanted)
    if (!account || account.uid === 0)
      throw new Error(
        `WELLKEEP_PG_UID must be the id of an account other than root; ${options.wanted} is not`,
      )
    return { uid: account.uid, gid: account.gid }
  }
  for (const name of CANDIDATES) {
    const account = all.find((a) => a.name === name && a.uid !== 0)
    if (account) return { uid: account.uid, gid: account.gid }
  }
  throw new Error('PostgreSQL does not run as root and no account was found for it: set WELLKEEP_PG_UID')
}

const READ = 4
const PASS = 1

function permits(path: string, who: Identity, need: number): boolean {
  const { mode, uid, gid } = statSync(path)
  const shift = uid === who.uid ? 6 : gid === who.gid ? 3 : 0
  return ((mode >> shift) & need) === need
}

/** The nearest ancestor that exists, with symbolic links followed. */
function nearest(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return nearest(dirname(path))
  }
}

/**
 * Whether `who` may pass through every folder down to `path` and read it (a path that does not exist yet:
 * down to the nearest folder that does). Root's home, for one, lets nobody through.
 */
export function reachableBy(path: string, who: Identity): boolean {
  const start = nearest(path)
  if (!permits(start, who, statSync(start).isDirectory() ? PASS : READ)) return false
  for (let folder = dirname(start); ; folder = dirname(folder)) {
    if (!permits(folder, who, PASS)) return false
    if (folder === dirname(folder)) return true
  }
}
