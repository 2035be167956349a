import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import type { Person } from '../../testing/world.ts'
import { type Route, route } from './route.ts'
import { buildServer } from './server.ts'
import { ensureCertificate } from './tls/index.ts'

let s: TestServer
let app: ReturnType<typeof buildServer>
let url: string
/** Sources that are read from now. */
let open = 0

const piece = Buffer.alloc(64 * 1024, 'x')
async function* endless() {
  open++
  try {
    for (;;) yield piece
  } finally {
    open--
  }
}
const download = (path: string, bytes: () => Readable): Route =>
  route({
    method: 'GET',
    path,
    tag: 'files',
    needs: 'clients:read',
    summary: 'A download',
    answer: { status: 200, schema: { stream: 'application/octet-stream' } },
    unaudited: 'a test',
    handler: async () => bytes(),
  })

beforeAll(async () => {
  s = await startTestServer()
  const tls = await ensureCertificate(`${s.dataDir}/tls`, { hosts: ['localhost'] })
  app = buildServer(
    s.services,
    [
      download('/endless', () => Readable.from(endless(), { objectMode: false })),
      // Read whole by the server at once; its source has closed long before the reader has it.
      download('/whole', () => Readable.from([Buffer.alloc(64 * 1024 * 1024)], { objectMode: false })),
    ],
    { tls },
  )
  await app.listen({ host: '127.0.0.1', port: 0 })
  url = `https://localhost:${(app.server.address() as AddressInfo).port}/api/v1`
})
afterAll(async () => {
  await app.close()
  await s.stop()
})

/** A download by somebody who takes a first piece and then nothing. */
async function slowly(path: string, who: Person): Promise<IncomingMessage> {
  const asked = request(url + path, {
    headers: { authorization: `Bearer ${who.token}` },
    rejectUnauthorized: false,
  })
  asked.on('error', () => {})
  asked.end()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  answer.on('error', () => {})
  expect(answer.statusCode).toBe(200)
  await once(answer, 'data')
  answer.pause()
  return answer
}
/** Whether the server breaks off, though nothing is taken: seen by the socket, then by the answer's end. */
async function brokenOff(answer: IncomingMessage, within = 60_000): Promise<boolean> {
  const at = Date.now()
  while (Date.now() - at < within) {
    await new Promise((r) => setTimeout(r, 100))
    if ((await connections()) === 0) break
  }
  const broke = (await connections()) === 0
  answer.resume()
  if (broke && !answer.closed) await new Promise((closed) => answer.once('close', closed))
  return broke && !answer.complete
}
const connections = () =>
  new Promise<number>((resolve, reject) => app.server.getConnections((e, n) => (e ? reject(e) : resolve(n))))

const ends: [string, (who: Person) => Promise<unknown>][] = [
  ['suspended', (who) => s.owner.query("update users set status = 'suspended' where id = $1", [who.id])],
  ['removed', (who) => s.owner.query("update users set status = 'removed' where id = $1", [who.id])],
  [
    'without their token',
    (who) => s.owner.query('update service_tokens set revoked_at = now() where user_id = $1', [who.id]),
  ],
  ['without the permission', (who) => s.owner.query('delete from user_roles where user_id = $1', [who.id])],
]

describe('a download under way', () => {
  it.each(ends)('is broken off when its user is %s, though nothing of it is taken', async (_, end) => {
    const who = await s.world.custom(['clients:read'], {})
    const answer = await slowly('/endless', who)
    expect(open).toBe(1)
    await end(who)
    expect(await brokenOff(answer)).toBe(true)
    expect(open).toBe(0)
  })
  it('is broken off also when all that is left waits in the server', async () => {
    const who = await s.world.custom(['clients:read'], {})
    const answer = await slowly('/whole', who)
    await s.owner.query("update users set status = 'suspended' where id = $1", [who.id])
    expect(await brokenOff(answer)).toBe(true)
  })
  it('goes on for whoever still may have it', async () => {
    const answer = await slowly('/endless', await s.world.custom(['clients:read'], {}))
    expect(await brokenOff(answer, 3000)).toBe(false)
    answer.destroy()
  })
})
