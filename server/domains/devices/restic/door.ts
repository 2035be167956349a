import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Problem } from '../../../platform/http/problem.ts'
import { parseRange } from '../../../platform/http/range.ts'
import type { Services } from '../../../platform/services.ts'
import { randomSecret } from '../credentials.ts'
import { CONFIG, type Kind, type ObjectRef, objectRef } from '../repository/names.ts'
import { Repository } from '../repository/repository.ts'
import { sameText } from './same-text.ts'

const HOST = '127.0.0.1'
const V2 = 'application/vnd.x.restic.rest.v2'
const PLACE = /^\/(?:(config)|(data|index|keys|locks|snapshots)\/([0-9a-f]{64})?)$/

export interface Door {
  /** For RESTIC_REPOSITORY: it holds the door's secret. */
  repository: string
  /** File with the authority of the door's certificate. */
  authority: string
}

/**
 * Opens one device's repository to this machine's own restic, for as long as `work` takes: on loopback, over TLS, with a
 * secret of its own. With `full` it takes away copies, which nobody can ask for from outside: there is no such route.
 */
export async function withDoor<T>(
  services: Services,
  at: { orgId: string; deviceId: string; access: 'read' | 'full' },
  work: (door: Door) => Promise<T>,
): Promise<T> {
  const repository = new Repository(services, at.orgId, at.deviceId, { room: Number.MAX_SAFE_INTEGER })
  const secret = randomSecret()
  const dir = await mkdtemp(join(tmpdir(), 'wellkeep-door-'))
  // Loaded only when a door is opened.
  const { issueAuthority, issueServer } = await import('../../../platform/http/tls/issue.ts')
  const authority = await issueAuthority([HOST])
  const pair = await issueServer([HOST], authority)
  const authorization = `Basic ${Buffer.from(`door:${secret}`).toString('base64')}`
  const server = createServer({ key: pair.key, cert: pair.cert }, (request, response) => {
    const answered = sameText(request.headers.authorization ?? '', authorization)
      ? answer(repository, at.access, request, response)
      : Promise.resolve(end(response, 401))
    answered.catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else end(response, error instanceof Problem ? error.status : 500)
    })
  })
  try {
    const path = join(dir, 'authority.pem')
    await writeFile(path, authority.cert, { mode: 0o600 })
    server.listen(0, HOST)
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    return await work({ repository: `rest:https://door:${secret}@${HOST}:${port}/`, authority: path })
  } finally {
    server.close()
    server.closeAllConnections()
    await rm(dir, { recursive: true, force: true })
  }
}

const end = (response: ServerResponse, status: number) => void response.writeHead(status).end()

async function answer(
  repository: Repository,
  access: 'read' | 'full',
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method } = request
  const { pathname } = new URL(request.url ?? '/', 'https://door')
  // The request that makes a repository: it is there already.
  if (pathname === '/' && method === 'POST') return end(response, 200)
  const found = PLACE.exec(pathname)
  if (!found) return end(response, 404)
  const kind = (found[1] ?? found[2]) as Kind
  if (kind !== 'config' && !found[3]) {
    const files = await repository.list(kind)
    response.writeHead(200, { 'content-type': V2 }).end(JSON.stringify(files))
    return
  }
  const ref = kind === 'config' ? CONFIG : objectRef(kind, found[3]!)
  if (method === 'HEAD' || method === 'GET') return give(repository, ref, request, response)
  if (access !== 'full') return end(response, 403)
  if (method === 'POST') {
    await repository.save(ref, request, async () => {})
    return end(response, 200)
  }
  if (method !== 'DELETE') return end(response, 405)
  const gone = kind === 'locks' ? await repository.unlock(ref.name) : await repository.takeAway(ref)
  end(response, gone ? 200 : 404)
}

async function give(
  repository: Repository,
  ref: ObjectRef,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = await repository.find(ref)
  if (!file) return end(response, 404)
  const range = parseRange(request.headers.range, file.size)
  if (range === 'unsatisfiable') return end(response, 416)
  const length = range ? range.end - range.start + 1 : file.size
  response.writeHead(range ? 206 : 200, { 'content-length': length })
  if (request.method === 'HEAD') return void response.end()
  await pipeline(file.bytes(range), response)
}
