import type { Tx } from '../../../platform/db/database.ts'
import { type By, bySystem } from '../../../platform/http/by.ts'
import { conflict } from '../../../platform/http/problem.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import type { Services } from '../../../platform/services.ts'
import { attempt } from '../attempt.ts'
import { createTicket } from '../create.ts'
import { actFor } from '../reach.ts'
import { readTemplate } from '../templates.ts'
import { readSchedule, type ScheduleAnswer } from './schedules.ts'
import { nextAfter } from './times.ts'

type Parts = Pick<Services, 'db' | 'keys' | 'live'>

/** Looked at in one go; the rest has its turn a minute later. */
const MOST = 200
const DUE = {
  name: 'ticket-schedules-due',
  text: 'select id from ticket_schedules where org_id = $1 and next_at <= now() order by next_at limit $2',
}
/** Whoever comes second, of another process too, finds nothing to do. */
const LOCK = {
  name: 'ticket-schedule-lock',
  text: 'select id from ticket_schedules where org_id = $1 and id = $2 and next_at <= now() for update skip locked',
}
const DONE = {
  name: 'ticket-schedule-done',
  text: `update ticket_schedules set next_at = $3, last_at = now(), last_refusal = $5, last_ticket_id = coalesce($4, last_ticket_id)
    where org_id = $1 and id = $2`,
}

/** Opens what is due, each in a transaction of its own that also says when the next one is. */
export async function openDue(services: Parts, { orgId }: Job): Promise<void> {
  const context = { orgId, userId: null }
  const due = await services.db.withContext(
    context,
    (tx) => tx.run<{ id: string }>(DUE, [orgId, MOST]),
    'worker',
  )
  const failed: unknown[] = []
  for (const { id } of due)
    await services.db
      .withContext(context, (tx) => openOne(tx, services, id), 'worker')
      // Tried again with the job, once the others had their turn.
      .catch((error: unknown) => failed.push(error))
  if (due.length) services.live.changed(orgId, 'tickets')
  if (failed.length) throw failed[0]
}

/** The system, where a schedule told it to open a ticket: its events say which. */
function bySchedule(services: Pick<Services, 'keys'>, schedule: string): By {
  const system = bySystem(services)
  return {
    ...system,
    record: (tx, event) =>
      system.record(tx, { ...event, facts: { ...event.facts, by: 'schedule', schedule } }),
  }
}

async function openOne(tx: Tx, services: Parts, id: string): Promise<void> {
  const { orgId } = tx.context
  if (!(await tx.run(LOCK, [orgId, id])).length) return
  const schedule = await readSchedule(services.keys, tx, id)
  const by = bySchedule(services, id)
  const made: string[] = []
  const refused = await attempt(tx, async () => {
    made.push(await open(tx, services, by, schedule))
  })
  // From now on: however many were missed while no server ran, this one stands for them.
  const next = new Date(nextAfter(schedule.times, Date.now()))
  await tx.run(DONE, [orgId, id, next, made[0] ?? null, refused ?? null])
  await by.record(tx, {
    action: 'ticket-schedule.run',
    ...(refused && { outcome: 'failed', reason: refused }),
    object: { type: 'ticket-schedule', id },
    ...(made.length && { objects: made }),
  })
}

async function open(tx: Tx, services: Parts, by: By, schedule: ScheduleAnswer): Promise<string> {
  if (!(await actFor(tx, schedule.savedBy?.id ?? null, 'tickets:create')))
    throw conflict('nobody-stands-for-it', 'Who saved it may open no tickets any more')
  const template = await readTemplate(services.keys, tx, schedule.templateId)
  if (template.archived) throw conflict('template-out-of-use', 'The template is out of use')
  const made = await createTicket(tx, services, by, {
    subject: template.subject ?? schedule.name,
    body: template.body,
    // What is to be done, for who does it: nobody asked.
    kind: 'internal',
    clientId: schedule.clientId,
    queueId: template.queueId ?? undefined,
    typeId: template.typeId ?? undefined,
    impact: template.impact,
    urgency: template.urgency,
    tags: template.tags,
    templateId: template.id,
    checklistIds: template.checklistId ? [template.checklistId] : undefined,
  })
  return made.id
}
