import { execFile, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { freePort } from '../server/testing/free-port.ts'
import type { Row } from './load.ts'

const root = join(import.meta.dirname, '..')
/** As long as somebody would wait who wants to see whether it works at all, in ms. */
const PATIENCE = 15 * 60_000

/**
 * From `npm start` in a fresh clone of what is committed to the first answer: packages, build, database, keys. Most of it
 * is the network and what npm has kept of earlier installations, so it stands apart from the other rows.
 */
export async function benchFresh(): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'wellkeep-fresh-'))
  try {
    // PostgreSQL does not run as root: its account passes through here to the data.
    await chmod(folder, 0o755)
    const clone = join(folder, 'clone')
    await promisify(execFile)('git', ['clone', '--quiet', root, clone])
    const port = await freePort()
    const began = performance.now()
    const started = spawn('npm', ['start'], {
      cwd: clone,
      env: {
        ...process.env,
        // The Node of whoever installs, not the one that this project brings.
        PATH: process.env
          .PATH!.split(delimiter)
          .filter((p) => !p.includes('node_modules'))
          .join(delimiter),
        WELLKEEP_DATA: join(folder, 'data'),
        WELLKEEP_PORT: String(port),
      },
      stdio: ['ignore', 'ignore', 'inherit'],
      // A group of its own, which is ended as by Ctrl-C.
      detached: true,
    })
    const ended = new Promise<void>((resolve) => started.on('exit', () => resolve()))
    try {
      while (!(await answers(port))) {
        if (started.exitCode !== null) throw new Error(`npm start ended with ${started.exitCode}`)
        if (performance.now() - began > PATIENCE) throw new Error('npm start gave no answer')
        await sleep(250)
      }
      const seconds = (performance.now() - began) / 1000
      return {
        what: 'a fresh clone, `npm start` to the first answer',
        ours: `${seconds.toFixed(0)} s`,
        reference: '-',
        ratio: '-',
        target: '< 180 s',
        met: seconds < 180,
      }
    } finally {
      if (started.exitCode === null) process.kill(-started.pid!, 'SIGINT')
      await ended
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    request({ host: 'localhost', port, path: '/api/v1/setup', rejectUnauthorized: false }, (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    })
      .on('error', () => resolve(false))
      .end()
  })
}
