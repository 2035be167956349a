import { z } from 'zod'
import { byRequest } from '../../../platform/http/by.ts'
import { conflict } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { FileAnswer, FileId, Id, ReasonBody } from '../api.ts'
import type { Owners } from '../owners.ts'
import { presentFile } from '../present.ts'
import { readFileRow } from '../records.ts'
import { removeBlobs } from '../remove.ts'
import { clearFile, lockForChange, moveFile, purgeFile } from '../settle.ts'
import { aboutFile } from '../state.ts'
import { seenFile } from './read.ts'

/** How long somebody may look into a suspected file, in minutes. */
const REVEAL_MINUTES = 10

const REVEAL = {
  name: 'file-reveal',
  text: `insert into file_reveals (org_id, file_id, user_id, expires_at) values ($1, $2, $3, now() + make_interval(mins => ${REVEAL_MINUTES}))
    on conflict (org_id, file_id, user_id) do update set expires_at = excluded.expires_at returning expires_at`,
}

const Receipt = z.object({
  receipt: z.object({
    eventId: Id,
    fileId: Id,
    purgedAt: z.string(),
    bytes: z.number(),
    ciphertextHash: z.string(),
    keyHash: z.string(),
    backupsUntil: z.string(),
  }),
})

/** What people decide about a suspected file. */
export function settleRoutes(services: Services, owners: Owners): Route[] {
  const reveal = route({
    method: 'POST',
    path: '/files/:id/reveal',
    tag: 'files',
    needs: 'files:reveal',
    summary: 'Look into a suspected file for ten minutes, with a reason',
    params: FileId,
    body: ReasonBody,
    answer: { status: 200, schema: FileAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const row = await seenFile(tx, ctx, owners, params.id)
        if (row.state !== 'suspected') throw conflict('not-suspected', 'The file is not suspected')
        await tx.run(REVEAL, [tx.context.orgId, row.id, ctx.principal.userId])
        await ctx.record(tx, { action: 'file.reveal', ...aboutFile(owners, row), reason: body.reason })
        return presentFile(services.keys, tx, (await readFileRow(tx, row.id))!)
      }),
  })

  const clear = route({
    method: 'POST',
    path: '/files/:id/clear',
    tag: 'files',
    needs: 'files:clear',
    summary: 'Say that a suspected file holds no protected health information',
    params: FileId,
    body: ReasonBody,
    answer: { status: 200, schema: FileAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const row = await lockForChange(tx, owners, ctx.principal, params.id)
        await clearFile(tx, services, owners, byRequest(ctx), row, body.reason)
        return presentFile(services.keys, tx, (await readFileRow(tx, row.id))!)
      }),
  })

  const move = route({
    method: 'POST',
    path: '/files/:id/move',
    tag: 'files',
    needs: 'files:move',
    summary: 'Move a file into a client’s record; a tombstone stays here',
    params: FileId,
    body: ReasonBody.extend({ clientId: Id }),
    answer: { status: 200, schema: FileAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const row = await lockForChange(tx, owners, ctx.principal, params.id)
        const by = byRequest(ctx)
        const moved = await moveFile(tx, services, owners, by, ctx.principal, row, body.clientId, body.reason)
        return presentFile(services.keys, tx, (await readFileRow(tx, moved.id))!)
      }),
  })

  const purge = route({
    method: 'POST',
    path: '/files/:id/purge',
    tag: 'files',
    needs: 'files:purge',
    summary: 'Destroy a file for good, with its key; the receipt stays in the log',
    params: FileId,
    body: ReasonBody,
    answer: { status: 200, schema: Receipt },
    async handler(ctx, { params, body }) {
      const receipt = await ctx.withContext(async (tx) => {
        const row = await lockForChange(tx, owners, ctx.principal, params.id)
        return purgeFile(tx, services, owners, byRequest(ctx), row, body.reason)
      })
      // Now, if the store answers; otherwise the job of the same transaction does it.
      await removeBlobs(services, ctx.principal.orgId, params.id).catch(() => {})
      return { receipt }
    },
  })
  return [reveal, clear, move, purge]
}
