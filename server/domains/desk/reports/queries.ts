import type { Statement } from '../../../platform/db/database.ts'

// Over the tickets that row security leaves.

const OPEN = "t.status_category in ('new', 'open', 'waiting')"

/** Open tickets of each queue and technician. */
export const LOAD: Statement = {
  name: 'report-load',
  text: `select t.queue_id as "queueId", q.name as "queueName", t.assignee_id as "technicianId", u.display_name as "technicianName",
      count(*)::int as open, count(*) filter (where t.status_category = 'new')::int as fresh,
      count(*) filter (where t.status_category = 'waiting')::int as waiting,
      count(*) filter (where t.priority = 1)::int as urgent, count(*) filter (where s.next_due_at < now())::int as overdue
    from tickets t join queues q on q.org_id = t.org_id and q.id = t.queue_id
    left join users u on u.org_id = t.org_id and u.id = t.assignee_id
    left join ticket_slas s on s.org_id = t.org_id and s.ticket_id = t.id
    where t.org_id = $1 and ${OPEN} group by 1, 2, 3, 4 order by q.name, u.display_name nulls last, t.assignee_id`,
}

/** Upper bounds of age, in days; what is older is in the last group. */
export const AGES = [1, 3, 7, 14, 30, 90] as const

export const BACKLOG: Statement = {
  name: 'report-backlog',
  text: `select t.queue_id as "queueId", q.name as "queueName",
      width_bucket(extract(epoch from now() - t.created_at) / 86400.0, array[${AGES.join('.0, ')}.0]::numeric[]) as age,
      count(*)::int as count, max(floor(extract(epoch from now() - t.created_at) / 86400))::int as oldest
    from tickets t join queues q on q.org_id = t.org_id and q.id = t.queue_id
    where t.org_id = $1 and ${OPEN} group by 1, 2, 3 order by q.name, 3`,
}

/**
 * A resolution: from a span that is open into one that is not; reopened, if an open span follows. Each counts in its
 * period. What was merged was not resolved: it goes on elsewhere.
 */
export const REOPENED: Statement = {
  name: 'report-reopened',
  text: `with spans as (
      select s.ticket_id, s.from_at, s.category in ('resolved', 'closed') as done,
        lag(s.category in ('resolved', 'closed')) over w as before
      from ticket_status_spans s where s.org_id = $1 window w as (partition by s.ticket_id order by s.from_at, s.to_at nulls last)
    ), resolutions as (
      select x.ticket_id, x.from_at from spans x where x.done and not coalesce(x.before, false) and x.from_at >= $2 and x.from_at < $3
    )
    select case when grouping(q.id) = 0 then 'group' when grouping(r.start) = 0 then 'bucket' else 'total' end as level,
      q.id as key, q.name, to_char(r.start, 'YYYY-MM-DD') as start, count(*)::int as resolved, count(*) filter (where r.again)::int as reopened
    from (select z.ticket_id, date_trunc($4, z.from_at at time zone $5) as start,
        exists (select 1 from spans y where y.ticket_id = z.ticket_id and not y.done and y.from_at > z.from_at) as again
      from resolutions z) r
    join tickets t on t.org_id = $1 and t.id = r.ticket_id and t.merged_into is null join queues q on q.org_id = t.org_id and q.id = t.queue_id
    group by grouping sets ((), (q.id, q.name), (r.start)) order by level, start, q.name`,
}

/** What requesters said in a period: by what they were grouped by, over time, and in all. */
export const RATINGS: Statement = {
  name: 'report-ratings',
  text: `with r as (
      select x.score, date_trunc($4, x.rated_at at time zone $5) as start,
        case $6 when 'queue' then x.queue_id when 'technician' then x.assignee_id else t.client_id end as key
      from ticket_ratings x join tickets t on t.org_id = x.org_id and t.id = x.ticket_id
      where x.org_id = $1 and x.rated_at >= $2 and x.rated_at < $3
    ), g as (
      select grouping(r.key) as gk, grouping(r.start) as gs, r.key, r.start, count(*) filter (where r.score = 3)::int as good,
        count(*) filter (where r.score = 2)::int as neither, count(*) filter (where r.score = 1)::int as bad
      from r group by grouping sets ((), (r.key), (r.start))
    )
    select case when g.gk = 0 then 'group' when g.gs = 0 then 'bucket' else 'total' end as level, g.key,
      coalesce(q.name, u.display_name) as name, to_char(g.start, 'YYYY-MM-DD') as start, g.good, g.neither, g.bad,
      c.sealed_contact, d.kek_id, d.wrapped
    from g left join queues q on $6 = 'queue' and q.org_id = $1 and q.id = g.key
    left join users u on $6 = 'technician' and u.org_id = $1 and u.id = g.key
    left join clients c on $6 = 'client' and c.org_id = $1 and c.id = g.key
    left join deks d on d.org_id = $1 and d.subject_id = c.id
    order by level, g.start, g.good + g.neither + g.bad desc, name`,
}
