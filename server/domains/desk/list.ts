import type { Tx } from '../../platform/db/database.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import type { SORTS, TicketFilter } from './api.ts'
import { clientName, openTexts, presentFields, type TicketTexts } from './present.ts'
import type { SealedTicket, TicketRow } from './records.ts'
import { TicketSeal } from './seal.ts'
import type { SlaAnswer } from './sla/of-ticket.ts'

/** `due` has a way of its own: `listByDue`. */
export type Sort = Exclude<(typeof SORTS)[number], 'due'>

export type ListRow = TicketRow &
  SealedTicket & {
    assignee_name: string | null
    client_kek: string | null
    client_wrapped: Buffer | null
    sealed_contact: Buffer | null
    /** `updated_at` with its microseconds, for cursors. */
    updated: string
  }

export const COLUMNS = `t.*, to_char(t.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as updated, d.kek_id, d.wrapped, a.display_name as assignee_name, cd.kek_id as client_kek, cd.wrapped as client_wrapped, c.sealed_contact`
export const JOINS = `join deks d on d.org_id = t.org_id and d.subject_id = t.id
  left join users a on a.org_id = t.org_id and a.id = t.assignee_id
  left join clients c on c.org_id = t.org_id and c.id = t.client_id and c.shredded_at is null
  left join deks cd on cd.org_id = c.org_id and cd.subject_id = c.id`

/** SQL text with its values: each `?` becomes the next parameter. */
export class Where {
  readonly values: unknown[]
  readonly parts: string[] = []

  constructor(orgId: string) {
    this.values = [orgId]
  }

  add(sql: string, ...values: unknown[]): void {
    let i = 0
    this.parts.push(
      sql.replace(/\?/g, () => {
        this.values.push(values[i++])
        return `$${this.values.length}`
      }),
    )
  }

  toString(): string {
    return ['t.org_id = $1', ...this.parts].join(' and ')
  }
}

const DUE_WITHIN = { late: '0', day: '1 day', week: '7 days' } as const

/** All of a filter that the database can decide; tags and words are found through tokens. */
export function whereOf(tx: Tx, f: TicketFilter): Where {
  const w = new Where(tx.context.orgId)
  if (f.categories?.length) w.add('t.status_category = any (?::text[])', f.categories)
  if (f.statuses?.length) w.add('t.status = any (?::text[])', f.statuses)
  if (f.queueIds) w.add('t.queue_id = any (?::uuid[])', f.queueIds)
  if (f.typeIds) w.add('t.type_id = any (?::uuid[])', f.typeIds)
  if (f.priorities?.length) w.add('t.priority = any (?::int[])', f.priorities)
  if (f.assigneeIds) w.add('t.assignee_id = any (?::uuid[])', f.assigneeIds)
  if (f.unassigned !== undefined) w.add(`t.assignee_id is ${f.unassigned ? '' : 'not '}null`)
  if (f.mine) w.add('t.assignee_id = ?::uuid', tx.context.userId)
  if (f.watching)
    w.add(
      'exists (select 1 from ticket_watchers w where w.org_id = t.org_id and w.ticket_id = t.id and w.user_id = ?::uuid)',
      tx.context.userId,
    )
  if (f.teamIds) w.add('t.team_id = any (?::uuid[])', f.teamIds)
  if (f.clientId) w.add('t.client_id = ?::uuid', f.clientId)
  if (f.facilityId) w.add('t.facility_id = ?::uuid', f.facilityId)
  if (f.parentId) w.add('t.parent_id = ?::uuid', f.parentId)
  if (f.phiState) w.add('t.phi_state = ?', f.phiState)
  if (f.channel) w.add('t.channel = ?', f.channel)
  if (f.due)
    w.add(
      `exists (select 1 from ticket_slas d where d.org_id = t.org_id and d.ticket_id = t.id and d.next_due_at <= now() + ?::interval)`,
      DUE_WITHIN[f.due],
    )
  if (f.createdFrom) w.add('t.created_at >= ?::timestamptz', f.createdFrom)
  if (f.createdTo) w.add('t.created_at < ?::timestamptz', f.createdTo)
  return w
}

/** How a list is ordered, what a cursor remembers of its last row, and how the next page goes on from there. */
const ORDERS: Record<Sort, { by: string; at(r: ListRow): string; after: string }> = {
  updated: {
    by: 't.updated_at desc, t.id desc',
    at: (r) => r.updated,
    after: '(t.updated_at, t.id) < (?::timestamptz, ?::uuid)',
  },
  created: { by: 't.id desc', at: () => '-', after: "? = '-' and t.id < ?::uuid" },
  priority: {
    by: 't.priority, t.id',
    at: (r) => String(r.priority),
    after: '(t.priority, t.id) > (?::int, ?::uuid)',
  },
}

const makeCursor = (sort: Sort, r: ListRow) =>
  Buffer.from(`${sort} ${ORDERS[sort].at(r)} ${r.id}`).toString('base64url')

function readCursor(sort: Sort, cursor: string): [string, string] {
  const [of, at, id] = Buffer.from(cursor, 'base64url').toString().split(' ')
  const fits =
    sort === 'updated'
      ? !Number.isNaN(Date.parse(at ?? ''))
      : sort === 'priority'
        ? /^[1-4]$/.test(at ?? '')
        : at === '-'
  if (of !== sort || !fits || !/^[0-9a-f-]{36}$/.test(id ?? '')) throw badCursor()
  return [at!, id!]
}

export const badCursor = () =>
  new Problem(400, 'bad-cursor', 'The cursor is not one that this server gave for this order')

/** A page of tickets that a filter without words and tags selects. */
export async function listTickets(
  tx: Tx,
  filter: TicketFilter,
  sort: Sort,
  limit: number,
  cursor: string | undefined,
): Promise<{ rows: ListRow[]; nextCursor: string | null }> {
  const w = whereOf(tx, filter)
  if (cursor) w.add(ORDERS[sort].after, ...readCursor(sort, cursor))
  const { rows } = await tx.client.query<ListRow>(
    `select ${COLUMNS} from (select * from tickets t where ${w} order by ${ORDERS[sort].by} limit ${limit + 1}) t ${JOINS} order by ${ORDERS[sort].by}`,
    w.values,
  )
  const page = rows.slice(0, limit)
  return { rows: page, nextCursor: rows.length > limit ? makeCursor(sort, page.at(-1)!) : null }
}

/** How many tickets a filter without words and tags selects, up to `most`. */
export async function countTickets(tx: Tx, filter: TicketFilter, most: number): Promise<number> {
  const w = whereOf(tx, filter)
  const { rows } = await tx.client.query<{ n: number }>(
    `select count(*)::int as n from (select 1 from tickets t where ${w} limit ${most}) c`,
    w.values,
  )
  return rows[0]!.n
}

/** Those of `ids` that a filter selects too. */
export async function listAmong(
  tx: Tx,
  filter: TicketFilter,
  ids: string[],
  number?: number,
): Promise<ListRow[]> {
  const w = whereOf(tx, filter)
  w.add('(t.id = any (?::uuid[]) or t.number = ?::int)', ids, number ?? null)
  const { rows } = await tx.client.query<ListRow>(
    `select ${COLUMNS} from tickets t ${JOINS} where ${w} order by t.id desc`,
    w.values,
  )
  return rows
}

export const GROUPS = {
  status: 'status',
  priority: 'priority',
  assignee: 'assignee_id',
  queue: 'queue_id',
} as const
export type GroupBy = keyof typeof GROUPS

/** The columns of a board: how many tickets each holds, and the first of each, the most urgent and oldest first. */
export async function boardTickets(
  tx: Tx,
  filter: TicketFilter,
  groupBy: GroupBy,
  limit: number,
  among: string[] | undefined,
): Promise<(ListRow & { key: string | null; count: number })[]> {
  const w = whereOf(tx, filter)
  if (among) w.add('t.id = any (?::uuid[])', among)
  const column = GROUPS[groupBy]
  const { rows } = await tx.client.query<ListRow & { key: string | null; count: number }>(
    `select ${COLUMNS}, t.${column}::text as key, p.n::int as count from (
        select s.id, s.n, s.r from (
          select t.id, count(*) over g as n, row_number() over (partition by t.${column} order by t.priority, t.id) as r
          from tickets t where ${w} window g as (partition by t.${column})) s where s.r <= ${limit}) p
      join tickets t on t.org_id = $1 and t.id = p.id ${JOINS} order by t.${column}, p.r`,
    w.values,
  )
  return rows
}

/** A line of a list or a card of a board, opened. */
export async function presentSummary(
  keys: OrgKeys,
  orgId: string,
  row: ListRow,
  reader: Pick<Principal, 'permissions' | 'fieldClasses'>,
  sla: SlaAnswer | undefined,
) {
  const client = row.client_kek
    ? { kek_id: row.client_kek, wrapped: row.client_wrapped!, sealed_contact: row.sealed_contact }
    : undefined
  return {
    ...presentFields(row, await textsOf(keys, orgId, row)),
    client: await clientName(keys, orgId, row.client_id, client, reader),
    assigneeName: row.assignee_name,
    sla: sla ?? null,
  }
}

export async function textsOf(keys: OrgKeys, orgId: string, row: ListRow): Promise<TicketTexts> {
  return openTexts(new TicketSeal(orgId, await keys.openDek(orgId, row.id, row)), row)
}
