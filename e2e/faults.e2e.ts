import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../server/platform/config/index.ts'
import { FileKeyring } from '../server/platform/keys/file-keyring.ts'
import { makeLog } from '../server/platform/log.ts'
import { openPlatform, type Platform } from '../server/platform/open.ts'
import { makeWorld, type World } from '../server/testing/world.ts'
import { type ServerProcess, send, startProcess, wellkeep } from './process.ts'

// Invariant 6: an acknowledged write survives kill -9 of the server or the database at any moment, and so does its
// audit event. Real processes, killed under load.

let dataDir: string
let env: Record<string, string>
let platform: Platform
let owner: pg.Client
let world: World
let token: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'wellkeep-faults-'))
  env = { WELLKEEP_DATA: dataDir, WELLKEEP_LOG_LEVEL: 'warn' }
  platform = await openPlatform(loadConfig({ ...process.env, ...env }), makeLog('silent'))
  owner = new pg.Client({ connectionString: platform.ownerUrl })
  owner.on('error', () => {})
  await owner.connect()
  world = await makeWorld(platform, owner)
  const every = Object.fromEntries(
    ['contact', 'demographic', 'identifier', 'clinical', 'financial', 'note'].map((c) => [
      c,
      'write' as const,
    ]),
  )
  token = (
    await world.custom(
      ['clients:read', 'clients:write', 'clients:create', 'notes:read', 'notes:write'],
      every,
    )
  ).token
  await owner.end()
  await platform.close()
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

/** Writes until told to stop; remembers what was acknowledged. */
function writers(server: () => ServerProcess, acknowledged: Map<string, string>) {
  let going = true
  const one = async (w: number) => {
    for (let i = 0; going; i++) {
      const summary = `w${w} i${i}`
      const reply = await send(server().url, 'POST', '/api/v1/clients', {
        token,
        body: {
          kind: 'person',
          groupId: world.groupId,
          contact: { names: [{ given: ['Fault'], family: `N${w}x${i}` }] },
          clinical: { summary },
        },
      }).catch(() => undefined)
      if (reply?.status === 201) acknowledged.set(reply.body.id, summary)
      else await new Promise((r) => setTimeout(r, 30))
    }
  }
  const work = Promise.all([0, 1, 2, 3].map(one))
  return async () => {
    going = false
    await work
  }
}

/** Until so many more were acknowledged: how long a killed database takes to recover is up to the machine's disk. */
async function expectMore(acknowledged: Map<string, string>, more: number): Promise<void> {
  const before = acknowledged.size
  await expect.poll(() => acknowledged.size, { timeout: 180_000 }).toBeGreaterThan(before + more)
}

async function expectAll(server: ServerProcess, acknowledged: Map<string, string>): Promise<void> {
  const events = new Set<string>()
  const p = await openPlatform(loadConfig({ ...process.env, ...env }), makeLog('silent'))
  const client = new pg.Client({ connectionString: p.ownerUrl })
  await client.connect()
  for (const r of (await client.query("select object_id from audit_events where action = 'client.create'"))
    .rows)
    events.add(r.object_id)
  await client.end()
  await p.close()
  for (const [id, summary] of acknowledged) {
    const reply = await send(server.url, 'GET', `/api/v1/clients/${id}`, { token })
    expect(reply.status).toBe(200)
    expect(reply.body.clinical.summary).toBe(summary)
    expect(events.has(id)).toBe(true)
  }
}

async function expectVerifies(): Promise<void> {
  const out = join(dataDir, 'export.log')
  const key = JSON.parse((await wellkeep(['audit', 'key', '--json'], env)).output).verifierKey
  expect((await wellkeep(['audit', 'export', '--out', out], env)).code).toBe(0)
  const verified = await wellkeep(['audit', 'verify', out, '--key', key], {})
  expect(verified.output + verified.code).toMatch(/0$/)
}

describe('kill -9 under load', () => {
  it('of the server loses nothing that was acknowledged, and the log verifies', async () => {
    const acknowledged = new Map<string, string>()
    let server = await startProcess(env)
    const stop = writers(() => server, acknowledged)
    for (let round = 0; round < 3; round++) {
      await expectMore(acknowledged, 20)
      await server.kill()
      server = await startProcess(env)
    }
    await stop()
    await expectAll(server, acknowledged)
    expect(await server.stop()).toBe(0)
    await expectVerifies()
  }, 600_000)

  it('of the database is healed while the server runs; nothing acknowledged is lost', async () => {
    const acknowledged = new Map<string, string>()
    const server = await startProcess(env)
    const stop = writers(() => server, acknowledged)
    for (let round = 0; round < 2; round++) {
      await expectMore(acknowledged, 20)
      const pid = Number((await readFile(join(dataDir, 'db', 'postmaster.pid'), 'utf8')).split('\n')[0])
      process.kill(pid, 'SIGKILL')
    }
    await expectMore(acknowledged, 5)
    await stop()
    await expectAll(server, acknowledged)
    // While it was away, answers said so and nothing of the requests reached the log.
    expect(server.output()).not.toContain('Fault')
    expect(await server.stop()).toBe(0)
    await expectVerifies()
  }, 600_000)
})

describe('a wrong start', () => {
  it('of a second server on one data folder is refused, and says who holds it', async () => {
    const server = await startProcess(env)
    const second = await wellkeep(['start'], { ...env, WELLKEEP_PORT: '0' })
    expect(second.code).toBe(1)
    expect(second.output).toContain(String(server.child.pid))
    expect(second.output).not.toMatch(/\n\s+at /)
    expect((await send(server.url, 'GET', '/healthz')).status).toBe(200)
    await server.stop()
  })

  it('without the key file, or with a foreign one, is refused and names the key it wants', async () => {
    const path = join(dataDir, 'keys', 'keyring.json')
    const { active } = JSON.parse(await readFile(path, 'utf8'))
    await rename(path, `${path}.away`)
    const missing = await wellkeep(['start'], { ...env, WELLKEEP_PORT: '0' })
    expect(missing.code).toBe(1)
    expect(missing.output).toContain(active)
    await FileKeyring.open(join(dataDir, 'foreign'), { create: true })
    await writeFile(path, await readFile(join(dataDir, 'foreign', 'keyring.json')), { mode: 0o600 })
    const foreign = await wellkeep(['start'], { ...env, WELLKEEP_PORT: '0' })
    expect(foreign.code).toBe(1)
    expect(foreign.output).toContain(active)
    await rename(`${path}.away`, path)
    const server = await startProcess(env)
    expect(await server.stop()).toBe(0)
  })

  it('with a setting that makes no sense names it, without its value', async () => {
    const wrong = await wellkeep(['start'], { ...env, WELLKEEP_PORT: 'secret-port' })
    expect(wrong.code).toBe(1)
    expect(wrong.output).toContain('WELLKEEP_PORT')
    expect(wrong.output).not.toContain('secret-port')
  })
})
