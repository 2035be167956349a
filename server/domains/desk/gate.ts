import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import { forbidden, Problem } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { sealJson } from '../../platform/keys/sealed.ts'
import { subjectDek } from '../../platform/keys/subjects.ts'
import type { Services } from '../../platform/services.ts'
import type { LockedTicket } from './records.ts'
import { ended, type Status, statusOf } from './rules/flow.ts'

/** What keeps a ticket open. Titles are the desk's own words: what people typed stays sealed. */
export interface Missing {
  kind: 'phi-file' | 'phi-message' | 'step'
  id: string
  title: string
}

const MISSING = {
  name: 'ticket-missing',
  text: `select 'phi-message' as kind, id, null as title from ticket_messages where $3 and org_id = $1 and ticket_id = $2 and phi_state = 'suspected'
    union all select 'phi-file', f, null from wk_unsettled_files($1, $2) f where $3
    union all select 'step', id, title from ticket_steps
      where org_id = $1 and ticket_id = $2 and required and state in ('open', 'half') and ($4 or (built_in is not null and $3))`,
}
const TITLES = {
  'phi-file': 'A file that may hold protected health information',
  'phi-message': 'A message that may hold protected health information',
}

/**
 * What is missing for a locked ticket to enter a status; the lock keeps the answer true until the transaction ends. `last`:
 * the steps are asked for now, since nothing asks for them later.
 */
export async function missingFor(tx: Tx, ticket: LockedTicket, to: Status, last = false): Promise<Missing[]> {
  // What the gate let through once is not asked again on the way from resolved to closed.
  const ending = ended(to.category) && !ended(ticket.status_category)
  const passed =
    ended(ticket.status_category) && statusOf(ticket.statuses, ticket.status)?.requiresSteps === true
  const steps = last || (to.requiresSteps && !passed)
  if (!ending && !steps) return []
  const rows = await tx.run<{ kind: Missing['kind']; id: string; title: string | null }>(MISSING, [
    tx.context.orgId,
    ticket.id,
    ending,
    steps,
  ])
  return rows.map((r) => ({ ...r, title: r.title ?? TITLES[r.kind as keyof typeof TITLES] }))
}

export const notClosable = (missing: Missing[]) =>
  new Problem(409, 'ticket-not-closable', 'Something is still to be done before this ticket can be closed', {
    detail: `${missing.length} thing${missing.length === 1 ? ' is' : 's are'} missing.`,
    extra: { missing },
  })

/** Why somebody may go past the gate, in this transaction. */
export interface Override {
  reason: string
}

/**
 * The gate. Throws 409 with what is missing, unless `override` is given by one who may: then the database is told, in this
 * transaction, and the event names what was missing, with the reason sealed.
 */
export async function passGate(
  tx: Tx,
  { keys }: Pick<Services, 'keys'>,
  by: By,
  ticket: LockedTicket,
  to: Status,
  override: Override | undefined,
  last = false,
): Promise<void> {
  const missing = await missingFor(tx, ticket, to, last)
  if (!missing.length) return
  if (!override) throw notClosable(missing)
  if (!by.userId || !by.may('tickets:close-override'))
    throw forbidden('This needs the permission tickets:close-override.')
  const { orgId } = tx.context
  const id = uuidv7()
  const place = { orgId, table: 'ticket_close_overrides', column: 'sealed_reason', row: id }
  const key = await subjectDek(keys, tx, 'organization', orgId)
  await tx.db
    .insertInto('ticket_close_overrides')
    .values({
      org_id: orgId,
      id,
      ticket_id: ticket.id,
      user_id: by.userId,
      sealed_reason: sealJson(key, place, override.reason),
      missing: JSON.stringify(missing.map((m) => ({ kind: m.kind, id: m.id }))),
    })
    .execute()
  await by.record(tx, {
    action: 'ticket.close-override',
    object: { type: 'ticket', id: ticket.id },
    reason: override.reason,
    facts: {
      to: to.key,
      files: missing.filter((m) => m.kind === 'phi-file').length,
      messages: missing.filter((m) => m.kind === 'phi-message').length,
      steps: missing.filter((m) => m.kind === 'step').length,
    },
  })
}
