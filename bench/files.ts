import { createCipheriv, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { request } from 'node:https'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { median, type Row, residentMiB, start } from './load.ts'
import { benchWorld } from './world.ts'

const MIB = 1024 * 1024
const SIZE = 1024 * MIB
const READ = { highWaterMark: MIB }

/** Uploads of 1 GiB over TLS, sealed, against the same bytes through AES-256-GCM to the same disk; and the memory. */
export async function benchFiles(): Promise<Row[]> {
  const w = await benchWorld()
  const source = join(w.dataDir, 'source.bin')
  try {
    await writeSource(source)
    const uploader = await w.world.custom(
      ['clients:read', 'clients:write', 'clients:create', 'files:read', 'files:write', 'files:purge'],
      { contact: 'write', clinical: 'write' },
    )
    const server = await start('bench/our-server.ts', { ...w.env, WELLKEEP_WORKERS: '0' })
    try {
      const api = apiOf(String(server.ready.url), uploader.token)
      const client = await api('POST', '/clients', {
        kind: 'person',
        groupId: w.world.groupId,
        contact: { names: [{ given: ['Bench'] }] },
      })
      await upload(api, client.id, source, 8 * MIB)
      const idle = await residentMiB(server.pid)
      const ours: number[] = []
      const plain: number[] = []
      let peak = idle
      const meter = setInterval(() => {
        residentMiB(server.pid)
          .then((mib) => {
            peak = Math.max(peak, mib)
          })
          .catch(() => {})
      }, 50)
      // In turn, so that what else the machine does weighs on both.
      for (let i = 0; i < 3; i++) {
        plain.push(SIZE / MIB / (await plainSeal(source, join(w.dataDir, 'plain.bin'))))
        ours.push(SIZE / MIB / (await upload(api, client.id, source, SIZE)))
      }
      clearInterval(meter)
      const ratio = median(ours) / median(plain)
      return [
        {
          what: 'upload of 1 GiB, over TLS, sealed',
          ours: `${median(ours).toFixed(0)} MiB/s`,
          reference: `${median(plain).toFixed(0)} MiB/s`,
          ratio: ratio.toFixed(2),
          target: '>= 0.5',
          met: ratio >= 0.5,
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
      await server.stop()
    }
  } finally {
    await w.remove()
  }
}

async function writeSource(path: string): Promise<void> {
  const file = await open(path, 'w')
  const chunk = randomBytes(16 * MIB)
  for (let at = 0; at < SIZE; at += chunk.length) await file.write(chunk)
  await file.close()
}

/** Seconds that the file takes through AES-256-GCM to the disk, synced. */
async function plainSeal(source: string, target: string): Promise<number> {
  const began = performance.now()
  const cipher = createCipheriv('aes-256-gcm', randomBytes(32), randomBytes(12))
  await pipeline(createReadStream(source, READ), cipher, createWriteStream(target, { flush: true }))
  const seconds = (performance.now() - began) / 1000
  await rm(target)
  return seconds
}

type Api = ReturnType<typeof apiOf>

function apiOf(url: string, token: string) {
  return async (
    method: string,
    path: string,
    body?: object | { stream: NodeJS.ReadableStream; length: number },
  ) => {
    const streamed = body && 'stream' in body ? body : undefined
    const req = request(`${url}/api/v1${path}`, {
      method,
      rejectUnauthorized: false,
      headers: {
        authorization: `Bearer ${token}`,
        ...(streamed
          ? {
              'content-type': 'application/octet-stream',
              'content-length': streamed.length,
              'upload-offset': '0',
            }
          : { 'content-type': 'application/json' }),
      },
    })
    if (streamed) streamed.stream.pipe(req)
    else req.end(body && JSON.stringify(body))
    const [res] = await once(req, 'response')
    const answer = JSON.parse((await text(res)) || '{}')
    if (res.statusCode >= 300)
      throw new Error(`${method} ${path} answered ${res.statusCode}: ${answer.title}`)
    return answer
  }
}

/** Seconds from the announcement to the last byte's commit; the file is purged again, so that the disk does not fill. */
async function upload(api: Api, ownerId: string, source: string, size: number): Promise<number> {
  const began = performance.now()
  const { id } = await api('POST', '/files', { ownerType: 'client', ownerId, name: 'bench.bin', size })
  await api('PUT', `/files/${id}/content`, {
    stream: createReadStream(source, { ...READ, end: size - 1 }),
    length: size,
  })
  const seconds = (performance.now() - began) / 1000
  await api('POST', `/files/${id}/purge`, { reason: 'the benchmark is done with it' })
  return seconds
}
