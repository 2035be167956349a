import type { z } from 'zod'
import type { Database, Tx } from '../../../platform/db/database.ts'
import { notFound } from '../../../platform/http/problem.ts'
import type { CreatePolicy, PolicyBody } from './api.ts'
import { readCalendar } from './calendars.ts'
import type { TicketHistory } from './engine/clock.ts'
import { type Loaded, loadTickets } from './load.ts'
import { checkedPolicy, listPolicies, type PolicyRow } from './policies.ts'
import { criteriaOf } from './policy.ts'
import { presentClock } from './present.ts'
import { evaluateLoaded } from './recompute.ts'

/** A ticket that there is, or one as it might be. */
type Asked =
  | { id: string }
  | {
      priority: number
      typeId: string
      groupId: string
      clientId: string | null
      createdAt?: string | undefined
    }
type Draft = Partial<z.infer<typeof CreatePolicy>>

interface Facts {
  clientId: string | null
  groupId: string
  priority: number
  typeId: string
}

const DRAFT = {
  name: 'Draft',
  active: true,
  clientIds: [],
  groupIds: [],
  priorities: [],
  typeIds: [],
  targets: [],
  pauseStatuses: null,
  warnPercents: [75],
  actions: [],
}

/** Which policy a ticket comes under, why, and when it would be due. A draft is asked before all that there are. */
export async function previewOf(db: Database, tx: Tx, asked: Asked, draft: Draft | undefined) {
  const { facts, loaded } = await ticketOf(tx, asked)
  const policies = await listPolicies(tx)
  const considered = policies.map((p) => {
    const criteria = criteriaOf(matchOf(p), facts)
    return { id: p.id, name: p.name, fits: criteria.every((c) => c.fits), criteria }
  })
  const first = policies.find((_, i) => considered[i]!.fits)
  const drafted = draft && (await checkedPolicy(db, tx, { ...DRAFT, ...draft } as PolicyBody))
  const chosen = drafted ?? (first && { ...first, ...termsOf(first) })
  const evaluation = await evaluateLoaded(tx, {
    ...loaded,
    policy: chosen && { id: '', ...chosen, calendar: await calendarOf(tx, chosen.calendarId) },
  } as Loaded)
  return {
    policy: drafted ? { id: null, name: drafted.name } : first ? { id: first.id, name: first.name } : null,
    considered,
    response: presentClock(evaluation.response),
    resolution: presentClock(evaluation.resolution),
  }
}

const matchOf = (p: PolicyRow) => ({
  active: p.active,
  clientIds: p.client_ids,
  groupIds: p.group_ids,
  priorities: p.priorities,
  typeIds: p.type_ids,
})
const termsOf = (p: PolicyRow) => ({
  calendarId: p.calendar_id,
  pauseStatuses: p.pause_statuses,
  warnPercents: p.warn_percents,
})

async function calendarOf(tx: Tx, id: string) {
  const { version, zone } = await readCalendar(tx, id)
  return { id, version, timeZone: zone }
}

async function ticketOf(tx: Tx, asked: Asked): Promise<{ facts: Facts; loaded: Loaded }> {
  if ('id' in asked) {
    const [loaded] = await loadTickets(tx, [asked.id])
    const row = await tx.db
      .selectFrom('tickets')
      .select(['client_id', 'group_id', 'type_id', 'priority'])
      .where('id', '=', asked.id)
      .executeTakeFirst()
    if (!loaded || !row) throw notFound('The ticket')
    return {
      loaded,
      facts: { clientId: row.client_id, groupId: row.group_id, priority: row.priority, typeId: row.type_id },
    }
  }
  const now = Date.now()
  const at = asked.createdAt ? Date.parse(asked.createdAt) : now
  const history: TicketHistory = {
    createdAt: at,
    firstResponseAt: null,
    mergedAt: null,
    spans: [{ status: 'new', category: 'new', from: at, to: null }],
  }
  const { priority } = asked
  const before = { known: false, fired: [], alarms: { response: null, resolution: null } }
  return {
    facts: asked,
    loaded: { ticketId: '', priority, history, now: Math.max(now, at), policy: undefined, before },
  }
}
