import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * A lock on a file that the kernel holds for this process and drops when the process ends, however it ends:
 * there is no stale lock to recognise, and no takeover to get wrong. Node offers no `flock`; SQLite's locks
 * on an empty database file are the same thing (POSIX record locks), and Node carries SQLite.
 */
export interface KernelLock {
  release(): void
}

export type LockMode = 'exclusive' | 'shared'

const SQLITE_BUSY = 5

/** Takes the lock at once, or answers undefined when another holder (here or in any process) is in the way. */
export function tryLock(path: string, mode: LockMode): KernelLock | undefined {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const db = new DatabaseSync(path, { timeout: 0 })
  try {
    if (mode === 'exclusive') db.exec('begin exclusive')
    else {
      // An open read transaction is what holds a shared lock.
      db.exec('begin')
      db.prepare('select count(*) from sqlite_master').get()
    }
  } catch (error) {
    db.close()
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined
    throw error
  }
  return { release: () => db.isOpen && db.close() }
}

/** Waits for the lock. Throws after `timeout` milliseconds. */
export async function lock(path: string, mode: LockMode, timeout = 120_000): Promise<KernelLock> {
  const deadline = performance.now() + timeout
  for (;;) {
    const held = tryLock(path, mode)
    if (held) return held
    if (performance.now() > deadline) throw new Error(`another process holds ${path} for too long`)
    await sleep(15)
  }
}

/** Runs `work` as the only one in any process that does so with this file. */
export async function whileLocked<T>(path: string, work: () => Promise<T>): Promise<T> {
  const held = await lock(path, 'exclusive')
  try {
    return await work()
  } finally {
    held.release()
  }
}
