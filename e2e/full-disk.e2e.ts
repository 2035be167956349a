import { join } from 'node:path'
import pg from 'pg'
import { expect, it } from 'vitest'
import { loadConfig } from '../server/platform/config/index.ts'
import { makeLog } from '../server/platform/log.ts'
import { openPlatform } from '../server/platform/open.ts'
import { makeWorld } from '../server/testing/world.ts'
import { type SmallDisk, smallDisk } from './full-disk.ts'
import { type Reply, send, startProcess, wellkeep } from './process.ts'

// A disk that is full: changes are refused with a clear answer, nothing is half done, and all goes on when there is
// room again.

const MIB = 400

it('refuses what it can’t keep, does nothing by halves, and goes on when there is room again', async (context) => {
  const disk = await smallDisk(MIB)
  if (typeof disk === 'string') return context.skip(disk)
  try {
    await whenFull(disk)
  } finally {
    await disk.remove()
  }
})

async function whenFull(disk: SmallDisk): Promise<void> {
  const env = { WELLKEEP_DATA: join(disk.path, 'data'), WELLKEEP_LOG_LEVEL: 'warn' }
  /** Does `work` as the owner of the database, beside the server that runs. */
  const asOwner = async <T>(
    work: (owner: pg.Client, p: Awaited<ReturnType<typeof openPlatform>>) => Promise<T>,
  ) => {
    const platform = await openPlatform(loadConfig({ ...process.env, ...env }), makeLog('silent'))
    const owner = new pg.Client({ connectionString: platform.ownerUrl })
    await owner.connect()
    try {
      return await work(owner, platform)
    } finally {
      await owner.end()
      await platform.close()
    }
  }
  const { groupId, token } = await asOwner(async (owner, platform) => {
    const world = await makeWorld(platform, owner)
    const classes = { contact: 'write', clinical: 'write' } as const
    const person = await world.custom(['clients:read', 'clients:write', 'clients:create'], classes)
    return { groupId: world.groupId, token: person.token }
  })
  const server = await startProcess(env)
  try {
    const kept = new Map<string, string>()
    let n = 0
    let lost = 0
    const create = async (): Promise<Reply | undefined> => {
      const summary = `s${n++}${' of some length'.repeat(600)}`
      const reply = await send(server.url, 'POST', '/api/v1/clients', {
        token,
        body: {
          kind: 'person',
          groupId,
          contact: { names: [{ family: `Full${n}` }] },
          clinical: { summary },
        },
      }).catch(() => undefined)
      if (reply?.status === 201) kept.set(reply.body.id, summary)
      // What was answered 503 may have been committed just before the database went: it is whole, or it is not there.
      if (!reply || reply.status === 503) lost++
      return reply
    }
    const read = (id: string) =>
      send(server.url, 'GET', `/api/v1/clients/${id}`, { token }).catch(() => undefined)
    for (let i = 0; i < 20; i++) expect((await create())?.status).toBe(201)

    const operator = new pg.Client({ connectionString: await asOwner(async (_, p) => p.ownerUrl) })
    operator.on('error', () => {})
    await operator.connect()

    await disk.fill()
    const refused: Reply[] = []
    for (let i = 0; i < 3000 && refused.length < 5; i++) {
      const reply = await create()
      // What a checkpoint or a log freed meanwhile is taken again.
      await disk.fill()
      if (reply && reply.status !== 201) refused.push(reply)
    }
    expect(refused.length).toBe(5)
    for (const { status, body } of refused) {
      expect([503, 507]).toContain(status)
      expect(body).toMatchObject({
        status,
        type: expect.stringContaining('/problems/'),
        title: expect.any(String),
      })
      expect(JSON.stringify(body)).not.toMatch(/Full\d|of some length|pg_wal|\/data|at .*\.ts/)
    }
    // Reads go on, or are refused as clearly: their events must be kept too.
    for (const id of [...kept.keys()].slice(0, 5)) {
      const reply = await read(id)
      expect([200, 503, 507]).toContain(reply?.status)
      if (reply?.status === 200) expect(reply.body.clinical.summary === kept.get(id)).toBe(true)
      else expect(reply!.body.clinical).toBeUndefined()
    }
    // The database's own log wants a new segment and can't have it: PostgreSQL ends itself, and can't come back yet.
    const hard = new Set<number | undefined>()
    for (let i = 0; i < 20; i++) {
      await operator.query('select pg_switch_wal()').catch(() => {})
      await disk.fill()
      hard.add((await create())?.status)
      hard.add((await read([...kept.keys()][0]!))?.status)
    }
    hard.delete(undefined)
    for (const status of hard) expect([200, 503, 507]).toContain(status)
    expect(hard.has(503)).toBe(true)
    expect(server.child.exitCode).toBeNull()

    await operator.end().catch(() => {})
    await disk.empty()
    await expect.poll(async () => (await create())?.status, { interval: 500 }).toBe(201)
    for (const [id, summary] of kept) {
      const reply = await read(id)
      expect(reply?.status).toBe(200)
      expect(reply!.body.clinical.summary === summary).toBe(true)
    }
    const halves = await asOwner(async (owner) => {
      const one = async (sql: string) => (await owner.query(sql)).rows[0].n as number
      return {
        clients: await one('select count(*)::int as n from clients'),
        created: await one(
          "select count(distinct object_id)::int as n from audit_events where action = 'client.create'",
        ),
        withoutKey: await one(
          'select count(*)::int as n from clients c where not exists (select from deks d where d.org_id = c.org_id and d.subject_id = c.id)',
        ),
        withoutTokens: await one(
          'select count(*)::int as n from clients c where not exists (select from client_search s where s.org_id = c.org_id and s.client_id = c.id)',
        ),
        withoutEvent: await one(
          "select count(*)::int as n from clients c where not exists (select from audit_events e where e.org_id = c.org_id and e.object_id = c.id and e.action = 'client.create')",
        ),
      }
    })
    expect(halves).toMatchObject({ withoutKey: 0, withoutTokens: 0, withoutEvent: 0 })
    expect(halves.created).toBe(halves.clients)
    expect(halves.clients).toBeGreaterThanOrEqual(kept.size)
    expect(halves.clients).toBeLessThanOrEqual(kept.size + lost)
    expect(server.output()).not.toMatch(/Full\d|of some length/)
    expect(await server.stop()).toBe(0)

    const out = join(disk.path, 'export.ndjson')
    const { verifierKey } = JSON.parse((await wellkeep(['audit', 'key', '--json'], env)).output)
    expect((await wellkeep(['audit', 'export', '--out', out], env)).code).toBe(0)
    expect((await wellkeep(['audit', 'verify', out, '--key', verifierKey], {})).code).toBe(0)
  } finally {
    await server.kill()
  }
}
