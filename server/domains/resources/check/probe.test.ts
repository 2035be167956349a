import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayReach } from '../../../platform/outbound/addresses.ts'
import { probe } from './probe.ts'

const LOOPBACK = ['127.0.0.1/32']
let server: Server
let at: string
const asked: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    const [, what, rest] = request.url!.split('/')
    const go = (status: number, location: string) => response.writeHead(status, { location }).end()
    if (what === 'fine') response.end('well')
    else if (what === 'gone') response.writeHead(404).end()
    else if (what === 'door') response.writeHead(401).end()
    else if (what === 'no-head') response.writeHead(request.method === 'HEAD' ? 405 : 200).end('x')
    else if (what === 'hangs-up' && request.method === 'HEAD') request.socket.destroy()
    else if (what === 'for-good') go(301, '/fine')
    else if (what === 'for-now') go(302, '/fine')
    else if (what === 'inside') go(302, 'http://127.0.0.2:1/')
    else if (what === 'metadata') go(302, 'http://169.254.169.254/latest/meta-data/')
    else if (what === 'script') go(302, 'javascript:alert(1)')
    else if (what === 'round') go(302, `/round/${Number(rest ?? 0) + 1}`)
    else if (what === 'endless' && request.method === 'HEAD') response.writeHead(501).end()
    else if (what === 'endless') {
      response.writeHead(200)
      setInterval(() => response.destroyed || response.write('x'.repeat(1000)), 1).unref()
    } else if (what !== 'silent') response.end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const look = (path: string, allowed = LOOPBACK) => probe(`${at}${path}`, { allowed, timeout: 1500 })

describe('a look at a link', () => {
  it('knows what works, also where HEAD is not known or one must sign in', async () => {
    for (const path of ['/fine', '/door', '/no-head', '/hangs-up', '/for-now', '/endless'])
      expect(await look(path), path).toEqual({ state: 'works' })
    expect(asked).toContain('GET /no-head')
    expect(asked).not.toContain('GET /fine')
  })
  it('says where a link has moved for good', async () => {
    expect(await look('/for-good')).toEqual({ state: 'moved', to: `${at}/fine` })
  })
  it('says in a word why one is broken', async () => {
    expect(await look('/gone')).toEqual({ state: 'broken', reason: 'status' })
    expect(await look('/round')).toEqual({ state: 'broken', reason: 'redirects' })
    expect(await look('/script')).toEqual({ state: 'broken', reason: 'not-web' })
    expect(await look('/silent')).toEqual({ state: 'broken', reason: 'no-answer' })
    expect(await probe('http://127.0.0.1:1/', { allowed: LOOPBACK })).toEqual({
      state: 'broken',
      reason: 'refused',
    })
  })
  it('reaches nothing inside, by whatever name or redirect', async () => {
    const before = asked.length
    const port = at.split(':')[2]
    for (const host of [
      '127.0.0.1',
      'localhost',
      '2130706433',
      '0x7f.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '0.0.0.0',
    ])
      expect(await probe(`http://${host}:${port}/fine`, { allowed: [] }), host).toEqual({ state: 'private' })
    expect(asked.length).toBe(before)
    expect(await look('/inside')).toEqual({ state: 'private' })
    expect(await look('/metadata')).toEqual({ state: 'private' })
  })
})

it('tells public addresses from special ones', () => {
  for (const address of ['8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8'])
    expect(mayReach(address, []), address).toBe(true)
  for (const address of [
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '127.9.9.9',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::7f00:1',
    'fe80::1',
    'fe80::1%eth0',
    'fd00::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'ff02::1',
    'nonsense',
  ])
    expect(mayReach(address, []), address).toBe(false)
  expect(mayReach('10.1.2.3', ['10.1.0.0/16'])).toBe(true)
  expect(mayReach('10.2.2.3', ['10.1.0.0/16', '10.9.9.9', 'fd00::/8'])).toBe(false)
  expect(mayReach('::ffff:10.1.2.3', ['10.1.2.3'])).toBe(true)
  expect(mayReach('fd00::5', ['fd00::/8'])).toBe(true)
})
