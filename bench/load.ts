import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** A process of ours that says in one line of JSON when it is ready. */
export interface Started {
  pid: number
  ready: Record<string, string | number>
  stop(): Promise<void>
}

/** Starts a script of bench/ and waits for its line `READY {...}`. */
export async function start(script: string, env: Record<string, string>): Promise<Started> {
  const child = spawn(
    process.execPath,
    ['--max-semi-space-size=8', '--conditions=built', join(root, script)],
    {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const exited = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  const ready = await new Promise<Record<string, string | number>>((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
      const line = /^READY (.*)$/m.exec(text)
      if (line) resolve(JSON.parse(line[1]!))
    })
    child.on('exit', (code) => reject(new Error(`${script} ended with ${code} before it was ready`)))
  })
  return {
    pid: child.pid!,
    ready,
    async stop() {
      child.kill('SIGTERM')
      await exited
    },
  }
}

/** Resident memory of a process in MiB, from the kernel. */
export async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024
}

export interface Load {
  /** Each connection keeps to one of these. */
  urls: string[]
  /** Sends the last answer's ETag as If-Match. */
  conditional?: boolean
  seconds: number
  connections: number
  method?: 'GET' | 'PATCH' | 'POST'
  headers?: Record<string, string>
  /** One body per request, taken in turn. */
  bodies?: string[]
}

export interface Measured {
  perSecond: number
  p50: number
  p95: number
  failed: number
}

/** Loads a server from a process of its own, so that neither side of a ratio shares the loader's event loop. */
export async function load(options: Load): Promise<Measured> {
  const child = spawn(process.execPath, [join(root, 'bench/loader.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_NO_WARNINGS: '1' },
  })
  child.stdin.end(JSON.stringify(options))
  let text = ''
  for await (const chunk of child.stdout) text += chunk
  return JSON.parse(text)
}

export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const mid = sorted.length >> 1
  return sorted.length % 2 ? sorted[mid]! : (sorted[mid - 1]! + sorted[mid]!) / 2
}

export interface Row {
  what: string
  ours: string
  reference: string
  ratio: string
  target: string
  met: boolean
}
