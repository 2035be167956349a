import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { conflict, notFound, Problem } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import { addJob } from '../../../platform/jobs/index.ts'
import type { Services } from '../../../platform/services.ts'
import { ById, DeviceAnswer, Id, ReasonBody } from '../api.ts'
import { destroyDevice } from '../destroy.ts'
import { historyOf } from '../history.ts'
import { present, readDevice, readLiving } from '../records.ts'
import { type Entry, fetchFile, listCopies, listFolder } from '../restic/look.ts'
import { passwordHere } from '../restic/managed.ts'
import { findRestic } from '../restic/program.ts'
import { ResticFailed } from '../restic/run.ts'
import { giveBack } from '../retention.ts'
import { HELD_DAYS } from '../sweep.ts'

const Time = z.string().nullable()
const History = z.object({
  /** Whether this server has the restic that looks into copies and lets old ones go. */
  resticHere: z.boolean(),
  copies: z.array(z.object({ id: z.string(), receivedAt: z.string() })),
  copyCount: z.number().int(),
  sessions: z.array(
    z.object({
      id: Id,
      access: z.enum(['append', 'read']),
      startedAt: z.string(),
      lastAt: z.string(),
      endedAt: Time,
      writtenBytes: z.number(),
      readBytes: z.number(),
      snapshots: z.number().int(),
      refused: z.number().int(),
    }),
  ),
  runs: z.array(
    z.object({
      id: Id,
      kind: z.enum(['retention', 'drill']),
      state: z.enum(['running', 'done', 'failed']),
      startedAt: z.string(),
      endedAt: Time,
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
  /** What retention took out and can still be given back. */
  heldFiles: z.number().int(),
})
const SnapshotId = z.string().regex(/^[0-9a-f]{64}$/, 'must be the id of a copy')
const Path = z
  .string()
  .min(1)
  .max(4096)
  .startsWith('/')
  .refine((p) => !p.includes('\0'), 'must not hold a NUL')

/** What lies in a device's repository: told without its password as far as that goes, looked into with it. */
export function copyRoutes(services: Services): Route[] {
  const history = route({
    method: 'GET',
    path: '/devices/:id/history',
    tag: 'devices',
    needs: 'devices:read',
    summary: 'The copies of a device, its sessions, and what Wellkeep did with them',
    params: ById,
    answer: { status: 200, schema: History },
    async handler(ctx, { params }) {
      await ctx.withContext((tx) => readDevice(tx, params.id))
      const found = await services.db.withContext(
        { orgId: ctx.principal.orgId, userId: null },
        (tx) => historyOf(tx, params.id),
        'worker',
      )
      await ctx.recordRead({ action: 'device.history', object: { type: 'device', id: params.id } })
      return { ...found, resticHere: findRestic() !== undefined }
    },
  })
  const look = route({
    method: 'POST',
    path: '/devices/:id/look',
    tag: 'devices',
    needs: 'devices:restore',
    summary:
      'The copies of a managed device with their folders; with a copy and a path, what lies in a folder',
    params: ById,
    body: z.strictObject({ copy: SnapshotId.optional(), path: Path.default('/') }),
    answer: {
      status: 200,
      schema: z.object({
        copies: z.array(
          z.object({ id: z.string(), receivedAt: z.string(), host: z.string(), paths: z.array(z.string()) }),
        ),
        entries: z.array(
          z.object({
            name: z.string(),
            path: z.string(),
            type: z.enum(['file', 'dir', 'other']),
            size: z.number().nullable(),
            changedAt: Time,
          }),
        ),
        /** There is more in the folder than is shown. */
        more: z.boolean(),
      }),
    },
    async handler(ctx, { params, body }) {
      const password = await passwordFor(ctx, params.id)
      const at = { orgId: ctx.principal.orgId, deviceId: params.id, password }
      const answer = body.copy
        ? { copies: [], ...(await asked(listFolder(services, at, body.copy, body.path))) }
        : { copies: await asked(listCopies(services, at)), entries: [] as Entry[], more: false }
      await ctx.recordRead({
        action: 'device.look',
        object: { type: 'device', id: params.id },
        facts: { copy: body.copy ?? null, entries: answer.entries.length, copies: answer.copies.length },
      })
      return answer
    },
  })
  const fetched = route({
    method: 'POST',
    path: '/devices/:id/fetch',
    tag: 'devices',
    needs: 'devices:restore',
    summary: 'One file out of a copy of a managed device',
    params: ById,
    body: z.strictObject({ copy: SnapshotId, path: Path }),
    answer: { status: 200, schema: { stream: 'application/octet-stream' } },
    async handler(ctx, { params, body }) {
      const password = await passwordFor(ctx, params.id)
      const at = { orgId: ctx.principal.orgId, deviceId: params.id, password }
      const bytes = fetchFile(services, at, body.copy, body.path)
      // Before the first header leaves: what is not there is answered as such.
      const first = await asked(bytes.next())
      await ctx.recordRead({
        action: 'device.fetch',
        object: { type: 'device', id: params.id },
        facts: { copy: body.copy },
      })
      ctx.reply
        .header('content-type', 'application/octet-stream')
        .header('content-disposition', 'attachment')
        .header('cache-control', 'no-store')
        .header('content-security-policy', "default-src 'none'; sandbox")
      return Readable.from(startingWith(first, bytes), { objectMode: false })
    },
  })
  const work = (kind: 'retention' | 'drill', summary: string) =>
    route({
      method: 'POST',
      path: `/devices/:id/${kind}`,
      tag: 'devices',
      needs: 'devices:manage',
      summary,
      params: ById,
      body: z.strictObject({}),
      answer: { status: 202, schema: null },
      handler: (ctx, { params }) =>
        ctx.withContext(async (tx) => {
          const row = await readLiving(tx, params.id)
          if (row.state !== 'active') throw conflict('device-revoked', 'The device was revoked')
          if (kind === 'retention' && !row.retention)
            throw conflict('no-rule', 'The device has no rule for old copies')
          await passwordHere(services, tx, row)
          await addJob(tx, `device.${kind}`, { deviceId: row.id }, { key: `device.${kind}:${row.id}` })
          await ctx.record(tx, { action: `device.${kind}-start`, object: { type: 'device', id: row.id } })
        }),
    })
  const back = route({
    method: 'POST',
    path: '/devices/:id/give-back',
    tag: 'devices',
    needs: 'devices:manage',
    summary: `Gives back the copies that retention let go within the last ${HELD_DAYS} days`,
    params: ById,
    body: z.strictObject({}),
    answer: { status: 200, schema: z.object({ files: z.number().int() }) },
    // As the worker, whom alone the database lets change what lies in a repository; still this person's doing.
    handler: (ctx, { params }) =>
      services.db.withContext(
        { orgId: ctx.principal.orgId, userId: ctx.principal.userId },
        async (tx) => {
          await readLiving(tx, params.id)
          const files = await giveBack(tx, params.id, new Date(0))
          const object = { type: 'device', id: params.id }
          await ctx.record(tx, { action: 'device.give-back', object, facts: { files } })
          return { files }
        },
        'worker',
      ),
  })
  const destroy = route({
    method: 'POST',
    path: '/devices/:id/destroy',
    tag: 'devices',
    needs: 'devices:manage',
    summary: 'Destroys the copies of a revoked device for good, with their key',
    params: ById,
    body: ReasonBody,
    answer: { status: 200, schema: DeviceAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const row = await destroyDevice(tx, params.id)
        await ctx.record(tx, {
          action: 'device.destroy',
          object: { type: 'device', id: row.id },
          reason: body.reason,
        })
        return present(row)
      }),
  })
  return [
    history,
    look,
    fetched,
    work('retention', 'Lets old copies go now, by the device’s rule'),
    work('drill', 'Restores a file at random now, to see that it can be done'),
    back,
    destroy,
  ]

  function passwordFor(ctx: RequestContext, id: string): Promise<string> {
    return ctx.withContext(async (tx: Tx) => passwordHere(services, tx, await readLiving(tx, id)))
  }
}

/** Says without restic's words, which name files, that it did not find what was asked for. */
async function asked<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof ResticFailed)) throw error
    if (error.code === null) throw new Problem(503, 'restic-missing', 'restic could not be started')
    throw notFound('The copy, or the path in it,')
  }
}

async function* startingWith(first: IteratorResult<Buffer>, rest: AsyncGenerator<Buffer>) {
  if (!first.done) yield first.value
  yield* rest
}
