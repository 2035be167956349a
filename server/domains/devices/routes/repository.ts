import { Readable } from 'node:stream'
import { z } from 'zod'
import { drain } from '../../../platform/http/drain.ts'
import { notFound, Problem } from '../../../platform/http/problem.ts'
import { parseRange } from '../../../platform/http/range.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { alone } from '../alone.ts'
import { ById } from '../api.ts'
import { CONFIG, ListPlace, ObjectPlace, type ObjectRef, objectRef } from '../repository/names.ts'
import { Repository } from '../repository/repository.ts'
import { countInSession, deviceSession } from '../sessions.ts'

const V1 = 'application/vnd.x.restic.rest.v1'
const V2 = 'application/vnd.x.restic.rest.v2'
const UNAUDITED =
  'One event as a device’s session begins, one for each copy, one as it ends; see sessions.ts.'

/** The protocol of restic's REST backend, versions 1 and 2: what is there is read and added to, and nothing else. */
export function repositoryRoutes(services: Services): Route[] {
  const common = { tag: 'devices', needs: 'device', unaudited: UNAUDITED } as const

  /** The repository of the device that asks, and of no other. */
  async function opened(
    ctx: RequestContext,
    id: string,
  ): Promise<{ repository: Repository; session: string }> {
    const { orgId, userId } = ctx.principal
    if (id !== userId) throw notFound('The repository')
    return { repository: new Repository(services, orgId, userId), session: await deviceSession(ctx) }
  }

  async function give(ctx: RequestContext, id: string, ref: ObjectRef): Promise<unknown> {
    const { repository, session } = await opened(ctx, id)
    const head = ctx.reply.request.method === 'HEAD'
    let range: ReturnType<typeof parseRange>
    let length = 0
    const found = await repository.find(ref, async (tx, size) => {
      range = parseRange(ctx.headers.range as string | undefined, size)
      if (head || range === 'unsatisfiable') return
      length = range ? range.end - range.start + 1 : size
      if (ref.kind !== 'data') return
      const counted = await countInSession(tx, session, { read: length })
      if (counted?.read_objects === 1)
        await ctx.record(tx, {
          action: 'device.copy-read',
          object: { type: 'device', id },
          facts: { session, access: ctx.principal.device!.access },
        })
    })
    if (!found) throw notFound('The file')
    ctx.reply.header('content-type', 'application/octet-stream').header('accept-ranges', 'bytes')
    if (head) {
      // A stream, as what stands for a body keeps the length that is said here.
      ctx.reply.header('content-length', String(found.size))
      return Readable.from([])
    }
    if (range === 'unsatisfiable')
      throw new Problem(416, 'range', 'The range lies outside the file', {
        headers: { 'content-range': `bytes */${found.size}` },
      })
    ctx.reply.header('content-length', String(length))
    if (range) ctx.reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${found.size}`)
    return Readable.from(found.bytes(range), { objectMode: false })
  }

  async function take(ctx: RequestContext, id: string, ref: ObjectRef): Promise<void> {
    try {
      const { repository, session } = await opened(ctx, id)
      if (ctx.principal.device!.access !== 'append' && ref.kind !== 'locks')
        throw new Problem(403, 'read-only', 'This access reads copies and adds none')
      const stream = (ctx.stream as Readable).iterator({ destroyOnReturn: false })
      await repository.save(ref, stream, async (tx, size) => {
        const snapshots = ref.kind === 'snapshots' ? 1 : 0
        const counted = await countInSession(tx, session, { written: size, snapshots })
        if (snapshots)
          await ctx.record(tx, {
            action: 'device.copy',
            object: { type: 'device', id },
            facts: { session, snapshot: ref.name.toString('hex'), bytes: counted?.written_bytes ?? 0 },
          })
      })
    } catch (error) {
      drain(ctx)
      throw error
    }
  }

  /** Whatever is not a lock stays. What would have been deleted is in the log, once a session with its sum at the end. */
  async function refuse(ctx: RequestContext, id: string, ref: ObjectRef): Promise<void> {
    const { repository, session } = await opened(ctx, id)
    if (!(await repository.find(ref))) throw notFound('The file')
    await ctx.withContext(async (tx) => {
      await alone(tx)
      const counted = await countInSession(tx, session, { refused: 1 })
      if (counted?.refused === 1)
        await ctx.record(tx, {
          action: 'device.delete',
          outcome: 'refused',
          reason: 'append-only',
          object: { type: 'device', id },
          facts: { session, kind: ref.kind },
        })
    })
    ctx.reply.code(403).type('text/plain').send('Copies are only ever added')
  }

  const create = route({
    ...common,
    method: 'POST',
    path: '/devices/:id/repository/',
    summary: 'restic: make the repository; it is there from the enrolment on',
    params: ById,
    query: z.object({ create: z.literal('true') }),
    streams: true,
    answer: { status: 200, schema: null },
    async handler(ctx, { params }) {
      ctx.stream.resume()
      await opened(ctx, params.id)
    },
  })
  const readConfig = route({
    ...common,
    method: 'GET',
    path: '/devices/:id/repository/config',
    summary: 'restic: the repository’s configuration',
    params: ById,
    answer: { status: 200, schema: { stream: 'application/octet-stream' } },
    handler: (ctx, { params }) => give(ctx, params.id, CONFIG),
  })
  const writeConfig = route({
    ...common,
    method: 'POST',
    path: '/devices/:id/repository/config',
    summary: 'restic: write the configuration, once',
    params: ById,
    streams: true,
    answer: { status: 200, schema: null },
    handler: (ctx, { params }) => take(ctx, params.id, CONFIG),
  })
  const deleteConfig = route({
    ...common,
    method: 'DELETE',
    path: '/devices/:id/repository/config',
    summary: 'restic: refused, always',
    params: ById,
    answer: { status: 200, schema: null },
    handler: (ctx, { params }) => refuse(ctx, params.id, CONFIG),
  })
  const list = route({
    ...common,
    method: 'GET',
    path: '/devices/:id/repository/:kind/',
    summary: 'restic: the names of files of one kind; with their sizes in version 2',
    params: ListPlace,
    answer: { status: 200, schema: { stream: V2 } },
    async handler(ctx, { params }) {
      const { repository } = await opened(ctx, params.id)
      const files = await repository.list(params.kind)
      const sizes = ctx.headers.accept === V2
      ctx.reply.header('content-type', sizes ? V2 : V1)
      return Buffer.from(JSON.stringify(sizes ? files : files.map((f) => f.name)))
    },
  })
  const read = route({
    ...common,
    method: 'GET',
    path: '/devices/:id/repository/:kind/:name',
    summary: 'restic: a file, or a range of it',
    params: ObjectPlace,
    answer: { status: 200, schema: { stream: 'application/octet-stream' } },
    handler: (ctx, { params }) => give(ctx, params.id, objectRef(params.kind, params.name)),
  })
  const write = route({
    ...common,
    method: 'POST',
    path: '/devices/:id/repository/:kind/:name',
    summary: 'restic: add a file; its name is the SHA-256 of its bytes',
    params: ObjectPlace,
    streams: true,
    answer: { status: 200, schema: null },
    handler: (ctx, { params }) => take(ctx, params.id, objectRef(params.kind, params.name)),
  })
  const remove = route({
    ...common,
    method: 'DELETE',
    path: '/devices/:id/repository/:kind/:name',
    summary: 'restic: take away a lock; anything else stays',
    params: ObjectPlace,
    answer: { status: 200, schema: null },
    async handler(ctx, { params }) {
      const ref = objectRef(params.kind, params.name)
      if (ref.kind !== 'locks') return refuse(ctx, params.id, ref)
      const { repository } = await opened(ctx, params.id)
      if (!(await repository.unlock(ref.name))) throw notFound('The lock')
    },
  })
  return [create, readConfig, writeConfig, deleteConfig, list, read, write, remove]
}
