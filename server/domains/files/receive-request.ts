import type { Readable } from 'node:stream'
import { z } from 'zod'
import { type By, byRequest } from '../../platform/http/by.ts'
import { drain } from '../../platform/http/drain.ts'
import { invalid, notFound, Problem } from '../../platform/http/problem.ts'
import type { RequestContext } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { completeFile } from './complete.ts'
import type { Owners } from './owners.ts'
import { receive } from './receive.ts'
import { type FileRow, readFileRow } from './records.ts'

/** How far an upload is. */
export const Received = z.object({ offset: z.number(), size: z.number(), complete: z.boolean() })

/**
 * Takes the bytes of a request into a file, from the header `upload-offset` on. What arrives before a break is kept.
 * `find` answers the file if the sender may write it, or throws.
 */
export async function receiveRequest(
  services: Services,
  owners: Owners,
  ctx: RequestContext,
  find: () => Promise<FileRow>,
): Promise<z.output<typeof Received>> {
  try {
    const row = await find()
    const offset = offsetOf(ctx, row)
    const { orgId, userId } = ctx.principal
    const stream = (ctx.stream as Readable).iterator({ destroyOnReturn: false })
    const received = await receive(services, { orgId, userId }, row.id, offset, stream)
    if (!received) throw notFound('The file')
    if (received.complete) {
      await whole(services, owners, ctx, row)
      await ctx.withContext(async (tx) => owners.of(row.owner_type).afterUpload?.(tx, services, row))
    }
    return { ...received, size: row.size }
  } catch (error) {
    drain(ctx)
    throw error
  }
}

/** The file, for whoever may write to what it hangs on. */
export async function uploadable(ctx: RequestContext, owners: Owners, id: string): Promise<FileRow> {
  return ctx.withContext(async (tx) => {
    const row = await readFileRow(tx, id)
    if (!row) throw notFound('The file')
    await owners.of(row.owner_type).open(tx, ctx.principal, row.owner_id, 'write')
    return row
  })
}

function offsetOf(ctx: RequestContext, row: FileRow): number {
  if (/^application\/json\b/i.test(String(ctx.headers['content-type'] ?? '')))
    throw new Problem(415, 'media-type', 'Send the bytes as application/octet-stream')
  const given = String(ctx.headers['upload-offset'] ?? '')
  if (!/^\d{1,15}$/.test(given))
    throw invalid([{ field: 'upload-offset', message: 'is required: the bytes that are there already' }])
  const length = Number(ctx.headers['content-length'] ?? 0)
  if (Number(given) + length > row.size)
    throw invalid([{ field: 'body', message: `has more than the ${row.size} bytes that were announced` }])
  return Number(given)
}

/** All of it is there. What follows for its owner is the system's to do where the sender's walls end before it. */
function whole(services: Services, owners: Owners, ctx: RequestContext, row: FileRow): Promise<void> {
  if (ctx.principal.kind !== 'portal' || !owners.of(row.owner_type).wholeBySystem)
    return ctx.withContext((tx) => completeFile(tx, services, owners, byRequest(ctx), row.id))
  const by: By = {
    userId: null,
    name: ctx.principal.displayName,
    may: () => false,
    record: (tx, event) => ctx.record(tx, event),
  }
  const context = { orgId: ctx.principal.orgId, userId: null }
  return services.db.withContext(context, (tx) => completeFile(tx, services, owners, by, row.id), 'worker')
}
