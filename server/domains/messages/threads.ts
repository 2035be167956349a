import type { Tx } from '../../platform/db/database.ts'
import { notFound } from '../../platform/http/problem.ts'
import type { OrgKeys, WrappedDek } from '../../platform/keys/org-keys.ts'
import { ThreadSeal } from './seal.ts'

/** A thread behind the walls of whoever asks, with what is unread of it to them. */
export interface ThreadRow extends WrappedDek {
  id: string
  client_id: string
  state: 'open' | 'closed'
  assignee_id: string | null
  assignee_name: string | null
  waits: boolean
  message_count: number
  unread: number
  last_at: Date
  /** The same, as precise as the database has it. */
  at: string
  created_at: Date
  version: number
  writable: boolean
  sealed_subject: Buffer
}
export interface MessageRow {
  id: string
  kind: 'message' | 'note' | 'event'
  author_id: string | null
  author_name: string | null
  from_portal: boolean
  sealed_body: Buffer
  created_at: Date
}

/** Staff's names come through a function: a portal person may know who answers them, and no more of the staff. */
const COLUMNS = `t.id, t.client_id, t.state, t.assignee_id, wk_staff_name(t.assignee_id) as assignee_name, t.waits, t.message_count, t.last_at, t.last_at::text as at, t.created_at,
  t.version, t.sealed_subject, d.kek_id, d.wrapped, (wk_is_portal() or t.group_id = any (wk_groups('write'))) as writable,
  (select count(*)::int from (select 1 from thread_messages m where m.org_id = t.org_id and m.thread_id = t.id
    and m.author_id is distinct from wk_user() and m.kind <> 'event' and m.id > coalesce(r.up_to, '00000000-0000-0000-0000-000000000000') limit 100) u) as unread`
const FROM = `from message_threads t join deks d on d.org_id = t.org_id and d.subject_id = t.id
  left join thread_reads r on r.org_id = t.org_id and r.thread_id = t.id and r.user_id = wk_user()`

const ONE = {
  name: 'thread-one',
  text: `select ${COLUMNS} ${FROM} where t.org_id = $1 and t.id = $2 and d.wrapped is not null`,
}
const LIST = {
  name: 'thread-list',
  text: `select ${COLUMNS} ${FROM} where t.org_id = $1 and d.wrapped is not null
    and ($2::uuid is null or t.client_id = $2) and ($3::text is null or t.state = $3)
    and ($4::uuid is null or t.assignee_id = $4 or t.assignee_id in (select a.user_id from staff_absences a
      where a.org_id = $1 and a.cover_id = $4 and now() between a.from_at and a.until_at))
    and (not $5::boolean or t.waits) and ($6::timestamptz is null or (t.last_at, t.id) < ($6, $7::uuid))
    order by t.last_at desc, t.id desc limit $8`,
}
const MESSAGES = {
  name: 'thread-messages',
  text: `select m.id, m.kind, m.author_id, m.from_portal, m.sealed_body, m.created_at,
      case when m.from_portal then null else wk_staff_name(m.author_id) end as author_name
    from thread_messages m where m.org_id = $1 and m.thread_id = $2 and ($3::uuid is null or m.id < $3) order by m.id desc limit $4`,
}
const READ = {
  name: 'thread-read-up-to',
  text: `insert into thread_reads as r (org_id, thread_id, user_id, up_to) values ($1, $2, wk_user(), $3)
    on conflict (org_id, thread_id, user_id) do update set up_to = greatest(r.up_to, excluded.up_to), read_at = now()`,
}

export interface ThreadFilter {
  clientId?: string | undefined
  state?: 'open' | 'closed' | undefined
  assigneeId?: string | undefined
  waits?: boolean | undefined
}

export function listThreads(
  tx: Tx,
  filter: ThreadFilter,
  after: { at: string; id: string } | undefined,
  limit: number,
): Promise<ThreadRow[]> {
  return tx.run<ThreadRow>(LIST, [
    tx.context.orgId,
    filter.clientId ?? null,
    filter.state ?? null,
    filter.assigneeId ?? null,
    filter.waits ?? false,
    after?.at ?? null,
    after?.id ?? null,
    limit,
  ])
}

/** One thread; a problem where it is not there for whoever asks. */
export async function findThread(tx: Tx, id: string): Promise<ThreadRow> {
  const [row] = await tx.run<ThreadRow>(ONE, [tx.context.orgId, id])
  if (!row) throw notFound('The conversation')
  return row
}

export const sealOf = async (
  keys: OrgKeys,
  tx: Tx,
  row: Pick<ThreadRow, 'id'> & WrappedDek,
): Promise<ThreadSeal> => new ThreadSeal(tx.context.orgId, await keys.openDek(tx.context.orgId, row.id, row))

/** A page of messages, oldest first, and whether there are older ones. */
export async function messagesOf(
  tx: Tx,
  threadId: string,
  before: string | null,
  limit = 50,
): Promise<{ rows: MessageRow[]; more: boolean }> {
  const rows = await tx.run<MessageRow>(MESSAGES, [tx.context.orgId, threadId, before, limit + 1])
  return { rows: rows.slice(0, limit).reverse(), more: rows.length > limit }
}

/** Notes how far whoever asks has read. */
export const markRead = (tx: Tx, threadId: string, upTo: string): Promise<unknown> =>
  tx.run(READ, [tx.context.orgId, threadId, upTo])

/** Where the next page of a list begins. */
export const cursorAfter = (row: ThreadRow): string =>
  Buffer.from(`${row.at}|${row.id}`).toString('base64url')

export function afterCursor(cursor: string | undefined): { at: string; id: string } | undefined {
  const [at, id] = Buffer.from(cursor ?? '', 'base64url')
    .toString()
    .split('|')
  if (!at || !id || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) return undefined
  return { at, id }
}
