import { READ_VERBS } from '../../../platform/audit/actions.ts'
import { csvTable } from '../../../platform/csv.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { notFound } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { EventId, ScreenPage, ScreenQuery, SessionPage, SessionQuery } from '../api.ts'
import { type Labels, labelsFor } from '../labels.ts'
import { readVisits, type Visit } from '../visits.ts'

const SESSIONS = {
  name: 'audit-sessions',
  text: `select s.id, s.user_id, u.display_name as user_name, s.created_at, s.ended_at, host(s.ip) as ip, s.user_agent, a.*
    from sessions s join users u on u.org_id = s.org_id and u.id = s.user_id
    left join lateral (
      select count(*)::int as events, max(e.at) as last_at, count(*) filter (where e.outcome = 'refused')::int as refused,
        count(*) filter (where e.outcome = 'done' and not split_part(e.action, '.', -1) = any ($4::text[]))::int as changed
      from audit_events e where e.org_id = s.org_id and e.session_id = s.id
    ) a on true
    where s.org_id = $1 and ($2::uuid is null or s.user_id = $2) and ($3::uuid is null or s.id < $3)
      and ($6::timestamptz is null or coalesce(s.ended_at, a.last_at, s.created_at) >= $6) and ($7::timestamptz is null or s.created_at < $7)
    order by s.id desc limit $5`,
}
const ONE = {
  name: 'audit-session',
  text: `select coalesce(s.user_id, e.actor_id) as user_id, host(s.ip) as ip from (select $2::uuid as id) q
    left join sessions s on s.org_id = $1 and s.id = q.id
    left join lateral (select actor_id from audit_events where org_id = $1 and session_id = q.id order by id limit 1) e on true
    where s.id is not null or e.actor_id is not null`,
}

interface SessionRow {
  id: string
  user_id: string
  user_name: string
  created_at: Date
  ended_at: Date | null
  ip: string | null
  user_agent: string | null
  events: number
  last_at: Date | null
  refused: number
  changed: number
}

/** Downloads hold a whole session; a longer one than this is cut, and says so. */
const MOST_VISITS = 20_000

/** Sessions, and what their users visited in them: in order, changed or not. */
export function sessionRoutes({ keys }: Services): Route[] {
  const list = route({
    method: 'GET',
    path: '/audit/sessions',
    tag: 'audit',
    needs: 'audit:read',
    summary: 'Sessions, newest first',
    query: SessionQuery,
    answer: { status: 200, schema: SessionPage },
    async handler(ctx, { query }) {
      const rows = await ctx.withContext((tx) =>
        tx.run<SessionRow>(SESSIONS, [
          tx.context.orgId,
          query.userId ?? null,
          query.cursor ?? null,
          READ_VERBS,
          query.limit + 1,
          query.from ?? null,
          query.to ?? null,
        ]),
      )
      const page = rows.slice(0, query.limit)
      await ctx.recordRead({
        action: 'audit.sessions',
        object: { type: query.userId ? 'user' : 'audit', id: query.userId ?? null },
        facts: { count: page.length },
      })
      return {
        items: page.map(presentSession),
        nextCursor: rows.length > query.limit ? page.at(-1)!.id : null,
      }
    },
  })

  const screens = route({
    method: 'GET',
    path: '/audit/sessions/:id/screens',
    tag: 'audit',
    needs: 'audit:read',
    summary: 'What a user visited in a session, in order, changed or not; as JSON or, whole, as CSV',
    params: EventId,
    query: ScreenQuery,
    answer: { status: 200, schema: ScreenPage },
    async handler(ctx, { params, query }) {
      const csv = query.format === 'csv'
      const found = await ctx.withContext(async (tx) => {
        const [session] = await tx.run<{ user_id: string | null; ip: string | null }>(ONE, [
          tx.context.orgId,
          params.id,
        ])
        if (!session) throw notFound('The session')
        const { visits, more } = await readVisits(
          tx,
          params.id,
          query.cursor,
          csv ? MOST_VISITS : query.limit,
        )
        const labels = await labelsOf(tx, ctx, visits, session.user_id)
        return { user: session.user_id, ip: session.ip, visits, more, labels }
      })
      const { visits, labels } = found
      await ctx.recordRead({
        action: csv ? 'audit.export' : 'audit.screens',
        object: { type: 'session', id: params.id },
        objects: labels.clients,
        classes: labels.clients.length ? ['contact'] : [],
        facts: { format: query.format, visits: visits.length },
      })
      if (csv) {
        ctx.reply
          .header('content-type', 'text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="session-${params.id}.csv"`)
        return toCsv(
          { id: params.id, user: labels.user(found.user) ?? 'Unknown', ip: found.ip },
          found,
          labels,
        )
      }
      return {
        session: { id: params.id, userId: found.user, userName: labels.user(found.user) ?? 'Unknown' },
        items: visits.map(({ last: _, listed: __, object, ...v }, i) => ({
          ...v,
          after: visits[i - 1]?.last ?? query.cursor ?? null,
          object: object && { ...object, label: labels.of(object) },
        })),
        nextCursor: found.more ? visits.at(-1)!.last : null,
      }
    },
  })

  const labelsOf = (tx: Tx, ctx: RequestContext, visits: Visit[], user: string | null) =>
    labelsFor(
      keys,
      tx,
      ctx.principal,
      visits.flatMap((v) => (v.object ? [v.object] : [])),
      [user],
    )
  return [list, screens]
}

const presentSession = (r: SessionRow) => ({
  sessionId: r.id,
  userId: r.user_id,
  userName: r.user_name,
  startedAt: r.created_at.toISOString(),
  lastEventAt: r.last_at?.toISOString() ?? null,
  endedAt: r.ended_at?.toISOString() ?? null,
  ip: r.ip,
  userAgent: r.user_agent,
  events: r.events,
  changed: r.changed,
  refused: r.refused,
})

const HEADER = [
  'User',
  'Session',
  'From',
  'Started',
  'Ended',
  'Screen',
  'Object type',
  'Object id',
  'Object',
  'Actions',
  'Events',
  'Objects listed',
  'Ids listed',
  'Changed',
  'Refused',
  'Tampered',
]

/** Each line tells whose it is: files get about without their names. */
function toCsv(
  session: { id: string; user: string; ip: string | null },
  { visits, more }: { visits: Visit[]; more: boolean },
  labels: Labels,
): string {
  const yes = (b: boolean) => (b ? 'yes' : 'no')
  const rows = visits.map((v) => [
    session.user,
    session.id,
    session.ip,
    v.startedAt,
    v.endedAt,
    v.screen,
    v.object?.type ?? '',
    v.object?.id ?? '',
    (v.object && labels.of(v.object)) ?? '',
    v.actions.join(' '),
    v.events,
    v.objectCount,
    [...v.listed].join(' '),
    yes(v.changed),
    yes(v.refused),
    yes(v.tampered),
  ])
  return csvTable(HEADER, more ? [...rows, [`Cut after ${visits.length} visits`]] : rows)
}
