import type { Tx } from '../../platform/db/database.ts'
import type { TicketFilter } from './api.ts'
import { badCursor, COLUMNS, JOINS, type ListRow, whereOf } from './list.ts'

type DueRow = ListRow & { due: string | null }

const DUE = `to_char(t.next_due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as due`
const CLOCKS =
  'join ticket_slas s on s.org_id = t.org_id and s.ticket_id = t.id and s.next_due_at is not null'
const NO_CLOCK =
  'not exists (select 1 from ticket_slas s where s.org_id = t.org_id and s.ticket_id = t.id and s.next_due_at is not null)'

/**
 * A page of tickets, what is due first at its top; after them, oldest first, those that are never due. Two questions,
 * and the second only where the first leaves room, so that each walks its own index.
 */
export async function listByDue(
  tx: Tx,
  filter: TicketFilter,
  limit: number,
  cursor: string | undefined,
): Promise<{ rows: ListRow[]; nextCursor: string | null }> {
  const from = cursor === undefined ? undefined : readCursor(cursor)
  const rows = from && from.at === null ? [] : await dueRows(tx, filter, limit + 1, from)
  if (rows.length <= limit)
    rows.push(...(await otherRows(tx, filter, limit + 1 - rows.length, from?.at === null ? from.id : null)))
  const page = rows.slice(0, limit)
  return { rows: page, nextCursor: rows.length > limit ? makeCursor(page.at(-1)!) : null }
}

async function dueRows(tx: Tx, filter: TicketFilter, limit: number, from: Place | undefined) {
  const w = whereOf(tx, filter)
  if (from) w.add('(s.next_due_at, t.id) > (?::timestamptz, ?::uuid)', from.at, from.id)
  const { rows } = await tx.client.query<DueRow>(
    `select ${COLUMNS}, ${DUE} from (select t.*, s.next_due_at from tickets t ${CLOCKS} where ${w}
      order by s.next_due_at, t.id limit ${limit}) t ${JOINS} order by t.next_due_at, t.id`,
    w.values,
  )
  return rows
}

async function otherRows(tx: Tx, filter: TicketFilter, limit: number, after: string | null) {
  const w = whereOf(tx, filter)
  w.add(NO_CLOCK)
  if (after) w.add('t.id > ?::uuid', after)
  const { rows } = await tx.client.query<DueRow>(
    `select ${COLUMNS}, null as due from (select t.* from tickets t where ${w} order by t.id limit ${limit}) t ${JOINS} order by t.id`,
    w.values,
  )
  return rows
}

/** Where a page ended: a null time among those that are never due. */
interface Place {
  at: string | null
  id: string
}

const makeCursor = (r: DueRow) => Buffer.from(`due ${r.due ?? '-'} ${r.id}`).toString('base64url')

function readCursor(cursor: string): Place {
  const [of, at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (of !== 'due' || !/^[0-9a-f-]{36}$/.test(id) || (at !== '-' && Number.isNaN(Date.parse(at))))
    throw badCursor()
  return { at: at === '-' ? null : at, id }
}
