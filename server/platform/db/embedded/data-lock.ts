import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { tryLock } from '../../kernel-lock.ts'
import { makeDataFolder } from './folders.ts'

/** Another process serves this data folder. The message names it. */
export class DataFolderBusy extends Error {
  readonly pid: number | undefined
  constructor(message: string, pid: number | undefined) {
    super(message)
    this.pid = pid
  }
}

export interface DataLock {
  release(): void
}

interface Holder {
  pid: number
  host: string
  since: string
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

/**
 * Holds the data folder for one role, so that a second server on it is refused. The kernel drops the lock
 * when its process ends, so a crash leaves nothing behind. Throws {@link DataFolderBusy}.
 */
export function lockDataFolder(dataDir: string, role: 'server' = 'server'): DataLock {
  makeDataFolder(resolve(dataDir))
  const folder = join(dataDir, 'locks')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const holderPath = join(folder, `${role}.json`)
  const held = tryLock(join(folder, `${role}.lock`), 'exclusive')
  if (!held) {
    const other = readHolder(holderPath)
    const who = other ? ` (process ${other.pid} on ${other.host}, since ${other.since})` : ''
    throw new DataFolderBusy(
      `another Wellkeep ${role}${who} is using ${dataDir}; stop it, or set WELLKEEP_DATA to another folder`,
      other?.pid,
    )
  }
  const me: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() }
  writeFileSync(holderPath, `${JSON.stringify(me)}\n`, { mode: 0o600 })
  return {
    release() {
      rmSync(holderPath, { force: true })
      held.release()
    },
  }
}
