import { createHash, randomBytes } from 'node:crypto'
import type { Database, Tx } from '../../../platform/db/database.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import type { OrgKeys } from '../../../platform/keys/org-keys.ts'
import { openTexts } from '../present.ts'
import { lockTicket } from '../records.ts'
import { ended } from '../rules/flow.ts'
import { TicketSeal } from '../seal.ts'
import { ratingSettings } from './settings.ts'

/** 256 random bits: nobody guesses a link. */
const newSecret = (): string => randomBytes(32).toString('base64url')
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

const FORGET = {
  name: 'rating-links-forget',
  text: `delete from rating_links where org_id = $1
    and ((ticket_id = $2 and used_at is null) or expires_at < now() - interval '30 days')`,
}
const ADD = {
  name: 'rating-link-add',
  text: `insert into rating_links (org_id, id, ticket_id, round, secret_hash, expires_at)
    values ($1, $2, $3, $4, $5, now() + make_interval(days => $6)) returning expires_at`,
}
const USE = {
  name: 'rating-link-use',
  text: 'update rating_links set used_at = now() where org_id = $1 and id = $2 and used_at is null returning round, ticket_id',
}
const NEXT = {
  name: 'rating-link-next',
  text: `insert into rating_links (org_id, id, ticket_id, round, secret_hash, expires_at)
    values ($1, $2, $3, $4, $5, now() + interval '1 hour')`,
}
const RATED = {
  name: 'rating-rated',
  text: 'select 1 from ticket_ratings where org_id = $1 and ticket_id = $2 and round = $3',
}
const ASKS_IN_PORTAL = {
  name: 'rating-asks-in-portal',
  text: 'select user_id from portal_requests where org_id = $1 and ticket_id = $2',
}

export interface ToAsk {
  number: number
  /** Whom to ask by mail; undefined where none is known. */
  email: string | undefined
  /** Whom to ask in the portal. */
  portalUserId: string | undefined
  /** For the mail alone; it lies nowhere else. */
  secret: string
  until: Date
}

/** What asking a ticket's requester takes, with a new link; undefined where nothing is asked. An older link opens no more. */
export async function ratingToAsk(keys: OrgKeys, tx: Tx, ticketId: string): Promise<ToAsk | undefined> {
  const { orgId } = tx.context
  const ticket = await lockTicket(tx, ticketId)
  const settings = await ratingSettings(tx)
  if (!ticket || !settings.enabled || ticket.merged_into || !ended(ticket.status_category)) return undefined
  if ((await tx.run(RATED, [orgId, ticket.id, ticket.reopened_count])).length) return undefined
  const [portal] = await tx.run<{ user_id: string }>(ASKS_IN_PORTAL, [orgId, ticket.id])
  const seal = new TicketSeal(orgId, await keys.openDek(orgId, ticket.id, ticket))
  const { requester } = openTexts(seal, ticket)
  const secret = newSecret()
  await tx.run(FORGET, [orgId, ticket.id])
  const [made] = await tx.run<{ expires_at: Date }>(ADD, [
    orgId,
    uuidv7(),
    ticket.id,
    ticket.reopened_count,
    hashOf(secret),
    settings.linkDays,
  ])
  return {
    number: ticket.number,
    email: requester?.email,
    portalUserId: portal?.user_id,
    secret,
    until: made!.expires_at,
  }
}

export interface FoundLink {
  org: string
  link: string
  ticket: string
  number: number
  score: 1 | 2 | 3 | null
}

/** The ticket that a secret may rate now; undefined for one that is over, was used, or never was. */
export async function findRatingLink(db: Database, secret: string): Promise<FoundLink | undefined> {
  const [row] = await db.query<{ found: FoundLink | null }>(
    { name: 'rating-link', text: 'select wk_rating_link($1) as found' },
    [hashOf(secret)],
  )
  return row?.found ?? undefined
}

/**
 * Uses a link up, in the transaction that rates by it. Answers a secret that is good for the next hour, for whoever wants to
 * say more right away; undefined when somebody else was faster.
 */
export async function useRatingLink(tx: Tx, linkId: string): Promise<string | undefined> {
  const { orgId } = tx.context
  const [used] = await tx.run<{ round: number; ticket_id: string }>(USE, [orgId, linkId])
  if (!used) return undefined
  const secret = newSecret()
  await tx.run(NEXT, [orgId, uuidv7(), used.ticket_id, used.round, hashOf(secret)])
  return secret
}
