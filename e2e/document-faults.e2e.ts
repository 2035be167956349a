import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadConfig } from '../server/platform/config/index.ts'
import { makeLog } from '../server/platform/log.ts'
import { openPlatform } from '../server/platform/open.ts'
import { makeWorld } from '../server/testing/world.ts'
import { type ServerProcess, send, startProcess } from './process.ts'

// The server is killed in the middle of an upload, and in the middle of publishing. What was acknowledged is there, what
// was not is whole or not there at all, and the upload goes on.

let dataDir: string
let env: Record<string, string>
let token: string
let folder: string
let group: string
let server: ServerProcess

const asOwner = async <T>(
  work: (owner: pg.Client, world: () => ReturnType<typeof makeWorld>) => Promise<T>,
) => {
  const platform = await openPlatform(loadConfig({ ...process.env, ...env }), makeLog('silent'))
  const owner = new pg.Client({ connectionString: platform.ownerUrl })
  await owner.connect()
  try {
    return await work(owner, () => makeWorld(platform, owner))
  } finally {
    await owner.end()
    await platform.close()
  }
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'wellkeep-document-faults-'))
  env = { WELLKEEP_DATA: dataDir, WELLKEEP_LOG_LEVEL: 'warn' }
  token = await asOwner(async (_, world) => {
    const rights = [
      'documents:read',
      'documents:write',
      'documents:publish',
      'clients:create',
      'clients:read',
    ]
    const w = await world()
    group = w.groupId
    return (await w.custom(rights, { clinical: 'write', contact: 'write' })).token
  })
  server = await startProcess(env)
  const contact = { names: [{ given: ['Fault'] }] }
  const client = await call('POST', '/clients', { kind: 'person', groupId: group, contact })
  folder = (await call('POST', '/folders', { name: 'Plans', clientId: client.body.id })).body.id
}, 120_000)
afterAll(async () => {
  await server?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  send(server.url, method, `/api/v1${path}`, { token, body, ...(headers && { headers }) })

/** Sends bytes in small pieces of one request; `during` is told after each. Answers undefined where the line broke. */
function put(
  path: string,
  bytes: Buffer,
  offset: number,
  during: (sent: number) => void = () => {},
): Promise<{ offset: number; complete: boolean } | undefined> {
  return new Promise((resolve) => {
    const req = request(
      `${server.url}/api/v1${path}`,
      {
        method: 'PUT',
        rejectUnauthorized: false,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/octet-stream',
          'upload-offset': String(offset),
          'content-length': String(bytes.length - offset),
        },
      },
      async (res) => {
        const said = await text(res).catch(() => '')
        resolve(res.statusCode === 200 ? JSON.parse(said) : undefined)
      },
    )
    req.on('error', () => resolve(undefined))
    const closed = new Promise<void>((r) => req.once('close', r))
    void (async () => {
      for (let at = offset; at < bytes.length && !req.destroyed; at += 65_536) {
        const piece = bytes.subarray(at, at + 65_536)
        if (!req.write(piece)) await Promise.race([new Promise<void>((r) => req.once('drain', r)), closed])
        during(at + piece.length)
      }
      req.end()
    })()
  })
}

const announce = async (name: string, size: number) =>
  (await call('POST', `/folders/${folder}/documents`, { name, size })).body as {
    id: string
    uploadId: string
  }

async function download(id: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    request(
      `${server.url}/api/v1/documents/${id}/versions/1/content`,
      { rejectUnauthorized: false, headers: { authorization: `Bearer ${token}` } },
      async (res) => resolve(Buffer.concat(await res.toArray())),
    )
      .on('error', reject)
      .end()
  })
}

it.each([
  ['at its first bytes', 0],
  ['in its middle', 0.5],
  ['at its last byte', 1],
])(
  'kill -9 in an upload %s loses nothing that was acknowledged, and the upload goes on',
  async (name, share) => {
    const bytes = randomBytes(6 * 1024 * 1024)
    const made = await announce(`${name}.bin`, bytes.length)
    const path = `/documents/${made.id}/uploads/${made.uploadId}`
    // A first piece whole, so that there is something acknowledged.
    const acknowledged = (await put(path, bytes.subarray(0, 1024 * 1024), 0))!.offset
    expect(acknowledged).toBe(1024 * 1024)
    let killed: Promise<void> | undefined
    const at = acknowledged + share * (bytes.length - acknowledged)
    const answer = await put(path, bytes, acknowledged, (sent) => {
      if (sent >= at) killed ??= server.kill()
    })
    await killed
    server = await startProcess(env)
    const { body } = await call('GET', path)
    expect(body.received).toBeGreaterThanOrEqual(acknowledged)
    if (answer) expect(body.received).toBe(answer.offset)
    if (body.received < bytes.length)
      await expect
        // The lease of the process that is gone lapses first.
        .poll(async () => (await put(path, bytes, (await call('GET', path)).body.received))?.complete, {
          timeout: 60_000,
          interval: 2000,
        })
        .toBe(true)
    await expect
      .poll(async () => (await call('GET', `/documents/${made.id}`)).body.content?.downloadable, {
        timeout: 90_000,
      })
      .toBe(true)
    const sum = (b: Buffer) => createHash('sha256').update(b).digest('hex')
    expect(sum(await download(made.id))).toBe(sum(bytes))
    expect((await call('GET', `/documents/${made.id}/versions`)).body.items).toHaveLength(1)
  },
  240_000,
)

it('kill -9 while documents are published leaves each published with its event, or as it was', async () => {
  const ids: string[] = []
  for (let i = 0; i < 24; i++) {
    const bytes = Buffer.from(`Plan number ${i}: rest, and walk a little.`)
    const made = await announce(`Plan ${i}.txt`, bytes.length)
    await put(`/documents/${made.id}/uploads/${made.uploadId}`, bytes, 0)
    ids.push(made.id)
  }
  for (const id of ids)
    await expect
      .poll(async () => (await call('GET', `/documents/${id}`)).body.content?.downloadable, {
        timeout: 120_000,
      })
      .toBe(true)
  const versions = new Map<string, number>()
  for (const id of ids) versions.set(id, (await call('GET', `/documents/${id}`)).body.version)
  const acknowledged: string[] = []
  const first = Promise.withResolvers<void>()
  const all = ids.map(async (id) => {
    const headers = { 'if-match': `"${versions.get(id)}"` }
    const reply = await call('POST', `/documents/${id}/publish`, {}, headers).catch(() => undefined)
    if (reply?.status !== 200) return
    acknowledged.push(id)
    first.resolve()
  })
  await first.promise
  await server.kill()
  await Promise.all(all)
  server = await startProcess(env)
  const rows = await asOwner(async (owner) => {
    const { rows } = await owner.query(
      `select d.id, d.state, d.published, (select count(*)::int from audit_events e where e.action = 'document.publish' and e.object_id = d.id) as events
        from documents d where d.id = any ($1)`,
      [ids],
    )
    return rows as { id: string; state: string; published: number | null; events: number }[]
  })
  expect(rows).toHaveLength(ids.length)
  for (const row of rows)
    expect(row).toEqual(
      row.state === 'published'
        ? { id: row.id, state: 'published', published: 1, events: 1 }
        : { id: row.id, state: 'draft', published: null, events: 0 },
    )
  for (const id of acknowledged) expect(rows.find((r) => r.id === id)?.state).toBe('published')
  // What was not published then is published now.
  for (const row of rows.filter((r) => r.state === 'draft')) {
    const headers = { 'if-match': `"${versions.get(row.id)}"` }
    expect((await call('POST', `/documents/${row.id}/publish`, {}, headers)).status).toBe(200)
  }
}, 300_000)
