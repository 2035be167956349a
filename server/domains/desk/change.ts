import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import { forbidden, invalid, Problem } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { tokenizer } from '../../platform/search/tokens.ts'
import type { Services } from '../../platform/services.ts'
import type { PatchTicket } from './api.ts'
import { ticketChanged } from './changed.ts'
import { copyChecklistsOfType } from './checklists.ts'
import { refuseShutOut, shutOut } from './colleagues.ts'
import { type Override, passGate } from './gate.ts'
import { openTexts } from './present.ts'
import type { LockedTicket } from './records.ts'
import { checkReferences, type References } from './references.ts'
import { refuseTelling } from './rules/detection.ts'
import { ended, endsWithoutSteps, priorityOf, type Status, statusOf } from './rules/flow.ts'
import { oneOfEach } from './rules/tags.ts'
import { ticketTokens } from './rules/words.ts'
import { TicketSeal } from './seal.ts'
import { changeStatus } from './status.ts'

type Change = Partial<PatchTicket>

/** API field -> column, of what is kept as it is. */
const PLAIN = {
  impact: 'impact',
  urgency: 'urgency',
  queueId: 'queue_id',
  typeId: 'type_id',
  clientId: 'client_id',
  contactId: 'contact_id',
  facilityId: 'facility_id',
  assigneeId: 'assignee_id',
  teamId: 'team_id',
  parentId: 'parent_id',
} as const
type PlainField = keyof typeof PLAIN
const TEXTS = ['subject', 'tags', 'requester'] as const

/**
 * Changes a locked ticket: fields first, with one event that keeps old and new values under the ticket's key, then its
 * status through the gate. Throws a Problem that names the field. `ticket` is afterwards what it has become.
 */
export async function changeTicket(
  tx: Tx,
  services: Pick<Services, 'keys'>,
  by: By,
  ticket: LockedTicket,
  change: Change,
): Promise<void> {
  const { status, override, children, ...fields } = change
  if ((fields.assigneeId !== undefined || fields.teamId !== undefined) && !by.may('tickets:assign'))
    throw forbidden('This needs the permission tickets:assign.')
  await changeFields(tx, services, by, ticket, fields, override)
  if (status !== undefined) await changeStatus(tx, services, by, ticket, status, { override, children })
}

/** The ticket came behind another wall: an assignee and a team whom that does not let through leave it, and its history says so. */
export async function leaveShutOut(
  tx: Tx,
  services: Pick<Services, 'keys'>,
  by: By,
  ticket: LockedTicket,
): Promise<void> {
  const out = await shutOut(tx, ticket.group_id, { assigneeId: ticket.assignee_id, teamId: ticket.team_id })
  if (out.length)
    await changeFields(tx, services, by, ticket, Object.fromEntries(out.map((f) => [f, null])), undefined)
}

async function changeFields(
  tx: Tx,
  services: Pick<Services, 'keys'>,
  by: By,
  ticket: LockedTicket,
  fields: Omit<Change, 'status' | 'override' | 'children'>,
  override: Override | undefined,
): Promise<void> {
  const { orgId } = tx.context
  const seal = new TicketSeal(orgId, await services.keys.openDek(orgId, ticket.id, ticket))
  const old = openTexts(seal, ticket)
  const texts = {
    subject: fields.subject ?? old.subject,
    tags: fields.tags ? oneOfEach(fields.tags) : old.tags,
    requester: fields.requester === undefined ? old.requester : (fields.requester ?? null),
  }
  const changes: Record<string, { from: unknown; to: unknown }> = {}
  for (const name of TEXTS)
    if (JSON.stringify(texts[name]) !== JSON.stringify(old[name]))
      changes[name] = { from: old[name], to: texts[name] }
  refuseTelling({
    ...(changes.subject && { subject: texts.subject }),
    ...(changes.tags && { tags: texts.tags }),
    ...(changes.requester && { 'requester.name': texts.requester?.name }),
  })
  for (const [name, column] of Object.entries(PLAIN) as [PlainField, (typeof PLAIN)[PlainField]][])
    if (fields[name] !== undefined && fields[name] !== ticket[column])
      changes[name] = { from: ticket[column], to: fields[name] }
  if (!Object.keys(changes).length) return
  const to = <F extends PlainField>(name: F) => (changes[name] ? (fields[name] ?? null) : undefined)
  if (to('parentId')) await refuseCircle(tx, ticket.id, fields.parentId!)
  // A contact belongs to its client: another client leaves it behind.
  if (changes.clientId && ticket.contact_id && !changes.contactId)
    changes.contactId = { from: ticket.contact_id, to: null }
  const set: Record<string, unknown> = {}
  for (const [name, column] of Object.entries(PLAIN)) if (changes[name]) set[column] = changes[name].to
  const found = await checkReferences(tx, {
    ...pick(changes),
    contactOf: (changes.clientId ? fields.clientId : ticket.client_id) ?? null,
  })
  const impact = fields.impact ?? ticket.impact
  const urgency = fields.urgency ?? ticket.urgency
  set.priority = priorityOf(impact, urgency)
  if (changes.clientId || changes.queueId) set.group_id = await groupOf(tx, ticket, fields)
  const groupId = (set.group_id as string | undefined) ?? ticket.group_id
  if (groupId !== ticket.group_id || changes.assigneeId || changes.teamId) {
    const who = {
      assigneeId: fields.assigneeId === undefined ? ticket.assignee_id : fields.assigneeId,
      teamId: fields.teamId === undefined ? ticket.team_id : fields.teamId,
    }
    const out = (await shutOut(tx, groupId, who)).filter((f) => groupId !== ticket.group_id || changes[f])
    refuseShutOut(out.filter((f) => changes[f]))
    // Behind another wall, whoever it does not let through leaves the ticket.
    for (const field of out) {
      changes[field] = { from: ticket[PLAIN[field]], to: null }
      set[PLAIN[field]] = null
    }
  }
  const moved = changes.typeId ? retyped(ticket, found.statuses!) : undefined
  if (moved) {
    await copyChecklistsOfType(tx, by, ticket, fields.typeId!)
    // Another type's flow may ask for the steps where the ticket goes on, or never again.
    const last = endsWithoutSteps(found.statuses!) && !endsWithoutSteps(ticket.statuses)
    await passGate(tx, services, by, ticket, moved, override, last)
  }
  if (moved) Object.assign(set, { status: moved.key, status_category: moved.category })
  if (changes.subject) set.sealed_subject = seal.seal('tickets.sealed_subject', ticket.id, texts.subject)
  if (changes.tags)
    set.sealed_tags = texts.tags.length ? seal.seal('tickets.sealed_tags', ticket.id, texts.tags) : null
  if (changes.requester)
    set.sealed_requester = texts.requester
      ? seal.seal('tickets.sealed_requester', ticket.id, texts.requester)
      : null
  const row = await tx.db
    .updateTable('tickets')
    .set((e) => ({ ...set, version: e('version', '+', 1), updated_at: new Date() }))
    .where('org_id', '=', orgId)
    .where('id', '=', ticket.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (moved && moved.key !== ticket.status) await respan(tx, ticket.id, moved)
  Object.assign(ticket, row, moved && { statuses: found.statuses })
  if (changes.subject || changes.tags || changes.requester) {
    const tokens = ticketTokens(await tokenizer(services.keys, orgId), texts)
    await tx.db
      .updateTable('ticket_search')
      .set({ tokens })
      .where('org_id', '=', orgId)
      .where('ticket_id', '=', ticket.id)
      .where('source_id', '=', ticket.id)
      .execute()
  }
  if (changes.assigneeId && fields.assigneeId && fields.assigneeId !== by.userId)
    await tx.db
      .insertInto('notifications')
      .values({
        org_id: orgId,
        id: uuidv7(),
        user_id: fields.assigneeId,
        ticket_id: ticket.id,
        kind: 'assigned',
        actor_id: by.userId,
      })
      .execute()
  const eventId = uuidv7()
  await by.record(tx, {
    id: eventId,
    action: 'ticket.change',
    object: { type: 'ticket', id: ticket.id },
    changes: Object.keys(changes).map((k) => `ticket.${k}`),
    facts: { version: ticket.version },
    sealed: { ticket: seal.forLog(eventId, changes) },
  })
  await ticketChanged(tx, services, {
    ticketId: ticket.id,
    what: [...Object.keys(set), ...(moved ? ['status'] : [])],
  })
}

const pick = (changes: Record<string, { to: unknown }>): References => {
  const out: Record<string, unknown> = {}
  for (const name of [
    'queueId',
    'typeId',
    'clientId',
    'contactId',
    'facilityId',
    'assigneeId',
    'teamId',
    'parentId',
  ])
    if (changes[name]?.to) out[name] = changes[name].to
  return out as References
}

/** A ticket of another type goes on in that type's flow, in the status that fits best. */
function retyped(ticket: LockedTicket, statuses: Status[]): Status {
  if (ended(ticket.status_category))
    throw invalid([{ field: 'typeId', message: 'can’t change while the ticket is resolved or closed' }])
  const same = statusOf(statuses, ticket.status)
  return same?.category === ticket.status_category
    ? same
    : (statuses.find((s) => s.category === ticket.status_category) ?? statuses[0]!)
}

async function respan(tx: Tx, ticketId: string, to: Status): Promise<void> {
  const now = new Date()
  await tx.db
    .updateTable('ticket_status_spans')
    .set({ to_at: now })
    .where('org_id', '=', tx.context.orgId)
    .where('ticket_id', '=', ticketId)
    .where('to_at', 'is', null)
    .execute()
  await tx.db
    .insertInto('ticket_status_spans')
    .values({
      org_id: tx.context.orgId,
      id: uuidv7(),
      ticket_id: ticketId,
      status: to.key,
      category: to.category,
      from_at: now,
    })
    .execute()
}

/** The wall that a ticket stands behind: its client's group, else its queue's. */
async function groupOf(
  tx: Tx,
  ticket: LockedTicket,
  { clientId, queueId }: { clientId?: string | null | undefined; queueId?: string | undefined },
): Promise<string> {
  const client = clientId === undefined ? ticket.client_id : clientId
  const [row] = await tx.run<{ group_id: string | null; ok: boolean }>(
    {
      name: 'ticket-group',
      text: `select g.group_id, wk_user() is null or g.group_id = any (wk_groups('write')) as ok from (
        select coalesce((select c.group_id from clients c where c.org_id = $1 and c.id = $2 and c.shredded_at is null),
          (select q.group_id from queues q where q.org_id = $1 and q.id = $3)) as group_id) g`,
    },
    [tx.context.orgId, client, queueId ?? ticket.queue_id],
  )
  if (!row?.ok) throw forbidden('The walls do not let you move the ticket there.')
  return row.group_id!
}

/** A parent's parents must not lead back; beyond a hundred they are taken to. */
async function refuseCircle(tx: Tx, id: string, parentId: string): Promise<void> {
  const [row] = await tx.run<{ bad: boolean }>(
    { name: 'ticket-circle', text: 'select wk_ticket_under($1, $2) as bad' },
    [parentId, id],
  )
  if (row?.bad) throw invalid([{ field: 'parentId', message: 'would make the ticket its own parent' }])
}

interface Meanwhile {
  by: string | null
  at: string
  changes: string[]
}

/** Tells who changed what since the version that a caller knew. */
export async function changedMeanwhile(tx: Tx, ticketId: string, known: number): Promise<Problem> {
  const rows = await tx.run<{ at: Date; name: string | null; leaf: string }>(
    {
      name: 'ticket-meanwhile',
      text: `select e.at, u.display_name as name, e.leaf from audit_events e left join users u on u.org_id = e.org_id and u.id = e.actor_id
        where e.org_id = $1 and e.object_id = $2 and e.action in ('ticket.change', 'ticket.status') and e.outcome = 'done'
        order by e.id desc limit 20`,
    },
    [tx.context.orgId, ticketId],
  )
  const meanwhile: Meanwhile[] = rows.flatMap((r) => {
    const { event } = JSON.parse(r.leaf) as { event: { facts?: { version?: number }; changes?: string[] } }
    if ((event.facts?.version ?? 0) <= known) return []
    return [
      {
        by: r.name,
        at: r.at.toISOString(),
        changes: (event.changes ?? []).map((c) => c.replace(/^ticket\./, '')),
      },
    ]
  })
  return new Problem(412, 'changed-meanwhile', 'Somebody else changed this meanwhile', {
    detail: 'Load it again, then repeat your change.',
    extra: { meanwhile },
  })
}
