import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findRestic } from '../server/domains/devices/index.ts'
import { sealStream } from '../server/platform/blobs/index.ts'
import { uuidv7 } from '../server/platform/ids.ts'
import type { DataKey } from '../server/platform/keys/sealed.ts'
import { median, type Row, residentMiB, start } from './load.ts'
import { type BenchWorld, benchWorld } from './world.ts'

const MIB = 1024 * 1024
const FILES = 32
const FILE = 32 * MIB
const ROUNDS = 3

/** `restic backup` of 1 GiB here, to a plain REST server over the same TLS, and to a plain local folder; in turn, in one run. */
export async function benchCopies(): Promise<Row[]> {
  const restic = findRestic()
  if (!restic) throw new Error('bench copies needs restic (Debian: apt install restic)')
  const w = await benchWorld()
  const source = join(w.dataDir, 'source')
  try {
    await writeSource(source)
    const ours = await start('bench/our-server.ts', { ...w.env, WELLKEEP_WORKERS: '0' })
    const plain = await start('bench/plain-rest.ts', {
      TLS_KEY: join(w.dataDir, 'tls', 'server.pem'),
      TLS_CERT: join(w.dataDir, 'tls', 'server.pem'),
      PLAIN_REPOSITORY: join(w.dataDir, 'plain'),
    })
    try {
      const seconds: Record<'ours' | 'plain' | 'folder', number[]> = { ours: [], plain: [], folder: [] }
      const idle = await residentMiB(ours.pid)
      let peak = idle
      const meter = setInterval(() => {
        residentMiB(ours.pid).then(
          (mib) => {
            peak = Math.max(peak, mib)
          },
          () => {},
        )
      }, 50)
      const authority = join(w.dataDir, 'tls', 'authority.crt')
      for (let round = 0; round < ROUNDS; round++) {
        const at = { restic, authority, source }
        seconds.folder.push(await backup({ ...at, repository: join(w.dataDir, 'folder') }))
        seconds.plain.push(await backup({ ...at, repository: `rest:${plain.ready.url}/` }))
        seconds.ours.push(
          await backup({ ...at, repository: await enrol(w, String(ours.ready.url), authority) }),
        )
        await rm(join(w.dataDir, 'folder'), { recursive: true })
        await rm(join(w.dataDir, 'plain'), { recursive: true })
        await rm(join(w.dataDir, 'blobs', 'devices', w.world.orgId), { recursive: true })
      }
      clearInterval(meter)
      const speed = (s: number[]) => (FILES * FILE) / MIB / median(s)
      const row = (what: string, side: 'plain' | 'folder'): Row => {
        const ratio = speed(seconds.ours) / speed(seconds[side])
        return {
          what,
          ours: `${speed(seconds.ours).toFixed(0)} MiB/s`,
          reference: `${speed(seconds[side]).toFixed(0)} MiB/s`,
          ratio: ratio.toFixed(2),
          target: '>= 0.6',
          met: ratio >= 0.6,
        }
      }
      const sealing = await sealAlone()
      return [
        row('restic backup of 1 GiB, against a plain REST server', 'plain'),
        row('restic backup of 1 GiB, against a plain local folder', 'folder'),
        {
          what: 'of that: sealing it once more',
          ours: `${sealing.toFixed(2)} s`,
          reference: `${median(seconds.ours).toFixed(1)} s`,
          ratio: (sealing / median(seconds.ours)).toFixed(2),
          target: '-',
          met: true,
        },
        {
          what: 'memory of the server meanwhile, above idle',
          ours: `${(peak - idle).toFixed(0)} MiB (of ${peak.toFixed(0)})`,
          reference: `${idle.toFixed(0)} MiB`,
          ratio: '-',
          target: '< 150 MiB',
          met: peak - idle < 150,
        },
      ]
    } finally {
      await plain.stop()
      await ours.stop()
    }
  } finally {
    await w.remove()
  }
}

/** Bytes that neither compress nor repeat: the most that there is to send. */
async function writeSource(dir: string): Promise<void> {
  await mkdir(dir)
  for (let i = 0; i < FILES; i++) {
    const file = await open(join(dir, `${i}.bin`), 'w')
    await file.write(randomBytes(FILE))
    await file.close()
  }
}

/** A device of its own for each round, so that nothing is there already. Answers its repository. */
async function enrol(w: BenchWorld, url: string, authority: string): Promise<string> {
  const { token } = await w.world.custom(['devices:read', 'devices:manage'], {})
  const { Agent, request } = await import('node:https')
  const ca = await readFile(authority, 'utf8')
  const body = JSON.stringify({ name: `Bench ${uuidv7()}` })
  const text = await new Promise<string>((resolve, reject) => {
    request(
      `${url}/api/v1/devices`,
      {
        method: 'POST',
        agent: new Agent({ ca }),
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      },
      async (res) => {
        let t = ''
        for await (const chunk of res) t += chunk
        resolve(t)
      },
    )
      .on('error', reject)
      .end(body)
  })
  const { access } = JSON.parse(text)
  return `rest:${url.replace('https://', `https://${access.user}:${access.secret}@`)}${new URL(access.url).pathname}`
}

async function run(program: string, args: string[], env: Record<string, string>): Promise<void> {
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(`restic ${args[0]} ended with ${code}`)
}

/** Seconds of `restic backup` into a new repository. */
async function backup(at: {
  restic: string
  authority: string
  source: string
  repository: string
}): Promise<number> {
  const env = { RESTIC_REPOSITORY: at.repository, RESTIC_PASSWORD: 'bench' }
  const common = ['--no-cache', '--quiet', '--cacert', at.authority]
  await run(at.restic, ['init', ...common], env)
  const began = performance.now()
  await run(at.restic, ['backup', ...common, at.source], env)
  return (performance.now() - began) / 1000
}

/** Seconds that AES-256-GCM takes for as many bytes, in memory. */
async function sealAlone(): Promise<number> {
  const chunk = randomBytes(64 * 1024)
  async function* bytes() {
    for (let at = 0; at < FILES * FILE; at += chunk.length) yield chunk
  }
  const began = performance.now()
  for await (const _ of sealStream(randomBytes(32) as DataKey, uuidv7(), uuidv7(), bytes()));
  return (performance.now() - began) / 1000
}
