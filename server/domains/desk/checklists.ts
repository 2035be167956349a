import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import { conflict, forbidden, invalid, notFound } from '../../platform/http/problem.ts'
import type { LockedTicket } from './records.ts'

const COPY = {
  name: 'ticket-copy-checklists',
  text: `with c as (
      insert into ticket_checklists (org_id, id, ticket_id, template_id, name)
      select $1, gen_random_uuid(), $2, x.id, x.name from checklist_templates x
      where x.org_id = $1 and x.id = any ($3::uuid[]) and not x.archived returning id, template_id
    ), s as (
      insert into ticket_steps (org_id, id, ticket_id, checklist_id, title, required, role_id, people, position)
      select $1, gen_random_uuid(), $2, c.id, e.value ->> 'title', coalesce((e.value ->> 'required')::boolean, true),
        (e.value ->> 'roleId')::uuid, coalesce((e.value ->> 'people')::smallint, 1), e.ordinality
      from c join checklist_templates x on x.org_id = $1 and x.id = c.template_id
      cross join lateral jsonb_array_elements(x.steps) with ordinality e
    ) select template_id from c`,
}
const OF_TYPE = {
  name: 'ticket-checklists-of-type',
  text: `select x.id from checklist_templates x where x.org_id = $1 and x.type_id = $3 and not x.archived and not exists
    (select 1 from ticket_checklists c where c.org_id = $1 and c.ticket_id = $2 and c.template_id = x.id) order by x.id`,
}
const STEPS = {
  name: 'ticket-checklist-steps',
  text: `select c.template_id, s.state, s.required from ticket_checklists c
    left join ticket_steps s on s.org_id = c.org_id and s.checklist_id = c.id
    where c.org_id = $1 and c.ticket_id = $2 and c.id = $3`,
}

/** Copies checklists into a locked ticket that is open, each with its event. Throws a Problem when one is not in use. */
export async function copyChecklists(
  tx: Tx,
  by: By,
  ticket: LockedTicket,
  templateIds: string[],
): Promise<void> {
  const made = await tx.run<{ template_id: string }>(COPY, [tx.context.orgId, ticket.id, templateIds])
  if (made.length !== templateIds.length) throw invalid([{ field: 'templateId', message: 'is not in use' }])
  for (const { template_id } of made)
    await by.record(tx, {
      action: 'ticket.checklist',
      object: { type: 'ticket', id: ticket.id },
      facts: { template: template_id },
    })
}

/** What a type asks for comes with it: its checklists that a locked ticket does not have yet. */
export async function copyChecklistsOfType(
  tx: Tx,
  by: By,
  ticket: LockedTicket,
  typeId: string,
): Promise<void> {
  const rows = await tx.run<{ id: string }>(OF_TYPE, [tx.context.orgId, ticket.id, typeId])
  if (rows.length)
    await copyChecklists(
      tx,
      by,
      ticket,
      rows.map((r) => r.id),
    )
}

/** Takes a checklist of which nothing is done off a locked ticket; one that asks for a step, past the gate alone. */
export async function removeChecklist(
  tx: Tx,
  by: By,
  ticket: LockedTicket,
  checklistId: string,
  reason: string,
): Promise<void> {
  const { orgId } = tx.context
  const steps = await tx.run<{ template_id: string | null; state: string | null; required: boolean | null }>(
    STEPS,
    [orgId, ticket.id, checklistId],
  )
  if (!steps.length) throw notFound('The checklist')
  if (steps.some((s) => s.state === 'done' || s.state === 'half'))
    throw conflict('checklist-begun', 'Something of this checklist is done', 'Undo it first.')
  const required = steps.filter((s) => s.required).length
  if (required && !by.may('tickets:close-override'))
    throw forbidden('It has required steps: this needs the permission tickets:close-override.')
  for (const [table, column] of [
    ['ticket_steps', 'checklist_id'],
    ['ticket_checklists', 'id'],
  ] as const)
    await tx.db.deleteFrom(table).where('org_id', '=', orgId).where(column, '=', checklistId).execute()
  await by.record(tx, {
    action: 'ticket.checklist-remove',
    object: { type: 'ticket', id: ticket.id },
    facts: { template: steps[0]!.template_id ?? '', required },
    reason,
  })
}
