import type { Statement, Tx } from '../../../platform/db/database.ts'
import { CLOCKS, type ClockName } from './engine/clock.ts'

export const GROUPS = ['queue', 'priority', 'clientGroup', 'technician', 'team', 'policy', 'type'] as const
export const BUCKETS = ['day', 'week', 'month'] as const
export type GroupBy = (typeof GROUPS)[number]

export interface AttainmentQuery {
  from: string
  to: string
  groupBy: GroupBy
  bucket: (typeof BUCKETS)[number]
  timeZone: string
  queueIds: string[]
  groupIds: string[]
}

/** How to group, and where the groups' names are. */
const BY: Record<GroupBy, { key: string; name: string }> = {
  queue: {
    key: 't.queue_id',
    name: '(select x.name from queues x where x.org_id = $1 and x.id = g.key::uuid)',
  },
  priority: { key: 't.priority', name: 'null' },
  clientGroup: {
    key: 't.group_id',
    name: '(select x.name from client_groups x where x.org_id = $1 and x.id = g.key::uuid)',
  },
  technician: {
    key: 't.assignee_id',
    name: '(select x.display_name from users x where x.org_id = $1 and x.id = g.key::uuid)',
  },
  team: { key: 't.team_id', name: '(select x.name from teams x where x.org_id = $1 and x.id = g.key::uuid)' },
  policy: {
    key: 's.policy_id',
    name: '(select x.name from sla_policies x where x.org_id = $1 and x.id = g.key::uuid)',
  },
  type: {
    key: 't.type_id',
    name: '(select x.name from ticket_types x where x.org_id = $1 and x.id = g.key::uuid)',
  },
}

/**
 * A clock counts in the period in which it was decided: when it was met, or when it ran out. Times are those of clocks
 * that have stopped. Row security leaves what the asker may see.
 */
function statement(groupBy: GroupBy, clock: ClockName): Statement {
  const { key, name } = BY[groupBy]
  return {
    name: `sla-report-${groupBy}-${clock}`,
    text: `select g.level, g.key, case when g.key is not null and g.level = 'group' then ${name} end as name,
        to_char(g.start, 'YYYY-MM-DD') as start, g.met, g.breached, g.median, g.p90
      from (
        select case when grouping(c.key) = 0 then 'group' when grouping(c.start) = 0 then 'bucket' else 'total' end as level,
          c.key, c.start, count(*) filter (where c.state = 'met')::int as met, count(*) filter (where c.state = 'breached')::int as breached,
          percentile_cont(0.5) within group (order by c.minutes) as median, percentile_cont(0.9) within group (order by c.minutes) as p90
        from (
          select ${key}::text as key, date_trunc($4, s.${clock}_decided_at at time zone $5) as start, s.${clock}_state as state,
            case when s.${clock}_stopped_at is not null then s.${clock}_elapsed / 60000.0::float8 end as minutes
          from ticket_slas s join tickets t on t.org_id = s.org_id and t.id = s.ticket_id
          where s.org_id = $1 and s.${clock}_decided_at >= $2 and s.${clock}_decided_at < $3
            and (cardinality($6::uuid[]) = 0 or t.queue_id = any ($6)) and (cardinality($7::uuid[]) = 0 or t.group_id = any ($7))
        ) c group by grouping sets ((), (c.key), (c.start))
      ) g order by g.level, g.start, g.key`,
  }
}

interface Row {
  level: 'total' | 'group' | 'bucket'
  key: string | null
  name: string | null
  start: string | null
  met: number
  breached: number
  median: number | null
  p90: number | null
}

export interface Figures {
  met: number
  breached: number
  attainment: number | null
  medianMinutes: number | null
  p90Minutes: number | null
}
type Both = Record<ClockName, Figures>

/** How many promises were kept in a period: in all, by group, and over time. */
export async function attainment(tx: Tx, q: AttainmentQuery) {
  const values = [tx.context.orgId, q.from, q.to, q.bucket, q.timeZone, q.queueIds, q.groupIds]
  const total = none()
  const groups = new Map<string | null, Both & { key: string | null; name: string | null }>()
  const series = new Map<string, Both & { start: string }>()
  for (const clock of CLOCKS)
    for (const row of await tx.run<Row>(statement(q.groupBy, clock), values)) {
      if (row.level === 'total') total[clock] = figures(row)
      else if (row.level === 'group')
        at(groups, row.key, { key: row.key, name: row.name, ...none() })[clock] = figures(row)
      else at(series, row.start!, { start: row.start!, ...none() })[clock] = figures(row)
    }
  return {
    timeZone: q.timeZone,
    total,
    groups: [...groups.values()].toSorted((a, b) => label(a).localeCompare(label(b))),
    series: [...series.values()].toSorted((a, b) => a.start.localeCompare(b.start)),
  }
}

const label = (g: { key: string | null; name: string | null }): string => g.name ?? g.key ?? '￿'

function at<K, V>(map: Map<K, V>, key: K, fresh: V): V {
  const found = map.get(key) ?? fresh
  map.set(key, found)
  return found
}

const figures = (r: Pick<Row, 'met' | 'breached' | 'median' | 'p90'>): Figures => ({
  met: r.met,
  breached: r.breached,
  attainment: r.met + r.breached === 0 ? null : r.met / (r.met + r.breached),
  medianMinutes: r.median,
  p90Minutes: r.p90,
})
const none = (): Both => ({
  response: figures({ met: 0, breached: 0, median: null, p90: null }),
  resolution: figures({ met: 0, breached: 0, median: null, p90: null }),
})
