import { z } from 'zod'
import { conflict, forbidden, stale } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { ById, CreateEntry, Day, Entries, EntryAnswer, Id, PatchEntry } from '../api.ts'
import { recallTime, submitTime } from '../decide.ts'
import {
  type EntryRow,
  holdKeysOf,
  presentEntries,
  readEntries,
  readEntry,
  sealEntryText,
  termsOf,
} from '../entries.ts'
import { addEntry } from '../write.ts'

const PAGE = 200

/** Time that was worked on tickets. One's own is changed until it is submitted, and again when it was rejected. */
export function entryRoutes({ keys }: Services): Route[] {
  const add = route({
    method: 'POST',
    path: '/tickets/:id/time',
    tag: 'time',
    needs: 'time:write',
    summary: 'Record time on a ticket',
    idempotent: {
      needs: 'time:write',
      async read(ctx, id, { params }) {
        const [entry] = await ctx.withContext(async (tx) =>
          presentEntries(keys, tx, [await readEntry(tx, id)]),
        )
        const object = { type: 'ticket', id: params.id }
        await ctx.recordRead({ action: 'time.list', object, facts: { count: 1 } })
        return entry
      },
    },
    params: ById,
    body: CreateEntry,
    answer: { status: 201, schema: EntryAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const id = await addEntry(tx, keys, { ...body, ticketId: params.id })
        await ctx.record(tx, {
          action: 'time.create',
          object: { type: 'ticket', id: params.id },
          facts: { entry: id, minutes: body.minutes },
        })
        return (await presentEntries(keys, tx, [await readEntry(tx, id)]))[0]
      }),
  })
  const search = route({
    method: 'POST',
    path: '/time-entries/search',
    tag: 'time',
    needs: 'time:write',
    summary:
      'Time entries on tickets that you may see: one’s own, of a ticket, or those that wait for approval',
    body: z.strictObject({
      ticketId: Id.optional(),
      userId: Id.optional(),
      state: z.enum(['draft', 'submitted', 'approved', 'rejected']).optional(),
      from: Day.optional(),
      to: Day.optional(),
      after: Id.optional(),
    }),
    answer: { status: 200, schema: Entries },
    async handler(ctx, { body }) {
      const { userId: me, permissions } = ctx.principal
      // Others' time shows on the ticket, or to whoever approves it.
      const all = body.ticketId !== undefined || permissions.has('time:approve')
      if (!all && body.userId !== undefined && body.userId !== me)
        throw forbidden('To see the time of others needs the permission time:approve.')
      const filter = { ...body, ...(!all && { userId: me }), limit: PAGE + 1 }
      const items = await ctx.withContext(async (tx) =>
        presentEntries(keys, tx, await readEntries(tx, filter)),
      )
      const page = items.slice(0, PAGE)
      await ctx.recordRead({
        action: 'time.list',
        object: { type: 'ticket', id: body.ticketId ?? null },
        objects: [...new Set(page.map((e) => e.ticketId))],
        facts: { count: page.length },
      })
      return { items: page, nextCursor: items.length > PAGE ? page.at(-1)!.id : null }
    },
  })
  const change = route({
    method: 'PATCH',
    path: '/time-entries/:id',
    tag: 'time',
    needs: 'time:write',
    summary: 'Change one’s own entry; one that was rejected becomes a draft again',
    params: ById,
    body: PatchEntry,
    answer: { status: 200, schema: EntryAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        // Its ticket is merged nowhere meanwhile.
        await holdKeysOf(tx, [params.id])
        const before = await readEntry(tx, params.id)
        editable(before, ctx.principal.userId)
        const entry = { id: before.id, ticketId: before.ticket_id }
        const contractId = body.contractId === undefined ? before.contract_id : body.contractId
        const terms = await termsOf(tx, { ...entry, contractId, date: body.date ?? before.work_date })
        // Another contract brings its own rate, unless one is said.
        const moved = contractId !== before.contract_id
        const { numUpdatedRows } = await tx.db
          .updateTable('time_entries')
          .set((e) => ({
            ...(body.date && { work_date: body.date }),
            ...(body.minutes && { minutes: body.minutes }),
            ...(body.billable !== undefined && { billable: body.billable }),
            ...(moved && { rate_cents: terms.rateCents, currency: terms.currency }),
            ...(body.rateCents !== undefined && { rate_cents: body.rateCents }),
            ...(body.currency && { currency: body.currency }),
            contract_id: contractId,
            state: 'draft',
            decided_by: null,
            decided_at: null,
            sealed_reason: null,
            version: e('version', '+', 1),
          }))
          .where('id', '=', before.id)
          .where('version', '=', ctx.ifMatch())
          .executeTakeFirst()
        if (!numUpdatedRows) throw stale()
        if (body.note !== undefined) {
          const sealed_note = await sealEntryText(keys, tx, entry, 'sealed_note', body.note)
          await tx.db.updateTable('time_entries').set({ sealed_note }).where('id', '=', before.id).execute()
        }
        await ctx.record(tx, {
          action: 'time.change',
          object: { type: 'ticket', id: before.ticket_id },
          changes: Object.keys(body),
          facts: { entry: before.id },
        })
        const row = await readEntry(tx, before.id)
        ctx.reply.header('etag', `"${row.version}"`)
        return (await presentEntries(keys, tx, [row]))[0]
      }),
  })
  const remove = route({
    method: 'DELETE',
    path: '/time-entries/:id',
    tag: 'time',
    needs: 'time:write',
    summary: 'Remove one’s own entry that is not submitted',
    params: ById,
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const before = await readEntry(tx, params.id)
        editable(before, ctx.principal.userId)
        await tx.db.deleteFrom('time_entries').where('id', '=', before.id).execute()
        await ctx.record(tx, {
          action: 'time.remove',
          object: { type: 'ticket', id: before.ticket_id },
          facts: { entry: before.id, minutes: before.minutes },
        })
      }),
  })
  const submit = route({
    method: 'POST',
    path: '/time-entries/submit',
    tag: 'time',
    needs: 'time:write',
    summary: 'Hand in one’s own drafts for approval',
    body: z.strictObject({ ids: z.array(Id).min(1).max(500) }),
    answer: { status: 200, schema: z.object({ submitted: z.number().int() }) },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const submitted = await submitTime(tx, body.ids)
        await ctx.record(tx, {
          action: 'time.submit',
          object: { type: 'time-entry', id: null },
          objects: [...new Set(body.ids)],
        })
        return { submitted }
      }),
  })
  const recall = route({
    method: 'POST',
    path: '/time-entries/recall',
    tag: 'time',
    needs: 'time:write',
    summary: 'Take back what one handed in, while nobody has decided about it',
    body: z.strictObject({ ids: z.array(Id).min(1).max(500) }),
    answer: { status: 200, schema: z.object({ recalled: z.number().int() }) },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const recalled = await recallTime(tx, body.ids)
        await ctx.record(tx, {
          action: 'time.recall',
          object: { type: 'time-entry', id: null },
          objects: [...new Set(body.ids)],
        })
        return { recalled }
      }),
  })
  return [add, search, submit, recall, change, remove]
}

function editable(entry: EntryRow, userId: string): void {
  if (entry.user_id !== userId) throw forbidden('Only who worked it changes an entry; reject it instead.')
  if (entry.state === 'submitted' || entry.state === 'approved')
    throw conflict('time-handed-in', 'This time was handed in', 'It can be changed when it is rejected.')
}
