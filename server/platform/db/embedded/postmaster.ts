import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import type { Identity } from './identity.ts'
import { processInfo } from './process-info.ts'

/** A running PostgreSQL as its `postmaster.pid` tells it. */
export interface Postmaster {
  pid: number
  socketDir: string
  port: number
  status: 'starting' | 'stopping' | 'ready' | 'standby' | ''
  /** Whether we see the process; not so when it runs in another container on the same volume. */
  visible: boolean
}

const pidFile = (db: string) => join(db, 'postmaster.pid')

/** The lines of `postmaster.pid`: pid, data folder, start time, port, socket folder, address, shm key, status. */
function readPidFile(db: string): Omit<Postmaster, 'visible'> | undefined {
  let lines: string[]
  try {
    lines = readFileSync(pidFile(db), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Math.abs(Number(lines[0]))
  if (!Number.isInteger(pid) || pid === 0) return undefined
  const status = (lines[7] ?? '').trim() as Postmaster['status']
  return { pid, port: Number(lines[3]), socketDir: (lines[4] ?? '').trim(), status }
}

/** Whether something listens on the socket: true for a live server, whatever process ids mean here. */
function listens(socketDir: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(join(socketDir, `.s.PGSQL.${port}`))
    socket.on('connect', () => resolve(!!socket.destroy()))
    socket.on('error', () => resolve(false))
  })
}

/**
 * The PostgreSQL that runs on `db`, or undefined. A `postmaster.pid` that outlived its process, also one whose
 * number now belongs to some other program, is not one; where the system shows working folders, a PostgreSQL
 * of another folder is not one either.
 */
export async function findPostmaster(db: string): Promise<Postmaster | undefined> {
  const file = readPidFile(db)
  if (!file) return undefined
  const running = processInfo(file.pid)
  if (running?.command === 'postgres' && (running.cwd === undefined || running.cwd === db))
    return { ...file, visible: true }
  if (file.socketDir && (await listens(file.socketDir, file.port))) return { ...file, visible: false }
  return undefined
}

/** Whether `pid`'s server still lives; `visible` decides how to ask. */
export async function isAlive(db: string, postmaster: Postmaster): Promise<boolean> {
  return (await findPostmaster(db))?.pid === postmaster.pid
}

/** The tail of the database's log. It holds no statement and no value (see PINNED_SETTINGS). */
function lastLines(log: string, from: number): string {
  const text = readFileSync(log).subarray(from).toString('utf8').trim()
  return text.split('\n').slice(-4).join('\n')
}

/**
 * The caller has looked, and nothing of ours runs. PostgreSQL itself only sees that the number in a left-over
 * lock file is taken (by another program, or by a zombie) and would refuse to start. A file whose number is
 * free stays: PostgreSQL then uses it to wait for the last rests of a killed server.
 */
function forgetTakenNumber(lockFile: string): void {
  try {
    const pid = Math.abs(Number.parseInt(readFileSync(lockFile, 'utf8'), 10))
    process.kill(pid, 0)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ESRCH' || code === 'ENOENT') return
  }
  rmSync(lockFile, { force: true })
}

const LOG_LIMIT = 10 * 2 ** 20

function rotate(log: string): void {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_LIMIT) renameSync(log, `${log}.1`)
}

export interface Launch {
  binaries: Binaries
  db: string
  log: string
  who: Identity | undefined
  socketDir: string
  port: number
  settings: Readonly<Record<string, string>>
}

/** PostgreSQL ended before it was ready. `retry`: it waits for the last rests of a killed one, try again. */
export class LaunchFailed extends Error {
  readonly retry: boolean
  constructor(message: string, retry: boolean) {
    super(message)
    this.retry = retry
  }
}

export interface Launched extends Postmaster {
  /** Resolves when this process ends, with words for the log. */
  ended: Promise<string>
}

/**
 * Starts PostgreSQL and waits until it is ready, however long its recovery takes. It gets a session of its
 * own (an interrupt typed at our terminal is ours to handle) and a bare environment (ours may hold secrets).
 */
export async function launch(options: Launch): Promise<Launched> {
  const { db, log, socketDir, port } = options
  forgetTakenNumber(pidFile(db))
  forgetTakenNumber(join(socketDir, `.s.PGSQL.${port}.lock`))
  rotate(log)
  const from = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  const settings = { ...options.settings, unix_socket_directories: socketDir, port: String(port) }
  const args = ['-D', db, ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])]
  const output = openSync(log, 'a', 0o600)
  const child = spawn(options.binaries.postgres, args, {
    cwd: db,
    detached: true,
    stdio: ['ignore', output, output],
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' },
    ...options.who,
  })
  closeSync(output)
  let over: string | undefined
  const ended = new Promise<string>((resolve) => {
    const end = (text: string) => {
      over = text
      resolve(text)
    }
    child.on('error', (error) => end(error.message))
    child.on('exit', (code, signal) => end(signal ? `killed by ${signal}` : `exit code ${code}`))
  })
  child.unref()
  for (;;) {
    if (over !== undefined) {
      const tail = lastLines(log, from)
      throw new LaunchFailed(
        `the database did not start (${over}):\n${tail}`,
        tail.includes('shared memory block'),
      )
    }
    const file = readPidFile(db)
    if (file?.pid === child.pid && file?.status === 'ready') return { ...file!, visible: true, ended }
    await sleep(8)
  }
}

/** Ends a PostgreSQL: open transactions are rolled back at once; one that does not answer is cut off. */
export async function shutDown(db: string, postmaster: Postmaster): Promise<void> {
  if (!postmaster.visible)
    throw new Error(
      `a PostgreSQL that this process can not see (in another container?) uses ${db}; stop it first`,
    )
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ]
  for (const [signal, patience] of steps) {
    try {
      process.kill(postmaster.pid, signal)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return
      throw error
    }
    const deadline = performance.now() + patience
    while (performance.now() < deadline) {
      if (processInfo(postmaster.pid)?.command !== 'postgres') return
      await sleep(10)
    }
  }
  throw new Error(`PostgreSQL (process ${postmaster.pid}) does not end`)
}
