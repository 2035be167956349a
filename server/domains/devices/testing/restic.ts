import { spawn } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findRestic } from '../restic/program.ts'

/** A computer with restic on it, as a person sets it up. */
export interface Computer {
  /** Its own folder: the password, the authority, the cache. */
  dir: string
  url: string
  /** Runs restic to its end, or to the first line of its errors that matches `until`. */
  restic(args: string[], until?: RegExp): Promise<{ code: number | null; out: string; err: string }>
}

export const resticHere = (): boolean => findRestic() !== undefined

interface Given {
  url: string
  user: string
  secret: string
  password: string | null
  authority: string | null
}

export async function computer(access: Given, own?: string): Promise<Computer> {
  const password = own ?? access.password!
  const dir = await mkdtemp(join(tmpdir(), 'wellkeep-computer-'))
  await writeFile(join(dir, 'authority.pem'), access.authority!)
  const url = `rest:${access.url.replace('https://', `https://${access.user}:${access.secret}@`)}`
  return {
    dir,
    url,
    restic(args, until) {
      const child = spawn(
        findRestic()!,
        ['--cacert', join(dir, 'authority.pem'), '--cache-dir', join(dir, 'cache'), ...args],
        {
          env: {
            ...process.env,
            RESTIC_REPOSITORY: url,
            RESTIC_PASSWORD: password,
            RESTIC_PROGRESS_FPS: '0',
          },
        },
      )
      return new Promise((resolve, reject) => {
        let [out, err] = ['', '']
        child.stdout.on('data', (d) => {
          out += d
        })
        child.stderr.on('data', (d) => {
          err += d
          if (until?.test(err)) child.kill('SIGINT')
        })
        child.on('error', reject)
        child.on('close', (code) => resolve({ code, out, err }))
      })
    },
  }
}
