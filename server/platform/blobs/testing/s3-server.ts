import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import S3rver from 's3rver'
import type { S3Settings } from '../s3.ts'

export interface S3Server {
  settings: S3Settings
  /** From now on the store is as good as unplugged: connections break, also those that are open. */
  unplug(afterBytes?: number): void
  plug(): void
  stop(): Promise<void>
}

/** A real server of the S3 API on loopback, behind a wire that can be cut. Its objects lie in `directory`. */
export async function startS3(directory: string): Promise<S3Server> {
  const s3 = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: 'sealed', configs: [] }],
  })
  await s3.configureBuckets()
  const inner = createServer(s3.callback())
  await listen(inner)
  const innerPort = (inner.address() as AddressInfo).port
  const wire = makeWire(innerPort)
  await listen(wire.server)
  return {
    settings: {
      bucket: 'sealed',
      prefix: '',
      endpoint: `http://127.0.0.1:${(wire.server.address() as AddressInfo).port}`,
      region: 'us-east-1',
      virtualHost: false,
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
    },
    unplug: wire.unplug,
    plug: wire.plug,
    async stop() {
      wire.unplug()
      await close(wire.server)
      inner.closeAllConnections()
      await close(inner)
    },
  }
}

/** Passes bytes on, until it is cut. */
function makeWire(target: number) {
  const open = new Set<Socket>()
  let budget = Number.POSITIVE_INFINITY
  const cut = () => {
    for (const socket of open) socket.destroy()
  }
  const server = createServer()
  server.removeAllListeners('connection')
  server.on('connection', (socket: Socket) => {
    if (budget <= 0) return void socket.destroy()
    const to = connect(target, '127.0.0.1')
    for (const [from, into] of [
      [socket, to],
      [to, socket],
    ] as const) {
      open.add(from)
      from.on('error', () => {})
      from.on('close', () => {
        open.delete(from)
        into.destroy()
      })
      from.on('data', (bytes) => {
        budget -= bytes.length
        if (budget <= 0) cut()
        else into.write(bytes)
      })
      from.on('end', () => into.end())
    }
  })
  return {
    server,
    unplug(afterBytes = 0) {
      budget = afterBytes
      if (afterBytes === 0) cut()
    },
    plug() {
      budget = Number.POSITIVE_INFINITY
    },
  }
}

const listen = (server: Server) =>
  new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
const close = (server: Server) => new Promise<void>((resolve) => server.close(() => resolve()))
