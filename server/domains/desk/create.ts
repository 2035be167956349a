import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import { forbidden, invalid } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { tokenizer } from '../../platform/search/tokens.ts'
import type { Services } from '../../platform/services.ts'
import { ticketChanged } from './changed.ts'
import { refuseShutOut, shutOut } from './colleagues.ts'
import type { Copies } from './rules/copies.ts'
import { judge, refuseTelling, searchable } from './rules/detection.ts'
import { priorityOf, type Status } from './rules/flow.ts'
import { oneOfEach } from './rules/tags.ts'
import { messageTokens, type Requester, ticketTokens } from './rules/words.ts'
import { TicketSeal } from './seal.ts'

export interface NewTicket {
  subject: string
  /** The first message; a ticket may be opened without. */
  body?: string | undefined
  kind?: 'public' | 'internal' | undefined
  channel?: 'web' | 'email' | 'api' | 'portal' | undefined
  clientId?: string | null | undefined
  contactId?: string | null | undefined
  facilityId?: string | null | undefined
  /** The organization's first queue, and the queue's type, when none is named. */
  queueId?: string | undefined
  typeId?: string | undefined
  impact?: number | undefined
  urgency?: number | undefined
  assigneeId?: string | null | undefined
  teamId?: string | null | undefined
  parentId?: string | null | undefined
  tags?: string[] | undefined
  requester?: Requester | undefined
  templateId?: string | undefined
  checklistIds?: string[] | undefined
  /** The first message comes from the requester, not from `by`. */
  fromRequester?: boolean | undefined
  /** Of a mail's Message-ID, so that it is taken once. */
  messageIdHash?: Buffer | undefined
  /** Who else the first message came to. */
  copies?: Copies | undefined
}

export interface MadeTicket {
  id: string
  number: number
  groupId: string
  messageId: string | null
  suspected: boolean
}

interface Setting {
  queue_id: string
  queue_group: string
  queue_team: string | null
  type_id: string
  impact: number
  urgency: number
  statuses: Status[]
  client_group: string | null
  contact_ok: boolean
  facility_ok: boolean
  assignee_ok: boolean
  team_ok: boolean
  parent_ok: boolean
  checklists_ok: boolean
  template_ok: boolean
  writable: boolean
}

/** All that the ticket refers to, behind the walls, in one question. */
const SETTING = {
  name: 'ticket-setting',
  text: `select q.id as queue_id, q.group_id as queue_group, q.team_id as queue_team, y.id as type_id, y.impact, y.urgency, f.statuses,
      c.group_id as client_group,
      $5::uuid is null or exists (select 1 from client_contacts x where x.org_id = $1 and x.id = $5 and x.client_id = $4) as contact_ok,
      $6::uuid is null or exists (select 1 from facilities x where x.org_id = $1 and x.id = $6) as facility_ok,
      $7::uuid is null or exists (select 1 from users x where x.org_id = $1 and x.id = $7 and x.status = 'active') as assignee_ok,
      $8::uuid is null or exists (select 1 from teams x where x.org_id = $1 and x.id = $8) as team_ok,
      $9::uuid is null or exists (select 1 from tickets x where x.org_id = $1 and x.id = $9) as parent_ok,
      not exists (select 1 from unnest($10::uuid[]) n where not exists
        (select 1 from checklist_templates x where x.org_id = $1 and x.id = n and not x.archived)) as checklists_ok,
      $11::uuid is null or exists (select 1 from ticket_templates x where x.org_id = $1 and x.id = $11 and not x.archived) as template_ok,
      wk_user() is null or coalesce(c.group_id, q.group_id) = any (wk_groups('write')) as writable
    from (select * from queues where org_id = $1 and not archived and ($2::uuid is null or id = $2) order by position, name limit 1) q
    cross join lateral (select * from ticket_types where org_id = $1 and not archived and ($3::uuid is null or id = $3)
      order by id is distinct from q.type_id, position, name limit 1) y
    join ticket_flows f on f.org_id = y.org_id and f.id = y.flow_id
    left join clients c on c.org_id = $1 and c.id = $4 and c.shredded_at is null`,
}

async function settingOf(tx: Tx, input: NewTicket): Promise<Setting> {
  const [row] = await tx.run<Setting>(SETTING, [
    tx.context.orgId,
    input.queueId ?? null,
    input.typeId ?? null,
    input.clientId ?? null,
    input.contactId ?? null,
    input.facilityId ?? null,
    input.assigneeId ?? null,
    input.teamId ?? null,
    input.parentId ?? null,
    input.checklistIds ?? [],
    input.templateId ?? null,
  ])
  if (!row) throw invalid([{ field: input.typeId ? 'typeId' : 'queueId', message: 'is not in use' }])
  const errors = [
    ...(input.clientId && !row.client_group ? ['clientId'] : []),
    ...(row.contact_ok ? [] : ['contactId']),
    ...(row.facility_ok ? [] : ['facilityId']),
    ...(row.assignee_ok ? [] : ['assigneeId']),
    ...(row.team_ok ? [] : ['teamId']),
    ...(row.parent_ok ? [] : ['parentId']),
    ...(row.checklists_ok ? [] : ['checklistIds']),
    ...(row.template_ok ? [] : ['templateId']),
  ]
  if (errors.length)
    throw invalid(errors.map((field) => ({ field, message: 'names nothing that you may see' })))
  if (!row.writable)
    throw forbidden(
      input.clientId
        ? 'The walls open this client for reading only.'
        : 'The walls do not let you put tickets into this queue; choose another queue, or a client.',
    )
  return row
}

const INSERT = {
  name: 'ticket-insert',
  text: `with n as (
      insert into ticket_counters as c (org_id, last_number) values ($1, 1)
      on conflict (org_id) do update set last_number = c.last_number + 1 returning last_number
    ), k as (
      insert into deks (org_id, subject_id, subject_type, kek_id, wrapped) values ($1, $2, 'ticket', $3, $4)
    )
    insert into tickets (org_id, id, number, group_id, client_id, contact_id, facility_id, queue_id, type_id, status, status_category,
      impact, urgency, priority, assignee_id, team_id, parent_id, sealed_subject, sealed_tags, sealed_requester, channel, phi_state,
      message_count, created_by)
    select $1, $2, n.last_number, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25 from n
    returning number`,
}
/** The subject's tokens, the first span, who watches, and the checklists of the type, copied. */
const REST = {
  name: 'ticket-insert-rest',
  text: `with s as (
      insert into ticket_search (org_id, ticket_id, source_id, group_id, tokens) values ($1, $2, $2, $3, $4)
    ), p as (
      insert into ticket_status_spans (org_id, id, ticket_id, status, category, from_at) values ($1, $5, $2, $6, $7, now())
    ), w as (
      insert into ticket_watchers (org_id, ticket_id, user_id) select $1, $2, u from unnest($8::uuid[]) u on conflict do nothing
    ), n as (
      insert into notifications (org_id, id, user_id, ticket_id, kind, actor_id)
      select $1, gen_random_uuid(), u, $2, 'assigned', $10 from unnest($9::uuid[]) u
    ), c as (
      insert into ticket_checklists (org_id, id, ticket_id, template_id, name)
      select $1, gen_random_uuid(), $2, x.id, x.name from checklist_templates x
      where x.org_id = $1 and not x.archived and (x.type_id is null or x.type_id = $11 or x.id = any ($12::uuid[])) returning id, template_id
    )
    insert into ticket_steps (org_id, id, ticket_id, checklist_id, title, required, role_id, people, position)
    select $1, gen_random_uuid(), $2, c.id, e.value ->> 'title', coalesce((e.value ->> 'required')::boolean, true),
      (e.value ->> 'roleId')::uuid, coalesce((e.value ->> 'people')::smallint, 1), e.ordinality
    from c join checklist_templates x on x.org_id = $1 and x.id = c.template_id
    cross join lateral jsonb_array_elements(x.steps) with ordinality e`,
}
const MESSAGE = {
  name: 'ticket-insert-message',
  text: `with m as (
      insert into ticket_messages (org_id, id, ticket_id, kind, author_id, from_requester, sealed_from, sealed_body, phi_state,
        sealed_findings, message_id_hash, sealed_copies)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $15)
    ), s as (
      insert into ticket_search (org_id, ticket_id, source_id, group_id, tokens) values ($1, $3, $2, $12, $13)
    )
    insert into ticket_outbox (org_id, id, ticket_id, message_id, kind) select $1, $14, $3, $2, 'created' where $4 = 'public'`,
}
/** The built-in step of a ticket on which something is suspected; open again when it was done. */
export const PHI_STEP = {
  name: 'ticket-phi-step',
  text: `insert into ticket_steps (org_id, id, ticket_id, built_in, title, required, position)
    values ($1, gen_random_uuid(), $2, 'phi-purged', 'PHI attachments purged', true, -1)
    on conflict (org_id, ticket_id, built_in) where built_in is not null
    do update set state = 'open', done_by = null, done_at = null, version = ticket_steps.version + 1 where ticket_steps.state <> 'open'`,
}

/**
 * Opens a ticket behind the walls of the transaction: sealed under a data key of its own, with its first message, the
 * checklists of its type, its first status span and its event. Throws a Problem that names the field; a subject, tag or
 * requester's name that may tell about a patient is one.
 */
export async function createTicket(
  tx: Tx,
  services: Pick<Services, 'keys'>,
  by: By,
  input: NewTicket,
): Promise<MadeTicket> {
  const { orgId } = tx.context
  refuseTelling({ subject: input.subject, tags: input.tags, 'requester.name': input.requester?.name })
  const setting = await settingOf(tx, input)
  const t = await tokenizer(services.keys, orgId)
  const id = uuidv7()
  const { key, kekId, wrapped } = await services.keys.newDek(orgId, id)
  const seal = new TicketSeal(orgId, key)
  const groupId = setting.client_group ?? setting.queue_group
  refuseShutOut(await shutOut(tx, groupId, input))
  const impact = input.impact ?? setting.impact
  const urgency = input.urgency ?? setting.urgency
  const tags = oneOfEach(input.tags ?? [])
  const requester = input.requester?.name || input.requester?.email ? input.requester : null
  const first = setting.statuses[0]!
  const judged = input.body === undefined ? { suspected: false, findings: [] } : judge(input.body)
  const writes: Promise<unknown>[] = []
  const number = tx.run<{ number: number }>(INSERT, [
    orgId,
    id,
    kekId,
    wrapped,
    groupId,
    input.clientId ?? null,
    input.contactId ?? null,
    input.facilityId ?? null,
    setting.queue_id,
    setting.type_id,
    first.key,
    first.category,
    impact,
    urgency,
    priorityOf(impact, urgency),
    input.assigneeId ?? null,
    input.teamId ?? setting.queue_team,
    input.parentId ?? null,
    seal.seal('tickets.sealed_subject', id, input.subject),
    tags.length ? seal.seal('tickets.sealed_tags', id, tags) : null,
    requester ? seal.seal('tickets.sealed_requester', id, requester) : null,
    input.channel ?? 'web',
    judged.suspected ? 'suspected' : 'none',
    input.body === undefined ? 0 : 1,
    by.userId,
  ])
  // Sent one after the other without waiting: a connection answers in order, and one that fails fails the rest.
  writes.push(number)
  const others = input.assigneeId && input.assigneeId !== by.userId ? [input.assigneeId] : []
  writes.push(
    tx.run(REST, [
      orgId,
      id,
      groupId,
      `{${ticketTokens(t, { subject: input.subject, tags, requester }).join(',')}}`,
      uuidv7(),
      first.key,
      first.category,
      by.userId ? [by.userId] : [],
      others,
      by.userId,
      setting.type_id,
      input.checklistIds ?? [],
    ]),
  )
  let messageId: string | null = null
  if (input.body !== undefined) {
    messageId = uuidv7()
    writes.push(
      tx.run(MESSAGE, [
        orgId,
        messageId,
        id,
        input.kind ?? 'public',
        input.fromRequester ? null : by.userId,
        input.fromRequester ?? false,
        input.fromRequester && requester
          ? seal.seal('ticket_messages.sealed_from', messageId, requester)
          : null,
        seal.seal('ticket_messages.sealed_body', messageId, input.body),
        judged.suspected ? 'suspected' : 'none',
        judged.suspected ? seal.seal('ticket_messages.sealed_findings', messageId, judged.findings) : null,
        input.messageIdHash ?? null,
        groupId,
        `{${messageTokens(t, searchable(input.body, judged)).join(',')}}`,
        uuidv7(),
        input.copies ? seal.seal('ticket_messages.sealed_copies', messageId, input.copies) : null,
      ]),
    )
  }
  if (judged.suspected) writes.push(tx.run(PHI_STEP, [orgId, id]))
  writes.push(
    by.record(tx, {
      action: 'ticket.create',
      object: { type: 'ticket', id },
      ...(input.clientId && { objects: [input.clientId] }),
      facts: {
        channel: input.channel ?? 'web',
        queue: setting.queue_id,
        type: setting.type_id,
        suspected: judged.suspected,
        ...(input.templateId && { template: input.templateId }),
      },
    }),
  )
  await Promise.all(writes)
  await ticketChanged(tx, services, { ticketId: id, what: ['created'] })
  return { id, number: (await number)[0]!.number, groupId, messageId, suspected: judged.suspected }
}
