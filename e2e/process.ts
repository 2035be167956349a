import { type ChildProcess, spawn } from 'node:child_process'
import { request } from 'node:https'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { lastOf, witness } from './witnesses.ts'

const root = join(import.meta.dirname, '..')
/** As `npm start` runs it: with the detector in one file (see scripts/lib/detector.mjs). */
const PROGRAM = ['--max-semi-space-size=8', '--conditions=built', join(root, 'cli/main.ts')]

export interface ServerProcess {
  child: ChildProcess
  url: string
  /** All that it printed, to look for what must not be there. */
  output(): string
  /** Ends it in order; answers the exit code. */
  stop(): Promise<number | null>
  kill(): Promise<void>
}

/** Runs the command line as a user would; answers what it printed and its exit code. */
export async function wellkeep(
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [...PROGRAM, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((r) => child.on('exit', r)),
  ])
  return { code, output: out + err }
}

/** Starts the server on a data folder and waits until it says where it serves. */
export async function startProcess(env: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...PROGRAM, 'start'], {
    env: { ...process.env, WELLKEEP_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const exited = new Promise<number | null>((r) => child.on('exit', (code) => r(code)))
  void exited.then(witness(() => lastOf(printed)))
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk
      const said = /Wellkeep serves (https:\S+)/.exec(printed)
      if (said) resolve(said[1]!)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void exited.then((code) =>
      reject(new Error(`the server ended with ${code} before it served: ${printed}`)),
    )
  })
  return {
    child,
    url,
    output: () => printed,
    async stop() {
      child.kill('SIGTERM')
      return exited
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}

export interface Reply {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of all shapes
  body: any
}

/** One JSON request over TLS to a server with a certificate of its own making. Rejects when the connection breaks. */
export function send(
  url: string,
  method: string,
  path: string,
  options: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const payload = options.body === undefined ? undefined : JSON.stringify(options.body)
    const req = request(
      url + path,
      {
        method,
        rejectUnauthorized: false,
        timeout: 60_000,
        headers: {
          ...(options.token && { authorization: `Bearer ${options.token}` }),
          ...(payload && { 'content-type': 'application/json' }),
          ...options.headers,
        },
      },
      async (res) => {
        try {
          const raw = await text(res)
          resolve({
            status: res.statusCode!,
            body: raw && String(res.headers['content-type']).includes('json') ? JSON.parse(raw) : raw,
          })
        } catch (error) {
          reject(error)
        }
      },
    )
    req.on('error', reject)
    req.on('timeout', () => req.destroy(new Error('timed out')))
    req.end(payload)
  })
}
