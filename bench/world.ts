import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { random, syntheticPerson } from '../server/demo/people.ts'
import { insertClients, type PreparedClient, prepareClient } from '../server/domains/clients/index.ts'
import { loadConfig } from '../server/platform/config/index.ts'
import { makeLog } from '../server/platform/log.ts'
import { openPlatform, type Platform } from '../server/platform/open.ts'
import { tokenizer } from '../server/platform/search/tokens.ts'
import { makeWorld, type Person, type World } from '../server/testing/world.ts'

/** One data folder with an organization, many encrypted clients, and the same clients in the clear beside them. */
export interface BenchWorld {
  dataDir: string
  env: Record<string, string>
  platform: Platform
  owner: pg.Client
  world: World
  user: Person
  /** Ids of a few hundred clients, to read in turn. */
  sample: string[]
  names: string[]
  remove(): Promise<void>
}

const EVERY = {
  contact: 'write',
  demographic: 'write',
  identifier: 'write',
  clinical: 'write',
  financial: 'write',
  note: 'write',
} as const

export async function benchWorld(): Promise<BenchWorld> {
  const dataDir = await mkdtemp(join(tmpdir(), 'wellkeep-bench-'))
  const env = { WELLKEEP_DATA: dataDir, WELLKEEP_PORT: '0', WELLKEEP_LOG_LEVEL: 'error' }
  const platform = await openPlatform(loadConfig({ ...process.env, ...env }), makeLog('error'))
  const owner = new pg.Client({ connectionString: platform.ownerUrl })
  owner.on('error', () => {})
  await owner.connect()
  const world = await makeWorld(platform, owner)
  const user = await world.custom(
    [
      'clients:read',
      'clients:write',
      'clients:create',
      'clients:import',
      'notes:read',
      'identifiers:reveal',
      'tickets:read',
      'tickets:write',
      'tickets:create',
    ],
    EVERY,
  )
  await owner.query(`create table plain_clients (id uuid primary key, version integer not null default 1, family text not null, doc jsonb not null);
    create table plain_small (like plain_clients including all);
    create table plain_events (id uuid primary key, at timestamptz not null default now(), actor uuid, action text not null, object uuid)`)
  return {
    dataDir,
    env,
    platform,
    owner,
    world,
    user,
    sample: [],
    names: [],
    async remove() {
      await owner.end().catch(() => {})
      await platform.close().catch(() => {})
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Adds clients up to `count`, encrypted and in the clear, the same people on both sides. */
export async function fill(w: BenchWorld, from: number, count: number): Promise<void> {
  const { keys } = w.platform
  const { orgId, groupId } = w.world
  const t = await tokenizer(keys, orgId)
  const rnd = random(from + 7)
  for (let at = from; at < count; at += 1000) {
    const people = Array.from({ length: Math.min(1000, count - at) }, (_, i) => syntheticPerson(rnd, at + i))
    const prepared: PreparedClient[] = []
    for (const record of people)
      prepared.push(await prepareClient(keys, t, orgId, { kind: 'person', groupId, record }))
    await w.platform.db.withContext({ orgId, userId: w.user.id }, (tx) => insertClients(tx, prepared))
    await w.owner.query(
      'insert into plain_clients (id, family, doc) select * from unnest($1::uuid[], $2::text[], $3::jsonb[])',
      [
        prepared.map((p) => p.id),
        people.map((p) => p.contact.names[0]!.family!.toLowerCase()),
        people.map((p) => JSON.stringify({ kind: 'person', groupId, ...p })),
      ],
    )
    if (w.sample.length < 400) w.sample.push(...prepared.slice(0, 100).map((p) => p.id))
    if (w.names.length < 2000) w.names.push(...people.map((p) => p.contact.names[0]!.family!))
  }
  await w.owner.query('create index if not exists plain_family on plain_clients (family text_pattern_ops)')
  await w.owner.query('vacuum analyze')
}
