import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttps } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { createServer as createTls, type TLSSocket } from 'node:tls'

// A push service for Chromium on this machine: enough of Google's for a browser to check in, to subscribe, and to be
// handed what a server sent. The browser itself makes the keys and opens the message; nothing here can.

const varint = (n: number): number[] => (n < 128 ? [n] : [(n & 127) | 128, ...varint(n >>> 7)])
/** One field of a protocol buffer that has a length. */
const field = (number: number, value: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from([...varint((number << 3) | 2), ...varint(Buffer.byteLength(value))]),
    Buffer.from(value),
  ])
function fixed64(number: number, value: bigint): Buffer {
  const bytes = Buffer.alloc(9)
  bytes[0] = (number << 3) | 1
  bytes.writeBigUInt64LE(value, 1)
  return bytes
}
const framed = (tag: number, message: Buffer): Buffer =>
  Buffer.concat([Buffer.from([tag, ...varint(message.length)]), message])

const VERSION = Buffer.of(41)
const LOGGED_IN = framed(3, field(1, 'here'))
const CHECKED_IN = Buffer.concat([Buffer.from([8, 1]), fixed64(7, 1234567n), fixed64(8, 7654321n)])
const DATA_MESSAGE = 8
/** For how long a message is handed to a browser that connects, where no other has it. */
const AGAIN_MS = 60_000
/** Where Chromium says that its subscriptions are reached. */
const GOOGLE = 'https://jmt17.google.com'

export interface PushService {
  /** For the browser: where it checks in, registers and listens. */
  args: string[]
  /** A script for pages: what is subscribed is reached here and not in the wide world. */
  here: string
  /** What servers sent, as it came, each handed on to the browser. */
  received: { headers: IncomingMessage['headers']; body: Buffer }[]
  stop(): Promise<void>
}

/** Starts it on free ports, under a certificate that the server to be tested trusts. */
export async function startPushService(tls: { key: string; cert: string }): Promise<PushService> {
  const subscribed = new Map<string, { app: string; sender: string }>()
  const browsers = new Set<TLSSocket>()
  /** What was handed on, when, and to which connections: a browser that was about to connect anew has not got it. */
  const sent: { id: string; message: Buffer; at: number; to: TLSSocket[]; got: boolean }[] = []
  /** After each change: the end of one connection may be seen after the start of the next. */
  function handOn(): void {
    for (const one of sent) {
      if (one.got || Date.now() - one.at > AGAIN_MS || one.to.some((browser) => browsers.has(browser)))
        continue
      for (const browser of browsers) browser.write(one.message)
      one.to.push(...browsers)
    }
  }
  const received: PushService['received'] = []

  const registry = createServer(async (request, response) => {
    const form = new URLSearchParams((await buffer(request)).toString('latin1'))
    if (request.url === '/checkin') return response.end(CHECKED_IN)
    const token = `t${subscribed.size + 1}:x`
    if (form.has('X-subtype'))
      subscribed.set(token, { app: form.get('X-subtype')!, sender: form.get('sender')! })
    response.end(`token=${token}`)
  })

  const listener = createTls(tls, (socket) => {
    socket.on('error', () => {})
    const gone = () => {
      if (browsers.delete(socket)) handOn()
    }
    for (const end of ['end', 'close']) socket.on(end, gone)
    socket.once('data', (login) => {
      // A browser that connects anew names what it got before.
      for (const one of sent) one.got ||= login.includes(one.id)
      socket.write(Buffer.concat([VERSION, LOGGED_IN]))
      browsers.add(socket)
      handOn()
    })
  })

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request)
    const to = subscribed.get(decodeURIComponent(request.url!.split('/').at(-1)!))
    if (!to) return void response.writeHead(410).end()
    received.push({ headers: request.headers, body })
    const told = (key: string, value: string) => field(7, Buffer.concat([field(1, key), field(2, value)]))
    const id = `message-${String(received.length).padStart(4, '0')}`
    const message = framed(
      DATA_MESSAGE,
      Buffer.concat([
        field(3, to.sender),
        field(5, 'org.chromium.linux'),
        told('subtype', to.app),
        told('content-encoding', String(request.headers['content-encoding'])),
        field(9, id),
        field(21, body),
      ]),
    )
    sent.push({ id, message, at: Date.now(), to: [], got: false })
    handOn()
    response.writeHead(201).end()
  }
  const front = createHttps(tls, (request, response) => void take(request, response))

  const all: Server[] = [registry, listener, front]
  const [registryPort, listenerPort, frontPort] = await Promise.all(
    all.map(
      (server) =>
        new Promise<number>((done) =>
          server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)),
        ),
    ),
  )
  return {
    args: [
      `--gcm-checkin-url=http://127.0.0.1:${registryPort}/checkin`,
      `--gcm-registration-url=http://127.0.0.1:${registryPort}/register`,
      `--gcm-mcs-endpoint=https://localhost:${listenerPort}`,
    ],
    here: `{
      const { get } = Object.getOwnPropertyDescriptor(PushSubscription.prototype, 'endpoint')
      const toJSON = PushSubscription.prototype.toJSON
      const here = (at) => at.replace('${GOOGLE}', 'https://localhost:${frontPort}')
      Object.defineProperty(PushSubscription.prototype, 'endpoint', { get() { return here(get.call(this)) } })
      PushSubscription.prototype.toJSON = function () { return { ...toJSON.call(this), endpoint: this.endpoint } }
    }`,
    received,
    async stop() {
      for (const browser of browsers) browser.destroy()
      front.closeAllConnections()
      registry.closeAllConnections()
      await Promise.all(all.map((server) => new Promise((done) => server.close(done))))
    },
  }
}
