import type { Tx } from '../../../platform/db/database.ts'
import { type By, bySystem } from '../../../platform/http/by.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import { tokenizer } from '../../../platform/search/tokens.ts'
import type { Services } from '../../../platform/services.ts'
import { act } from '../actions.ts'
import { attempt } from '../attempt.ts'
import { openTexts } from '../present.ts'
import { actFor, type Reach } from '../reach.ts'
import { type LockedTicket, lockTicket } from '../records.ts'
import { emailToken } from '../rules/words.ts'
import { TicketSeal } from '../seal.ts'
import { allHold, judgeConditions } from './judge.ts'
import { type Part, partsOf, replies } from './parts.ts'
import { setsOffNoRules } from './quiet.ts'
import type { Changed, Happening } from './rule.ts'
import { type RuleInUse, rulesInUse } from './rules.ts'

type Parts = Pick<Services, 'db' | 'keys' | 'live'>

interface Happened {
  happening: Happening
  changed: Changed[]
  answerable: boolean
}

/** Taken with the work of the rules: a transaction that does not commit leaves them for the next attempt. One change is one, in however many steps it was written. */
const TAKE = {
  name: 'ticket-happenings-take',
  text: `with taken as (delete from ticket_happenings where org_id = $1 and ticket_id = $2 returning *)
    select happening, array(select distinct x from taken o, unnest(o.changed) x where o.at = t.at and o.happening = t.happening) as changed,
      bool_and(answerable) as answerable
    from taken t group by at, happening order by min(id)`,
}
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

/** Does what the rules say about all that happened to a ticket since they last looked, in one transaction. */
export async function runRules(services: Parts, { orgId, payload }: Job): Promise<void> {
  const ticketId = String(payload.ticketId)
  const ran = await services.db.withContext(
    { orgId, userId: null },
    (tx) => settle(tx, services, ticketId),
    'worker',
  )
  if (ran) services.live.changed(orgId, 'tickets')
}

async function settle(tx: Tx, services: Parts, ticketId: string): Promise<boolean> {
  await setsOffNoRules(tx)
  const ticket = await lockTicket(tx, ticketId)
  const happened = await tx.run<Happened>(TAKE, [tx.context.orgId, ticketId])
  if (!ticket?.wrapped || !happened.length) return false
  const rules = await rulesInUse(
    services.keys,
    tx,
    happened.map((h) => h.happening),
  )
  const { name } = await tx.db.selectFrom('organizations').select('name').executeTakeFirstOrThrow()
  let now: LockedTicket = ticket
  let tags = await tagsOf(tx, services, now)
  let ran = false
  let acts: { for: string | null; reach: Reach | undefined } | undefined
  for (const one of happened)
    for (const rule of rules.filter((r) => r.on === one.happening)) {
      if (now.merged_into || !allHold(judgeConditions(rule.conditions, { ...now, tags }, one.changed)))
        continue
      // Behind a wall that is closed to who stands for the rule there is nothing that it could be for.
      if (acts?.for !== rule.savedBy)
        acts = { for: rule.savedBy, reach: await actFor(tx, rule.savedBy, 'tickets:write') }
      const { reach } = acts
      if (!reach?.groups.has(now.group_id)) continue
      now = await run(tx, services, rule, reach, now, one, name)
      tags = await tagsOf(tx, services, now)
      ran = true
    }
  return ran
}

async function tagsOf(tx: Tx, { keys }: Parts, ticket: LockedTicket): Promise<string[]> {
  const { orgId } = tx.context
  return openTexts(new TicketSeal(orgId, await keys.openDek(orgId, ticket.id, ticket)), ticket).tags
}

/** The system, where a rule told it to change a ticket: its events say which. It may what who stands for the rule may. */
function byRule(services: Pick<Services, 'keys'>, rule: RuleInUse, reach: Reach, organization: string): By {
  const system = bySystem(services)
  return {
    ...system,
    name: organization,
    may: (permission) => permission === 'tickets:assign' && reach.assigns,
    record: (tx, event) =>
      system.record(tx, { ...event, facts: { ...event.facts, by: 'rule', rule: rule.id } }),
  }
}

/** Each part for itself: what is refused is told in the ticket's history, and the rest is done. */
async function run(
  tx: Tx,
  services: Parts,
  rule: RuleInUse,
  reach: Reach,
  ticket: LockedTicket,
  { happening, answerable }: Happened,
  organization: string,
): Promise<LockedTicket> {
  const by = byRule(services, rule, reach, organization)
  await by.record(tx, {
    action: 'ticket.rule',
    object: { type: 'ticket', id: ticket.id },
    facts: { on: happening },
  })
  let now = ticket
  const doPart = async ([name, actions]: Part): Promise<void> => {
    const why = replies(actions) ? await unanswerable(tx, services, ticket, answerable) : undefined
    if (why) return refuse(tx, by, ticket.id, name, why)
    const refused = await attempt(tx, async () => {
      now = (await act(tx, services, by, organization, now, actions, 'leave')).ticket
    })
    if (!refused) return
    // What it was before the attempt, as the database has it.
    now = (await lockTicket(tx, ticket.id))!
    await refuse(tx, by, ticket.id, name, refused)
  }
  for (const part of partsOf(rule.actions)) await doPart(part)
  return now
}

async function unanswerable(
  tx: Tx,
  { keys }: Parts,
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

/** Tells in a ticket's history what a rule could not do, and why: nobody is there to be told. */
const refuse = (tx: Tx, by: By, ticketId: string, part: string, why: string): Promise<void> =>
  by.record(tx, {
    action: 'ticket.rule-refused',
    object: { type: 'ticket', id: ticketId },
    facts: { part, why },
  })
