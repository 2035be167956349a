import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { Door } from './door.ts'
import { findRestic } from './program.ts'

/** restic did not do what it was told. Its words may name files: none of them is kept. */
export class ResticFailed extends Error {
  readonly code: number | null

  constructor(code: number | null) {
    super(`restic ended with ${code}`)
    this.name = 'ResticFailed'
    this.code = code
  }
}

export class ResticMissing extends Error {
  constructor() {
    super('restic is not installed on this server')
    this.name = 'ResticMissing'
  }
}

export interface Running {
  output: Readable
  /** @throws ResticFailed */
  ended: Promise<void>
  stop(): void
}

/**
 * Starts this machine's restic on a repository behind a door. Where it is and its password go by the environment, which
 * nobody else on this machine reads; nothing is cached.
 */
export function startRestic(door: Door, password: string, args: string[], signal?: AbortSignal): Running {
  const program = findRestic()
  if (!program) throw new ResticMissing()
  const child = spawn(program, ['--cacert', door.authority, '--no-cache', '--quiet', ...args], {
    env: {
      PATH: process.env.PATH,
      TMPDIR: process.env.TMPDIR,
      RESTIC_REPOSITORY: door.repository,
      RESTIC_PASSWORD: password,
    },
    stdio: ['ignore', 'pipe', 'ignore'],
    signal,
    killSignal: 'SIGINT',
  })
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', () => reject(new ResticFailed(null)))
    child.on('close', (code) => (code === 0 ? resolve() : reject(new ResticFailed(code))))
  })
  ended.catch(() => {})
  return { output: child.stdout, ended, stop: () => void child.kill('SIGINT') }
}

/** Runs restic to its end and answers what it wrote. */
export async function resticText(
  door: Door,
  password: string,
  args: string[],
  signal?: AbortSignal,
): Promise<string> {
  const running = startRestic(door, password, args, signal)
  const [out] = await Promise.all([text(running.output), running.ended])
  return out
}
