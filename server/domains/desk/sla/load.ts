import type { Statement, Tx } from '../../../platform/db/database.ts'
import type { Span, StatusCategory, TicketHistory } from './engine/clock.ts'
import type { PriorityTarget, SlaAction } from './policy.ts'

const MS = (column: string) => `floor(extract(epoch from ${column}) * 1000)::float8`

/** The policy that applies is the first active one that fits; `criteriaOf` in policy.ts asks the same questions. */
const LOAD: Statement = {
  name: 'sla-load',
  text: `select t.id as ticket_id, t.priority::integer, ${MS('t.created_at')} as created_at, ${MS('t.first_response_at')} as first_response_at,
      ${MS('t.merged_at')} as merged_at, ${MS('clock_timestamp()')} as now,
      (select json_agg(json_build_array(x.status, x.category, ${MS('x.from_at')}, ${MS('x.to_at')}) order by x.from_at, x.to_at nulls last)
        from ticket_status_spans x where x.org_id = t.org_id and x.ticket_id = t.id) as spans,
      p.id as policy_id, p.targets, p.pause_statuses, p.warn_percents, p.actions,
      c.id as calendar_id, c.version as calendar_version, coalesce(c.time_zone, o.time_zone) as time_zone,
      s.ticket_id is not null as known, coalesce(s.fired, '{}') as fired,
      ${MS('s.response_alarm_at')} as response_alarm_at, ${MS('s.resolution_alarm_at')} as resolution_alarm_at
    from tickets t join organizations o on o.org_id = t.org_id
    left join lateral (select * from sla_policies p where p.org_id = t.org_id and p.active
      and ((cardinality(p.client_ids) = 0 and cardinality(p.group_ids) = 0) or t.group_id = any (p.group_ids) or t.client_id = any (p.client_ids))
      and (cardinality(p.priorities) = 0 or t.priority = any (p.priorities))
      and (cardinality(p.type_ids) = 0 or t.type_id = any (p.type_ids))
      order by p.position, p.id limit 1) p on true
    left join sla_calendars c on c.org_id = p.org_id and c.id = p.calendar_id
    left join ticket_slas s on s.org_id = t.org_id and s.ticket_id = t.id
    where t.org_id = $1 and t.id = any ($2::uuid[])`,
}

interface Row {
  ticket_id: string
  priority: number
  created_at: number
  first_response_at: number | null
  merged_at: number | null
  now: number
  spans: [string, StatusCategory, number, number | null][] | null
  policy_id: string | null
  targets: PriorityTarget[]
  pause_statuses: string[] | null
  warn_percents: number[]
  actions: SlaAction[]
  calendar_id: string
  calendar_version: number
  time_zone: string
  known: boolean
  fired: string[]
  response_alarm_at: number | null
  resolution_alarm_at: number | null
}

/** A ticket with all that its clocks depend on, and what was worked out of them before. */
export interface Loaded {
  ticketId: string
  priority: number
  history: TicketHistory
  /** The database's clock, which also wrote the spans. */
  now: number
  policy:
    | {
        id: string
        targets: PriorityTarget[]
        pauseStatuses: string[] | null
        warnPercents: number[]
        actions: SlaAction[]
        calendar: { id: string; version: number; timeZone: string }
      }
    | undefined
  before: { known: boolean; fired: string[]; alarms: Record<'response' | 'resolution', number | null> }
}

/** Loads tickets for their clocks, behind the walls of the transaction. */
export async function loadTickets(tx: Tx, ticketIds: readonly string[]): Promise<Loaded[]> {
  return (await tx.run<Row>(LOAD, [tx.context.orgId, ticketIds])).map(loaded)
}

function loaded(r: Row): Loaded {
  const spans = (r.spans ?? []).map(([status, category, from, to]): Span => ({ status, category, from, to }))
  return {
    ticketId: r.ticket_id,
    priority: r.priority,
    history: { createdAt: r.created_at, firstResponseAt: r.first_response_at, mergedAt: r.merged_at, spans },
    now: r.now,
    policy: r.policy_id
      ? {
          id: r.policy_id,
          targets: r.targets,
          pauseStatuses: r.pause_statuses,
          warnPercents: r.warn_percents,
          actions: r.actions,
          calendar: { id: r.calendar_id, version: r.calendar_version, timeZone: r.time_zone },
        }
      : undefined,
    before: {
      known: r.known,
      fired: r.fired,
      alarms: { response: r.response_alarm_at, resolution: r.resolution_alarm_at },
    },
  }
}
