import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { openBytes, sealBytes } from '../../platform/keys/sealed.ts'
import type { LockedTicket } from './records.ts'
import { rekeyTicket } from './rekey.ts'

const SEALED = ['sealed_body', 'sealed_from', 'sealed_findings', 'sealed_copies'] as const

/**
 * Moves messages, all of them or those named, to another locked ticket: sealed anew under that one's key. The ticket they
 * leave gets a new key, so that a later purge over there leaves nothing that opens here. Answers the ids that moved.
 */
export async function moveMessages(
  tx: Tx,
  keys: OrgKeys,
  from: LockedTicket,
  to: LockedTicket,
  ids?: string[],
): Promise<string[]> {
  const { orgId } = tx.context
  let query = tx.db
    .selectFrom('ticket_messages')
    .select(['id', ...SEALED])
    .where('org_id', '=', orgId)
    .where('ticket_id', '=', from.id)
  if (ids) query = query.where('id', 'in', ids)
  const rows = await query.execute()
  if (!rows.length) return []
  const [old, fresh] = [await keys.openDek(orgId, from.id, from), await keys.openDek(orgId, to.id, to)]
  for (const row of rows) {
    const sealed = Object.fromEntries(
      SEALED.map((column) => {
        const place = { orgId, table: 'ticket_messages', column, row: row.id }
        return [column, row[column] && sealBytes(fresh, place, openBytes(old, place, row[column]))]
      }),
    )
    await tx.db
      .updateTable('ticket_messages')
      .set({ ...sealed, ticket_id: to.id })
      .where('org_id', '=', orgId)
      .where('id', '=', row.id)
      .execute()
  }
  const moved = rows.map((r) => r.id)
  await tx.db
    .updateTable('ticket_search')
    .set({ ticket_id: to.id, group_id: to.group_id })
    .where('org_id', '=', orgId)
    .where('source_id', 'in', moved)
    .execute()
  await tx.db
    .updateTable('ticket_outbox')
    .set({ ticket_id: to.id })
    .where('org_id', '=', orgId)
    .where('message_id', 'in', moved)
    .execute()
  await rekeyTicket(keys, tx, from)
  await tx.run(
    {
      name: 'ticket-recount',
      text: `update tickets t set updated_at = now(), message_count = (select count(*) from ticket_messages m
        where m.org_id = t.org_id and m.ticket_id = t.id) where t.org_id = $1 and t.id = any ($2::uuid[])`,
    },
    [orgId, [from.id, to.id]],
  )
  return moved
}

const MOVE_CHECKLISTS = {
  name: 'ticket-move-checklists',
  text: `update ticket_checklists c set ticket_id = $3 where c.org_id = $1 and c.ticket_id = $2
    and not exists (select 1 from ticket_checklists o where o.org_id = c.org_id and o.ticket_id = $3 and o.template_id = c.template_id)
    returning id`,
}
const COVERED = {
  name: 'ticket-steps-covered',
  text: `update ticket_steps set state = 'skipped', version = version + 1
    where org_id = $1 and ticket_id = $2 and built_in is null and state in ('open', 'half')`,
}

/** What is left on a ticket that was merged is done where the work goes on: a checklist that was there covers its twin here. */
export const coverSteps = (tx: Tx, ticketId: string) => tx.run(COVERED, [tx.context.orgId, ticketId])

/**
 * What is still to be done goes with a merge: checklists move, so that the gate asks for their steps where the work goes
 * on. One that is there already stays where it is.
 */
export async function moveChecklists(
  tx: Tx,
  keys: OrgKeys,
  from: LockedTicket,
  to: LockedTicket,
): Promise<void> {
  const { orgId } = tx.context
  const lists = (await tx.run<{ id: string }>(MOVE_CHECKLISTS, [orgId, from.id, to.id])).map((r) => r.id)
  if (lists.length) {
    const [old, fresh] = [await keys.openDek(orgId, from.id, from), await keys.openDek(orgId, to.id, to)]
    const steps = await tx.db
      .selectFrom('ticket_steps')
      .select(['id', 'sealed_note'])
      .where('org_id', '=', orgId)
      .where('checklist_id', 'in', lists)
      .execute()
    for (const step of steps) {
      const place = { orgId, table: 'ticket_steps', column: 'sealed_note', row: step.id }
      await tx.db
        .updateTable('ticket_steps')
        .set({
          ticket_id: to.id,
          sealed_note: step.sealed_note && sealBytes(fresh, place, openBytes(old, place, step.sealed_note)),
        })
        .where('org_id', '=', orgId)
        .where('id', '=', step.id)
        .execute()
    }
  }
}
