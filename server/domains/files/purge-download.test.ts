import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Files, startFiles } from './testing/desk.ts'

let d: Files
let url: string
beforeAll(async () => {
  d = await startFiles()
  url = (await d.s.listen()).url
})
afterAll(() => d.s.stop())

test('a purge breaks off a download that is under way, and it does not look like the whole file', async () => {
  const size = 64 * 1024 * 1024
  const id = await d.upload(
    { ownerType: 'ticket', ownerId: await d.ticket() },
    'a.bin',
    Buffer.alloc(size, 7),
  )
  // As if it had been read; what is tested here is what comes after.
  await d.s.owner.query("update files set state = 'suspected' where id = $1", [id])
  await d.act(d.tech, id, 'clear')
  const req = request(`${url}/api/v1/files/${id}/content`, {
    rejectUnauthorized: false,
    headers: { authorization: `Bearer ${d.tech.token}` },
  })
  req.end()
  const [res] = (await once(req, 'response')) as [IncomingMessage]
  expect(res.headers['content-length']).toBe(String(size))
  let got = 0
  const broken = once(res, 'error')
  await once(res, 'readable')
  await sleep(200)
  expect((await d.act(d.tech, id, 'purge')).status).toBe(200)
  await sleep(1100)
  res.on('data', (chunk: Buffer) => {
    got += chunk.length
  })
  const [error] = await broken
  expect(error.message).toMatch(/aborted|hang up|reset/)
  expect(got).toBeLessThan(size)
})
