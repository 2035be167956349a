/** A plain server of restic's REST protocol: the same TLS, files in a folder, each synced; no accounts, no log, no sealing. */
import { readFileSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

const root = process.env.PLAIN_REPOSITORY!
const end = (response: ServerResponse, status: number) => void response.writeHead(status).end()

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url!, 'https://plain')
  const path = join(root, pathname)
  if (pathname === '/') return end(response, 200)
  if (pathname.endsWith('/')) {
    const names = await readdir(path).catch(() => [])
    const files = await Promise.all(
      names.map(async (name) => ({ name, size: (await stat(join(path, name))).size })),
    )
    response.writeHead(200, { 'content-type': 'application/vnd.x.restic.rest.v2' }).end(JSON.stringify(files))
    return
  }
  if (request.method === 'POST') {
    await mkdir(join(path, '..'), { recursive: true })
    const file = await open(`${path}.partial`, 'w')
    await pipeline(request, file.createWriteStream({ flush: true, highWaterMark: 1024 * 1024 }))
    await rename(`${path}.partial`, path)
    return end(response, 200)
  }
  const found = await stat(path).catch(() => undefined)
  if (!found) return end(response, 404)
  if (request.method === 'DELETE') {
    await rm(path)
    return end(response, 200)
  }
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
  const range = { start: Number(from ?? 0), end: to ? Number(to) : found.size - 1 }
  response.writeHead(from ? 206 : 200, { 'content-length': range.end - range.start + 1 })
  if (request.method === 'HEAD') return void response.end()
  await pipeline((await open(path)).createReadStream(range), response)
}

const tls = { key: readFileSync(process.env.TLS_KEY!), cert: readFileSync(process.env.TLS_CERT!) }
const server = createServer(tls, (request, response) => {
  answer(request, response).catch(() => response.destroy())
})
server.listen(0, '127.0.0.1', () =>
  console.log(
    `READY ${JSON.stringify({ url: `https://localhost:${(server.address() as AddressInfo).port}` })}`,
  ),
)
process.on('SIGTERM', () => process.exit(0))
