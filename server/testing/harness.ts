import { randomBytes } from 'node:crypto'
import { Resolver } from 'node:dns/promises'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { buildApp } from '../app.ts'
import { LogState } from '../platform/audit/log-state.ts'
import { ReadRecorder } from '../platform/audit/record.ts'
import { openBlobs } from '../platform/blobs/index.ts'
import { openDatabase } from '../platform/db/database.ts'
import { roleUrl } from '../platform/db/migrate.ts'
import { testDatabase } from '../platform/db/testing/index.ts'
import { FusedReads } from '../platform/http/fused.ts'
import { Limits } from '../platform/http/limits.ts'
import { ensureCertificate } from '../platform/http/tls/index.ts'
import { FileKeyring } from '../platform/keys/file-keyring.ts'
import { OrgKeys } from '../platform/keys/org-keys.ts'
import { Live } from '../platform/live/live.ts'
import { makeLog } from '../platform/log.ts'
import { Readers } from '../platform/reading/index.ts'
import type { Services } from '../platform/services.ts'
import { makeWorld, type World } from './world.ts'

export interface Answer {
  status: number
  headers: Record<string, unknown>
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of all shapes
  body: any
}

export interface TestServer {
  services: Services
  app: FastifyInstance
  ownerUrl: string
  /** As the owner of all tables, past every wall: to look and to tamper. */
  owner: pg.Client
  dataDir: string
  keysDir: string
  world: World
  /** One request with a service token or a cookie; JSON in, JSON out. */
  call(
    who: { token?: string; cookie?: string; csrf?: string } | string | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>
  /** Starts to listen on a free port of loopback. */
  listen(): Promise<{ url: string; ca: string }>
  /** Another process's worth of services on the same database and keyring. */
  twin(): Promise<TestServer>
  stop(): Promise<void>
}

/** Nobody answers there: no test asks the world for names. */
function noDns(): Resolver {
  const dns = new Resolver({ timeout: 100, tries: 1 })
  dns.setServers(['127.0.0.1:1'])
  return dns
}

/** A whole server on a fresh database, keyring and data folder, with one organization to work in. */
export async function startTestServer(): Promise<TestServer> {
  const database = await testDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'wellkeep-server-'))
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  owner.on('error', () => {})
  await owner.connect()
  const first = await assemble(database.ownerUrl, dataDir, owner, undefined)
  const stop = first.stop
  first.stop = async () => {
    await stop()
    await owner.end().catch(() => {})
    await database.drop()
    await rm(dataDir, { recursive: true, force: true })
  }
  return first
}

async function assemble(
  ownerUrl: string,
  dataDir: string,
  owner: pg.Client,
  shared: World | undefined,
): Promise<TestServer> {
  const keysDir = join(dataDir, 'keys')
  const db = openDatabase({
    app: roleUrl(ownerUrl, 'wellkeep_app'),
    worker: roleUrl(ownerUrl, 'wellkeep_worker'),
  })
  const provider = await FileKeyring.open(keysDir, { create: !shared })
  const keys = new OrgKeys(db, provider)
  const services: Services = {
    db,
    keys,
    provider,
    dataDir,
    reads: new ReadRecorder(db),
    fused: new FusedReads(db),
    logState: new LogState(keysDir),
    limits: new Limits(db, 'test'),
    live: new Live(db, roleUrl(ownerUrl, 'wellkeep_app')),
    blobs: openBlobs({ dataDir }),
    readers: new Readers({ most: 1 }),
    maxFileBytes: 2 * 1024 ** 3,
    pushNetworks: [],
    scanner: undefined,
    dns: noDns(),
    log: makeLog('silent'),
    publicUrl: 'https://localhost',
  }
  const tls = await ensureCertificate(join(dataDir, 'tls'), { hosts: ['localhost'] })
  services.authority = await readFile(tls.authorityPath!, 'utf8')
  const app = await buildApp(services, { tls })
  const world = shared ?? (await makeWorld(services, owner))
  const server: TestServer = {
    services,
    app,
    ownerUrl,
    owner,
    dataDir,
    keysDir,
    world,
    async call(who, method, path, body, headers = {}) {
      const given = typeof who === 'string' ? { token: who } : (who ?? {})
      const raw = body === undefined || typeof body === 'string' || Buffer.isBuffer(body)
      const response = await app.inject({
        method: method as 'GET',
        url: path.startsWith('/api') ? path : `/api/v1${path}`,
        headers: {
          ...(given.token && { authorization: `Bearer ${given.token}` }),
          ...(given.cookie && { cookie: given.cookie }),
          ...(given.csrf && { 'x-csrf-token': given.csrf }),
          ...(body !== undefined && !raw && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { payload: raw ? (body as string) : JSON.stringify(body) }),
      })
      const json = response.body !== '' && /[/+]json\b/.test(String(response.headers['content-type'] ?? ''))
      return {
        status: response.statusCode,
        headers: response.headers,
        body: json ? response.json() : response.body,
      }
    },
    async listen() {
      await app.listen({ host: '127.0.0.1', port: 0 })
      return { url: `https://localhost:${(app.server.address() as AddressInfo).port}`, ca: tls.cert }
    },
    twin: () => assemble(ownerUrl, dataDir, owner, world),
    async stop() {
      services.readers.close()
      await services.live.close()
      await app.close()
      await db.close()
    },
  }
  return server
}

export const randomEmail = () => `${randomBytes(6).toString('hex')}@example.test`
