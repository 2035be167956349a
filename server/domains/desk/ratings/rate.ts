import type { Tx } from '../../../platform/db/database.ts'
import type { By } from '../../../platform/http/by.ts'
import { conflict, notFound } from '../../../platform/http/problem.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import type { Services } from '../../../platform/services.ts'
import { addMessage } from '../message.ts'
import { openTexts } from '../present.ts'
import { lockTicket } from '../records.ts'
import { ended } from '../rules/flow.ts'
import type { Requester } from '../rules/words.ts'
import { TicketSeal } from '../seal.ts'
import { ratingSettings } from './settings.ts'

/** 1 bad, 2 neither, 3 good. */
export type Score = 1 | 2 | 3

export interface NewRating {
  score: Score
  comment?: string | undefined
  via: 'portal' | 'mail'
  /** Absent where a link says nothing of who has it: the ticket's own requester. */
  from?: Requester | undefined
}

interface Old {
  id: string
  comment_id: string | null
  settled: boolean
}
const OLD = {
  name: 'rating-old',
  text: `select id, comment_id, rated_at <= now() - make_interval(days => $4) as settled from ticket_ratings
    where org_id = $1 and ticket_id = $2 and round = $3`,
}
const KEEP = {
  name: 'rating-keep',
  text: `insert into ticket_ratings (org_id, id, ticket_id, round, score, comment_id, via, queue_id, assignee_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    on conflict (org_id, ticket_id, round) do update set score = excluded.score, comment_id = excluded.comment_id, via = excluded.via,
      changed_at = now()`,
}
const SAID = {
  name: 'rating-comment',
  text: 'select sealed_body from ticket_messages where org_id = $1 and ticket_id = $2 and id = $3',
}

/**
 * Keeps what a requester says of a ticket that has ended, in the system's transaction. A comment is a message of the ticket:
 * sealed, covered where it may tell about a patient, and found by search as any other. It opens nothing again, unless it is
 * covered: the gate stands before that.
 */
export async function rateTicket(
  tx: Tx,
  services: Pick<Services, 'keys'>,
  by: By,
  ticketId: string,
  input: NewRating,
): Promise<void> {
  const { orgId } = tx.context
  const ticket = await lockTicket(tx, ticketId)
  if (!ticket) throw notFound('The request')
  const settings = await ratingSettings(tx)
  if (!settings.enabled || ticket.merged_into || !ended(ticket.status_category))
    throw conflict('not-rated', 'This is not asked about now')
  const round = ticket.reopened_count
  const [old] = await tx.run<Old>(OLD, [orgId, ticket.id, round, settings.changeDays])
  if (old?.settled) throw conflict('rating-settled', 'This rating can’t be changed any more')
  const seal = new TicketSeal(orgId, await services.keys.openDek(orgId, ticket.id, ticket))
  let commentId = old?.comment_id ?? null
  if (input.comment && input.comment !== (await saidBefore(tx, seal, ticket.id, commentId))) {
    const { id } = await addMessage(tx, services, by, ticket.id, {
      kind: 'public',
      body: input.comment,
      from: input.from ?? openTexts(seal, ticket).requester ?? {},
      fromRequester: true,
      quiet: true,
    })
    commentId = id
  }
  await tx.run(KEEP, [
    orgId,
    old?.id ?? uuidv7(),
    ticket.id,
    round,
    input.score,
    commentId,
    input.via,
    ticket.queue_id,
    ticket.assignee_id,
  ])
  await by.record(tx, {
    action: 'ticket.rate',
    object: { type: 'ticket', id: ticket.id },
    facts: {
      score: input.score,
      via: input.via,
      again: old !== undefined,
      ...(commentId && { message: commentId }),
    },
  })
}

async function saidBefore(tx: Tx, seal: TicketSeal, ticketId: string, id: string | null) {
  if (!id) return undefined
  const [row] = await tx.run<{ sealed_body: Buffer | null }>(SAID, [tx.context.orgId, ticketId, id])
  return row?.sealed_body ? seal.open<string>('ticket_messages.sealed_body', id, row.sealed_body) : undefined
}
