import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative } from 'node:path'
import type { S3Settings } from '../blobs/s3.ts'
import type { ClamdAddress } from '../malware/index.ts'
import { parseClamd, s3Settings } from './blobs.ts'
import { defaultDataDir } from './data-dir.ts'
import { ConfigError, type ConfigIssue } from './error.ts'
import type { LOG_LEVELS } from './settings.ts'
import { fromEnvironment, fromFile, type Source } from './sources.ts'

export interface Config {
  /** Everything of this installation: `db`, `blobs`, `logs`, `run`, `locks`, `tls`, and `keys` unless set apart. */
  dataDir: string
  /** The keyring's folder. Never inside the database's, never part of a data backup. */
  keysDir: string
  keysPassphrase: string | undefined
  host: string
  /** 0: any free port. */
  port: number
  /** The origin under which people reach the server; never ends in a slash. */
  publicUrl: string
  tlsCert: string | undefined
  tlsKey: string | undefined
  /** A PostgreSQL of one's own; undefined: the embedded one. */
  databaseUrl: string | undefined
  databaseOwnerUrl: string | undefined
  logLevel: (typeof LOG_LEVELS)[number]
  trustProxy: false | number | string[]
  /** Where other mail servers hand mail over; undefined: nowhere. 0: any free port. */
  smtpPort: number | undefined
  smtpHost: string
  /** How many jobs this process works on at the same time. */
  workers: number
  /** The bucket that holds sealed files; undefined: a folder of the data folder. */
  s3: S3Settings | undefined
  /** Where files are scanned for malware; undefined: nowhere. */
  clamd: ClamdAddress | undefined
  /** How many files this process reads at the same time. */
  readers: number
  maxFileBytes: number
  /** Where push services of one's own may be reached. */
  pushNetworks: readonly string[]
  pgUid: number | undefined
  /** The configuration file that was looked for. */
  configFile: string
  /** What looks like a mistake but stops nothing, in words. */
  warnings: string[]
}

export interface LoadOptions {
  /** Settings of the command line, by their name in the environment; they win. */
  flags?: NodeJS.ProcessEnv
  /**
   * The demonstration never touches real data: its folder is the ordinary one with `-demo` after it, with keys
   * and configuration file in it, and its database is always the embedded one.
   */
  demo?: boolean
  cwd?: string
}

const NOT_IN_DEMO = [
  'WELLKEEP_DATA',
  'WELLKEEP_KEYS',
  'WELLKEEP_KEYS_PASSPHRASE',
  'WELLKEEP_KEYS_PASSPHRASE_FILE',
  'WELLKEEP_CONFIG',
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
]

function without(env: NodeJS.ProcessEnv, names: string[]): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)))
}

/** Folders of the data folder that a backup of data takes along, or whose content is for another account. */
const NO_PLACE_FOR_KEYS = ['db', 'blobs', 'logs', 'run', 'locks']

function within(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || (!way.startsWith('..') && !way.startsWith('/'))
}

function readPassphrase(
  env: NodeJS.ProcessEnv,
  file: string | undefined,
  issues: ConfigIssue[],
): string | undefined {
  const key = 'WELLKEEP_KEYS_PASSPHRASE_FILE'
  if (env.WELLKEEP_KEYS_PASSPHRASE) {
    if (file) issues.push({ key, message: 'and WELLKEEP_KEYS_PASSPHRASE exclude each other' })
    return env.WELLKEEP_KEYS_PASSPHRASE
  }
  if (!file) return undefined
  try {
    const passphrase = readFileSync(file, 'utf8').replace(/\r?\n$/, '')
    if (!passphrase) issues.push({ key, message: `names ${file}, which is empty` })
    return passphrase
  } catch (error) {
    issues.push({
      key,
      message: `names ${file}, which can not be read (${(error as NodeJS.ErrnoException).code})`,
    })
    return undefined
  }
}

function readAll(env: NodeJS.ProcessEnv, options: LoadOptions) {
  const usual = fromEnvironment(env, options.cwd)
  const fallback = usual.settings.data ?? defaultDataDir(undefined, usual.settings.pgUid)
  const used = options.demo ? fromEnvironment(without(env, NOT_IN_DEMO), options.cwd) : usual
  const dataDir = options.demo ? `${fallback}-demo` : fallback
  const named = options.demo ? undefined : env.WELLKEEP_CONFIG
  const configFile = named ?? join(dataDir, 'wellkeep.json')
  const file: Source = fromFile(configFile, { required: !!named, mayMoveData: !!named })
  const settings = { ...file.settings, ...used.settings }
  return {
    settings,
    dataDir: settings.data ?? dataDir,
    configFile,
    issues: [...file.issues, ...used.issues],
    warnings: [...file.warnings, ...used.warnings],
  }
}

/**
 * The configuration of this process: the command line before the environment before the one file
 * (`wellkeep.json` in the data folder, or WELLKEEP_CONFIG) before the defaults.
 * Throws {@link ConfigError}, which names all that is wrong at once.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env, options: LoadOptions = {}): Config {
  const all = { ...env, ...options.flags }
  const { settings: s, dataDir, configFile, issues, warnings } = readAll(all, options)
  const keysDir = s.keys ?? join(dataDir, 'keys')
  if (NO_PLACE_FOR_KEYS.some((f) => within(join(dataDir, f), keysDir)))
    issues.push({
      key: 'WELLKEEP_KEYS',
      message: 'must lie outside the database, the blobs and the logs: keys and data are kept apart',
    })
  if (!s.tlsCert !== !s.tlsKey)
    issues.push({
      key: 'WELLKEEP_TLS_CERT',
      message: 'and WELLKEEP_TLS_KEY belong together: set both or none',
    })
  if (s.databaseOwnerUrl && !s.databaseUrl)
    issues.push({ key: 'DATABASE_OWNER_URL', message: 'goes with DATABASE_URL, which is not set' })
  const keysPassphrase = readPassphrase(
    options.demo ? without(all, NOT_IN_DEMO) : all,
    s.keysPassphraseFile,
    issues,
  )
  const s3 = s3Settings(options.demo ? undefined : s.blobs, all, issues)
  if (issues.length) throw new ConfigError(issues)

  const port = s.port ?? 8443
  return {
    dataDir,
    keysDir,
    keysPassphrase,
    host: s.host ?? '127.0.0.1',
    port,
    publicUrl: new URL(s.publicUrl ?? `https://localhost:${port}`).origin,
    tlsCert: s.tlsCert,
    tlsKey: s.tlsKey,
    databaseUrl: s.databaseUrl,
    databaseOwnerUrl: s.databaseOwnerUrl,
    logLevel: s.logLevel ?? 'info',
    trustProxy: s.trustProxy ?? false,
    smtpPort: s.smtpPort,
    smtpHost: s.smtpHost ?? s.host ?? '127.0.0.1',
    workers: s.workers ?? 2,
    s3,
    clamd: s.clamd ? parseClamd(s.clamd) : undefined,
    readers: s.readers ?? Math.max(1, Math.floor(availableParallelism() / 2)),
    maxFileBytes: (s.maxFileMiB ?? 2048) * 1024 ** 2,
    pushNetworks: s.pushNetworks ?? [],
    pgUid: s.pgUid,
    configFile,
    warnings,
  }
}
