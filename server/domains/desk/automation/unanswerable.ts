import type { Tx } from '../../../platform/db/database.ts'
import { tokenizer } from '../../../platform/search/tokens.ts'
import type { Services } from '../../../platform/services.ts'
import { openTexts } from '../present.ts'
import type { LockedTicket } from '../records.ts'
import { emailToken } from '../rules/words.ts'
import { TicketSeal } from '../seal.ts'

/** Public messages that nobody wrote, within a day: more than that is two machines that talk to each other. */
const MOST_REPLIES = 5
/** The same to one address, on whichever tickets: a machine that does not say what it is may open a new one each time. */
const MOST_TO_ONE = 20
const TO_ONE = {
  name: 'ticket-rule-replies-to-one',
  text: `select count(*)::integer as n from ticket_search s
    join tickets t on t.org_id = s.org_id and t.id = s.ticket_id and t.updated_at > now() - interval '1 day'
    join ticket_messages m on m.org_id = t.org_id and m.ticket_id = t.id and m.kind = 'public' and m.author_id is null
      and not m.from_requester and m.sealed_from is null and m.created_at > now() - interval '1 day'
    where s.org_id = $1 and s.source_id = s.ticket_id and s.tokens @> array[$2::integer]`,
}
const REPLIES = {
  name: 'ticket-rule-replies',
  text: `select count(*)::integer as n from ticket_messages where org_id = $1 and ticket_id = $2 and kind = 'public'
    and author_id is null and not from_requester and sealed_from is null and created_at > now() - interval '1 day'`,
}

/** Why a rule may not reply to a ticket, as a code; undefined where it may. */
export async function unanswerable(
  tx: Tx,
  { keys }: Pick<Services, 'keys'>,
  ticket: LockedTicket,
  answerable: boolean,
): Promise<string | undefined> {
  if (!answerable) return 'a-machine-wrote'
  const { orgId } = tx.context
  const [row] = await tx.run<{ n: number }>(REPLIES, [orgId, ticket.id])
  if (row!.n >= MOST_REPLIES) return 'too-many-replies'
  const { requester } = openTexts(new TicketSeal(orgId, await keys.openDek(orgId, ticket.id, ticket)), ticket)
  if (!requester?.email) return undefined
  const token = emailToken(await tokenizer(keys, orgId), requester.email)
  const [all] = await tx.run<{ n: number }>(TO_ONE, [orgId, token])
  return all!.n >= MOST_TO_ONE ? 'too-many-replies' : undefined
}
