import { z } from 'zod'
import { bySystem } from '../../../platform/http/by.ts'
import { notFound, Problem, stale } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { Id, TicketId } from '../api.ts'
import { presentMessage } from '../present.ts'
import type { MessageRow } from '../records.ts'
import { TicketSeal } from '../seal.ts'
import { findRatingLink, useRatingLink } from './links.ts'
import { rateTicket } from './rate.ts'
import { ratingSettings } from './settings.ts'

const Secret = z
  .string()
  .min(40)
  .max(64)
  .regex(/^[\w-]+$/, 'is not one of a link')
/** 1 bad, 2 neither, 3 good. */
export const Score = z.union([z.literal(1), z.literal(2), z.literal(3)])
export const RatingBody = {
  score: Score,
  comment: z
    .string()
    .trim()
    .max(5000)
    .refine((text) => !/[\p{Cs}\0]/u.test(text), 'must be text')
    .optional(),
}
const Settings = {
  enabled: z.boolean(),
  changeDays: z.number().int().min(0).max(90),
  linkDays: z.number().int().min(1).max(90),
}
const SettingsAnswer = z.object({ ...Settings, version: z.number().int() })
const RatingAnswer = z.object({
  id: Id,
  score: Score,
  via: z.enum(['portal', 'mail']),
  ratedAt: z.string(),
  changedAt: z.string().nullable(),
  /** How often the ticket had been reopened before. */
  round: z.number().int(),
  /** What was written with it; covered like any message of the ticket. */
  comment: z.object({ id: Id, body: z.string().nullable(), masked: z.boolean() }).nullable(),
})
/** Tries from one place, in a minute. */
const GUESSES = { hits: 20, window: 60, per: 'address' as const }
const gone = () => new Problem(404, 'no-such-link', 'This link does not open, or not any more')

interface RatingRow {
  id: string
  score: 1 | 2 | 3
  via: 'portal' | 'mail'
  rated_at: Date
  changed_at: Date | null
  round: number
  message: MessageRow | null
}
const KEY = {
  name: 'rating-ticket-key',
  text: `select d.kek_id, d.wrapped from tickets t join deks d on d.org_id = t.org_id and d.subject_id = t.id
    where t.org_id = $1 and t.id = $2`,
}
const OF_TICKET = {
  name: 'ratings-of-ticket',
  text: 'select id, score, via, rated_at, changed_at, round, comment_id from ticket_ratings where org_id = $1 and ticket_id = $2 order by round desc',
}
const COMMENT = {
  name: 'rating-comment-message',
  text: `select m.*, null::text as author_name from ticket_messages m where m.org_id = $1 and m.ticket_id = $2 and m.id = $3`,
}
const KEEP_SETTINGS = {
  name: 'rating-settings-keep',
  text: `insert into rating_settings (org_id, enabled, change_days, link_days) values ($1, $2, $3, $4)
    on conflict (org_id) do update set enabled = excluded.enabled, change_days = excluded.change_days, link_days = excluded.link_days,
      version = rating_settings.version + 1`,
}

/** How content requesters are: what they say by a link, what staff see of it, and whether they are asked. */
export function ratingRoutes(services: Services): Route[] {
  const { db, keys } = services
  const open = route({
    method: 'POST',
    path: '/rate/open',
    tag: 'ratings',
    needs: 'public',
    summary: 'What a link from a mail may rate: a ticket’s number, and nothing else of it',
    limit: GUESSES,
    unaudited: 'A number, for whoever has the link; what never was is nobody’s.',
    body: z.strictObject({ secret: Secret }),
    answer: { status: 200, schema: z.object({ number: z.number().int(), score: Score.nullable() }) },
    async handler(_ctx, { body }) {
      const found = await findRatingLink(db, body.secret)
      if (!found) throw gone()
      return { number: found.number, score: found.score }
    },
  })
  const rate = route({
    method: 'POST',
    path: '/rate',
    tag: 'ratings',
    needs: 'public',
    summary: 'Rate a ticket by a link, once; what it answers is good for saying more within the hour',
    limit: GUESSES,
    unaudited:
      'The rating is recorded with what it changes, as the system’s: a link says nothing of who has it.',
    body: z.strictObject({ secret: Secret, ...RatingBody }),
    answer: { status: 200, schema: z.object({ next: z.string() }) },
    async handler(_ctx, { body }) {
      const found = await findRatingLink(db, body.secret)
      if (!found) throw gone()
      return db.withContext(
        { orgId: found.org, userId: null },
        async (tx) => {
          const next = await useRatingLink(tx, found.link)
          if (!next) throw gone()
          await rateTicket(tx, services, bySystem(services), found.ticket, {
            score: body.score,
            comment: body.comment || undefined,
            via: 'mail',
          })
          return { next }
        },
        'worker',
      )
    },
  })
  const ofTicket = route({
    method: 'GET',
    path: '/tickets/:id/ratings',
    tag: 'ratings',
    needs: 'tickets:read',
    summary: 'What the requester said of a ticket, each time it had ended',
    params: TicketId,
    answer: { status: 200, schema: z.object({ items: z.array(RatingAnswer) }) },
    async handler(ctx, { params }) {
      const { orgId } = ctx.principal
      const items = await ctx.withContext(async (tx) => {
        const [key] = await tx.run<{ kek_id: string; wrapped: Buffer }>(KEY, [orgId, params.id])
        if (!key) throw notFound('The ticket')
        const rows = await tx.run<RatingRow & { comment_id: string | null }>(OF_TICKET, [orgId, params.id])
        const seal = new TicketSeal(orgId, await keys.openDek(orgId, params.id, key))
        const out = []
        for (const r of rows) {
          const [message] = r.comment_id
            ? await tx.run<MessageRow>(COMMENT, [orgId, params.id, r.comment_id])
            : []
          const shown = message && presentMessage(seal, message)
          out.push({
            id: r.id,
            score: r.score,
            via: r.via,
            ratedAt: r.rated_at.toISOString(),
            changedAt: r.changed_at?.toISOString() ?? null,
            round: r.round,
            comment: shown ? { id: shown.id, body: shown.body, masked: shown.masked } : null,
          })
        }
        return out
      })
      await ctx.recordRead({ action: 'ticket-rating.read', object: { type: 'ticket', id: params.id } })
      return { items }
    },
  })
  const settings = route({
    method: 'GET',
    path: '/rating-settings',
    tag: 'ratings',
    needs: 'desk:settings',
    summary: 'Whether requesters are asked how content they are, and for how long',
    answer: { status: 200, schema: SettingsAnswer },
    unaudited: 'a setting of the desk, nothing of anybody',
    handler: (ctx) => ctx.withContext(async (tx) => ({ ...(await ratingSettings(tx)) })),
  })
  const keep = route({
    method: 'PUT',
    path: '/rating-settings',
    tag: 'ratings',
    needs: 'desk:settings',
    summary: 'Ask requesters how content they are, or do not',
    body: z.strictObject(Settings),
    answer: { status: 200, schema: SettingsAnswer },
    handler: (ctx, { body }) => {
      const version = ctx.ifMatch()
      return ctx.withContext(async (tx) => {
        const old = await ratingSettings(tx)
        if (old.version !== version) throw stale()
        await tx.run(KEEP_SETTINGS, [tx.context.orgId, body.enabled, body.changeDays, body.linkDays])
        await ctx.record(tx, {
          action: 'rating-settings.change',
          object: { type: 'organization', id: tx.context.orgId },
          changes: (['enabled', 'changeDays', 'linkDays'] as const).filter((f) => old[f] !== body[f]),
        })
        return ratingSettings(tx)
      })
    },
  })
  return [open, rate, ofTicket, settings, keep]
}
