import { z } from 'zod'
import { notFound, stale } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { ById } from '../api.ts'
import { clientNames } from '../client-names.ts'
import { usesOf } from '../contract-days.ts'
import {
  ContractAnswer,
  ContractBody,
  ContractChange,
  checkDates,
  columns,
  createContract,
  named,
  present,
  readContract,
} from '../contracts.ts'

const PeriodAnswer = z.object({
  startsOn: z.string(),
  endsBefore: z.string(),
  included: z.number().int(),
  rolledIn: z.number().int(),
  /** As billed. */
  used: z.number().int(),
  /** As it was worked, before it was rounded up. */
  worked: z.number().int(),
  over: z.number().int(),
  left: z.number().int(),
})

const ListedContract = ContractAnswer.extend({
  /** Where walls, permission and field classes show it. */
  clientName: z.string().nullable(),
  /** The period that today is in, or the last one. */
  current: PeriodAnswer.nullable(),
  waitingMinutes: z.number().int(),
})

/** What was agreed with clients about working time, and how much of it is used. */
export function contractRoutes({ db, keys }: Services): Route[] {
  const list = route({
    method: 'GET',
    path: '/contracts',
    tag: 'contracts',
    needs: 'contracts:manage',
    summary: 'Contracts and how far they are used; clients are named as far as one may see them',
    answer: { status: 200, schema: z.object({ items: z.array(ListedContract), nextCursor: z.null() }) },
    async handler(ctx) {
      const { contracts, names } = await ctx.withContext(async (tx) => {
        const rows = await tx.db.selectFrom('contracts').selectAll().orderBy('name').execute()
        return { contracts: rows.map(present), names: await clientNames(keys, tx, ctx.principal, rows) }
      })
      const uses = await db.withContext(
        { orgId: ctx.principal.orgId, userId: null },
        (tx) => usesOf(tx, contracts),
        'worker',
      )
      await ctx.recordRead({
        action: 'contract.list',
        object: { type: 'contract', id: null },
        objects: [...new Set(contracts.map((c) => c.clientId))],
        ...(names.size && { classes: ['contact'] as const }),
      })
      const items = contracts.map((c) => ({
        ...c,
        clientName: names.get(c.clientId) ?? null,
        current: uses.get(c.id)!.periods.at(-1) ?? null,
        waitingMinutes: uses.get(c.id)!.waitingMinutes,
      }))
      return { items, nextCursor: null }
    },
  })
  const ofTicket = route({
    method: 'GET',
    path: '/tickets/:id/contracts',
    tag: 'contracts',
    needs: 'time:write',
    summary: 'The contracts that time on a ticket may be counted to',
    params: ById,
    answer: { status: 200, schema: z.object({ items: z.array(ContractAnswer), nextCursor: z.null() }) },
    async handler(ctx, { params }) {
      const rows = await ctx.withContext(async (tx) => {
        const ticket = await tx.db
          .selectFrom('tickets')
          .select('client_id')
          .where('id', '=', params.id)
          .executeTakeFirst()
        if (!ticket) throw notFound('The ticket')
        if (!ticket.client_id) return []
        return tx.db
          .selectFrom('contracts')
          .selectAll()
          .where('client_id', '=', ticket.client_id)
          .orderBy('name')
          .execute()
      })
      await ctx.recordRead({ action: 'contract.list', object: { type: 'ticket', id: params.id } })
      return { items: rows.map(present), nextCursor: null }
    },
  })
  const create = route({
    method: 'POST',
    path: '/contracts',
    tag: 'contracts',
    needs: 'contracts:manage',
    summary: 'Make a contract',
    idempotent: {
      needs: 'contracts:manage',
      async read(ctx, id) {
        const row = await ctx.withContext((tx) => readContract(tx, id))
        await ctx.recordRead({ action: 'contract.list', object: { type: 'contract', id } })
        return present(row)
      },
    },
    body: ContractBody,
    answer: { status: 201, schema: ContractAnswer },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const made = await createContract(tx, body)
        await ctx.record(tx, {
          action: 'contract.create',
          object: { type: 'contract', id: made.id },
          objects: [body.clientId],
        })
        return made
      }),
  })
  const change = route({
    method: 'PATCH',
    path: '/contracts/:id',
    tag: 'contracts',
    needs: 'contracts:manage',
    summary: 'Change a contract; what is left out stays',
    params: ById,
    body: ContractChange,
    answer: { status: 200, schema: ContractAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const before = present(await readContract(tx, params.id))
        const { startsOn, endsOn } = { ...before, ...body }
        checkDates(startsOn, endsOn)
        const row = await named(
          tx.db
            .updateTable('contracts')
            .set((e) => ({ ...columns(body), version: e('version', '+', 1) }))
            .where('id', '=', params.id)
            .where('version', '=', ctx.ifMatch())
            .returningAll()
            .executeTakeFirst(),
        )
        if (!row) throw stale()
        await ctx.record(tx, {
          action: 'contract.change',
          object: { type: 'contract', id: params.id },
          changes: Object.keys(body),
        })
        ctx.reply.header('etag', `"${row.version}"`)
        return present(row)
      }),
  })
  const remove = route({
    method: 'DELETE',
    path: '/contracts/:id',
    tag: 'contracts',
    needs: 'contracts:manage',
    summary: 'Delete a contract to which no time was counted',
    params: ById,
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        await readContract(tx, params.id)
        await named(tx.db.deleteFrom('contracts').where('id', '=', params.id).execute())
        await ctx.record(tx, { action: 'contract.remove', object: { type: 'contract', id: params.id } })
      }),
  })
  const use = route({
    method: 'GET',
    path: '/contracts/:id/use',
    tag: 'contracts',
    needs: 'contracts:manage',
    summary: 'How much of a contract is used, period by period; approved time counts',
    params: ById,
    answer: {
      status: 200,
      schema: z.object({ periods: z.array(PeriodAnswer), waitingMinutes: z.number().int() }),
    },
    async handler(ctx, { params }) {
      const { orgId } = ctx.principal
      const contract = await ctx.withContext((tx) => readContract(tx, params.id))
      const uses = await db.withContext(
        { orgId, userId: null },
        (tx) => usesOf(tx, [present(contract)]),
        'worker',
      )
      await ctx.recordRead({
        action: 'contract.read',
        object: { type: 'contract', id: params.id },
        objects: [contract.client_id],
      })
      return uses.get(params.id)!
    },
  })
  return [list, ofTicket, create, change, remove, use]
}
