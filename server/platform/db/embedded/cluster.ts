import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.ts'
import type { Identity } from './identity.ts'
import type { Layout } from './layout.ts'
import { initialSettings } from './settings.ts'

const run = promisify(execFile)

/** The role that owns everything in the embedded database, and the database's name. */
export const OWNER = 'wellkeep'
export const DATABASE = 'wellkeep'
const MAJOR = '18'

function syncPath(path: string): void {
  const fd = openSync(path, 'r')
  fsyncSync(fd)
  closeSync(fd)
}

/** The owner's password: made once, kept outside the database folder, readable by the server alone. */
function ownerPassword(layout: Layout): string {
  if (existsSync(layout.password)) return readFileSync(layout.password, 'utf8').trim()
  const password = randomBytes(24).toString('base64url')
  writeFileSync(layout.password, `${password}\n`, { mode: 0o600 })
  syncPath(layout.password)
  return password
}

async function initdb(
  layout: Layout,
  binaries: Binaries,
  who: Identity | undefined,
  password: string,
): Promise<void> {
  rmSync(layout.unfinished, { recursive: true, force: true })
  mkdirSync(layout.unfinished, { mode: 0o700 })
  // initdb reads the password from a file; it runs as `who`, in whose private folder the file lives meanwhile.
  const passwordFile = join(layout.run, 'initdb.password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (who) for (const path of [layout.unfinished, passwordFile]) chownSync(path, who.uid, who.gid)
  const args = [
    ...['-D', layout.unfinished, '-U', OWNER, '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...['--data-checksums', '--no-instructions'],
    ...Object.entries(initialSettings()).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
  ]
  try {
    await run(binaries.initdb, args, {
      cwd: layout.unfinished,
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
      ...who,
    })
  } catch (error) {
    const { stderr } = error as { stderr?: string }
    throw new Error(`the database could not be made in ${layout.data}:\n${(stderr || String(error)).trim()}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(layout.unfinished, layout.db)
  syncPath(dirname(layout.db))
}

/**
 * Makes the cluster unless there is one: UTF-8, byte order for sorting with Unicode's rules for letters
 * (`C.UTF-8`, PostgreSQL's own: the same on every machine), checksums on. All or nothing: it is built beside
 * its place and moved there. Answers the owner's password.
 */
export async function ensureCluster(
  layout: Layout,
  binaries: Binaries,
  who: Identity | undefined,
): Promise<string> {
  if (!existsSync(layout.db)) {
    const password = ownerPassword(layout)
    await initdb(layout, binaries, who, password)
    return password
  }
  let major: string
  try {
    major = readFileSync(join(layout.db, 'PG_VERSION'), 'utf8').trim()
  } catch {
    throw new Error(`${layout.db} is not a PostgreSQL database folder that this account can read`)
  }
  if (major !== MAJOR)
    throw new Error(
      `${layout.db} was made by PostgreSQL ${major}; this version of Wellkeep brings PostgreSQL ${MAJOR}`,
    )
  if (!existsSync(layout.password))
    throw new Error(
      `${layout.password} is missing: the database's password is in it; restore it from a backup`,
    )
  return ownerPassword(layout)
}
