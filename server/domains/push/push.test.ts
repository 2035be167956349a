import { createECDH, randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import tls from 'node:tls'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureCertificate } from '../../platform/http/tls/index.ts'
import { openMessage } from '../../platform/push/testing/browser.ts'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import { runJobs } from '../../testing/jobs.ts'
import type { PortalActor } from '../../testing/portal.ts'
import { tellByPush } from './index.ts'

/** A push service of our own, over TLS, for browsers that open what comes as browsers do. */
interface Received {
  path: string
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

let s: TestServer
let service: Server
let at: string
let answer = 201
const received: Received[] = []
const trusted = tls.getCACertificates()
let patient: PortalActor
let neighbour: PortalActor

beforeAll(async () => {
  s = await startTestServer()
  s.services.pushNetworks = ['127.0.0.1/32', '::1/128']
  const { readFile } = await import('node:fs/promises')
  const made = await ensureCertificate(join(s.dataDir, 'push-tls'), { hosts: ['localhost'] })
  tls.setDefaultCACertificates([...trusted, await readFile(made.authorityPath!, 'utf8')])
  service = createServer({ key: made.key, cert: made.cert }, async (request, response) => {
    received.push({ path: request.url!, headers: request.headers, body: await buffer(request) })
    response.writeHead(answer).end()
  })
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done))
  at = `https://localhost:${(service.address() as AddressInfo).port}`
  patient = await s.world.portal({})
  neighbour = await s.world.portal({})
})
afterAll(async () => {
  tls.setDefaultCACertificates(trusted)
  service.closeAllConnections()
  service.close()
  await s.stop()
})

function browser(path = `/send/${randomBytes(6).toString('hex')}`) {
  const ecdh = createECDH('prime256v1')
  const publicKey = ecdh.generateKeys()
  const auth = randomBytes(16)
  return {
    path,
    ecdh,
    auth,
    says: (endpoint = at + path) => ({
      endpoint,
      keys: { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') },
    }),
  }
}
const subscribe = (who: PortalActor, body: unknown) => s.call(who, 'POST', '/me/push', body)
const mine = async (who: PortalActor) => (await s.call(who, 'GET', '/me/push')).body.items
async function tell(who: PortalActor, kind: 'message' | 'news' = 'message') {
  received.length = 0
  const context = { orgId: s.world.orgId, userId: null }
  await s.services.db.withContext(context, (tx) => tellByPush(tx, who.id, kind), 'worker')
  await s.owner.query('update graphile_worker._private_jobs set run_at = now() where attempts < max_attempts')
  await runJobs(s)
  return received
}

describe('a device', () => {
  test('is told that there is something new, of which kind, and nothing else; by its owner’s key alone', async () => {
    const phone = browser()
    expect((await subscribe(patient, phone.says())).status).toBe(201)
    const [first, ...more] = await tell(patient)
    expect(more).toEqual([])
    expect(first).toMatchObject({ path: phone.path })
    expect(first!.headers).toMatchObject({ 'content-encoding': 'aes128gcm', topic: 'message', ttl: '86400' })
    expect(openMessage(first!.body, phone.ecdh, phone.auth)).toBe('{"kind":"message"}')
    const { publicKey } = (await s.call(patient, 'GET', '/push/key')).body
    expect(first!.headers.authorization).toContain(`k=${publicKey}`)
    expect((await s.call(neighbour, 'GET', '/push/key')).body.publicKey).toBe(publicKey)
    expect(await tell(neighbour)).toEqual([])
    // Neither the address nor the keys stand in the clear.
    const { rows } = await s.owner.query('select sealed_subscription from push_subscriptions')
    expect(rows[0].sealed_subscription.includes(phone.path)).toBe(false)
    const { rows: events } = await s.owner.query(
      "select leaf from audit_events where action like 'user.push%'",
    )
    expect(JSON.stringify(events)).not.toContain(phone.path)
  })

  test('is one’s own: others see and remove none of it, and whoever subscribes with it takes it over', async () => {
    const phone = browser()
    await subscribe(patient, phone.says())
    const [device] = await mine(patient)
    expect(device).toMatchObject({ current: true })
    expect((await s.call(neighbour, 'DELETE', `/me/push/${device.id}`)).status).toBe(404)
    expect(await mine(neighbour)).toEqual([])
    await subscribe(neighbour, phone.says())
    expect((await mine(patient)).map((d: { id: string }) => d.id)).not.toContain(device.id)
    const [taken] = await mine(neighbour)
    expect((await s.call(neighbour, 'DELETE', `/me/push/${taken.id}`)).status).toBe(204)
    expect(await tell(neighbour)).toEqual([])
  })

  test('that its push service does not know any more is forgotten; one that is away is tried again', async () => {
    const person = await s.world.portal({})
    await subscribe(person, browser().says())
    answer = 503
    expect(await tell(person)).toHaveLength(1)
    expect(await mine(person)).toHaveLength(1)
    answer = 410
    await tell(person, 'news')
    expect(await mine(person)).toEqual([])
    answer = 201
  })
})

describe('nothing is told any more', () => {
  const ended = async (end: (who: PortalActor) => Promise<unknown>) => {
    const person = await s.world.portal({})
    await subscribe(person, browser().says())
    await end(person)
    const { rows } = await s.owner.query('select 1 from push_subscriptions where user_id = $1', [person.id])
    return [rows.length, (await tell(person)).length]
  }
  test('after a sign-out', async () => {
    expect(await ended((p) => s.call(p, 'POST', '/sign-out', {}))).toEqual([0, 0])
  })
  test('where the session ends while its browser subscribes', async () => {
    const person = await s.world.portal({})
    const other = new pg.Client({ connectionString: s.ownerUrl })
    await other.connect()
    try {
      await other.query('begin')
      await other.query('update sessions set ended_at = now() where user_id = $1', [person.id])
      let settled = false
      const subscribing = subscribe(person, browser().says()).finally(() => (settled = true))
      const waits = async () =>
        (
          await s.owner.query(
            "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
          )
        ).rowCount
      await expect.poll(async () => settled || (await waits()) === 1).toBe(true)
      await other.query('commit')
      expect((await subscribing).status).toBe(401)
    } finally {
      await other.end()
    }
    const { rows } = await s.owner.query('select 1 from push_subscriptions where user_id = $1', [person.id])
    expect([rows.length, (await tell(person)).length]).toEqual([0, 0])
  })
  test('to whoever was suspended or removed', async () => {
    for (const status of ['suspended', 'removed'])
      expect(
        await ended((p) => s.owner.query('update users set status = $2 where id = $1', [p.id, status])),
      ).toEqual([0, 0])
  })
})

describe('an address that a browser named', () => {
  test('is one of the web, with keys that can be written to', async () => {
    const { endpoint, keys } = browser().says()
    for (const body of [
      { endpoint: endpoint.replace('https', 'http'), keys },
      { endpoint: 'file:///etc/passwd', keys },
      { endpoint: 'https://user@push.example/x', keys },
      { endpoint, keys: { ...keys, p256dh: randomBytes(65).toString('base64url') } },
      { endpoint, keys: { ...keys, auth: 'AAAA' } },
    ])
      expect((await subscribe(patient, body)).status).toBe(422)
  })

  test('leads to public hosts alone, whatever it resolves to', async () => {
    const person = await s.world.portal({})
    await subscribe(person, browser().says())
    await subscribe(person, browser().says('https://169.254.169.254/latest/meta-data'))
    await subscribe(person, browser().says('https://[::ffff:10.0.0.1]/x'))
    const allowed = s.services.pushNetworks
    s.services.pushNetworks = []
    try {
      expect(await tell(person)).toEqual([])
    } finally {
      s.services.pushNetworks = allowed
    }
    const { rows } = await s.owner.query(
      "select leaf from audit_events where action = 'user.push' and object_id = $1",
      [person.id],
    )
    expect(rows.map((r) => JSON.parse(r.leaf).event.facts.outcome)).toEqual(['refused', 'refused', 'refused'])
  })
})
