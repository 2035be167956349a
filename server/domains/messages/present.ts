import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys, WrappedDek } from '../../platform/keys/org-keys.ts'
import { displayName, openClasses, readClients } from '../clients/index.ts'
import { openPersonWith } from '../identity/index.ts'
import { myClients } from '../portal/index.ts'
import { filesOfMessages } from './file-owner.ts'
import { cursorAfter, type MessageRow, sealOf, type ThreadRow } from './threads.ts'

interface PersonRow extends WrappedDek {
  user_id: string
  sealed_person: Buffer
}
const PEOPLE = { name: 'thread-people-of', text: 'select * from wk_thread_people($1)' }
const AWAY = {
  name: 'thread-away',
  text: 'select until_at, wk_staff_name(cover_id) as cover from wk_away($1)',
}

/** Who takes part in a thread of the portal's people, by name. */
export async function peopleOf(keys: OrgKeys, tx: Tx, threadId: string) {
  const { orgId } = tx.context
  const rows = await tx.run<PersonRow>(PEOPLE, [threadId])
  return Promise.all(
    rows.map(async (row) => {
      const key = await keys.openDek(orgId, row.user_id, row)
      return { id: row.user_id, name: openPersonWith(key, orgId, row.user_id, row.sealed_person).name }
    }),
  )
}

/** The names of the threads' clients: a portal person's own, or what the walls and classes open to staff. */
async function clientNames(
  keys: OrgKeys,
  tx: Tx,
  ids: string[],
  reader: { portal: boolean; contact: boolean },
): Promise<Map<string, string>> {
  const { orgId } = tx.context
  if (reader.portal) return new Map((await myClients(keys, tx)).map((c) => [c.id, c.name]))
  if (!reader.contact) return new Map()
  const rows = await readClients(tx, [...new Set(ids)])
  return new Map(
    await Promise.all(
      rows.map(async (row): Promise<[string, string]> => {
        const key = await keys.openDek(orgId, row.id, row)
        return [row.id, displayName(openClasses(key, orgId, row, ['contact']).contact)]
      }),
    ),
  )
}

export interface Reader {
  userId: string
  portal: boolean
  /** May see the class `contact`. */
  contact: boolean
}

/** A page of threads: `rows` hold one more than `limit` where others follow. */
export async function presentPage(keys: OrgKeys, tx: Tx, rows: ThreadRow[], limit: number, reader: Reader) {
  const page = rows.slice(0, limit)
  return {
    items: await presentLines(keys, tx, page, reader),
    nextCursor: rows.length > limit ? cursorAfter(page.at(-1)!) : null,
  }
}

/** Threads as a list shows them. */
export async function presentLines(keys: OrgKeys, tx: Tx, rows: ThreadRow[], reader: Reader) {
  const names = await clientNames(
    keys,
    tx,
    rows.map((r) => r.client_id),
    reader,
  )
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      subject: (await sealOf(keys, tx, row)).open(
        'message_threads.sealed_subject',
        row.id,
        row.sealed_subject,
      ),
      client: { id: row.client_id, name: names.get(row.client_id) ?? 'Name hidden' },
      state: row.state,
      waits: row.waits,
      unread: row.unread,
      messages: row.message_count,
      lastAt: row.last_at.toISOString(),
      assignee: row.assignee_id ? { id: row.assignee_id, name: row.assignee_name ?? '' } : null,
    })),
  )
}

/** A thread with a page of its messages. */
export async function presentThread(
  keys: OrgKeys,
  tx: Tx,
  row: ThreadRow,
  page: { rows: MessageRow[]; more: boolean },
  reader: Reader,
) {
  const seal = await sealOf(keys, tx, row)
  const people = await peopleOf(keys, tx, row.id)
  const named = new Map(people.map((p) => [p.id, p.name]))
  const [away] = row.assignee_id
    ? await tx.run<{ until_at: Date; cover: string | null }>(AWAY, [row.assignee_id])
    : []
  const files = await filesOfMessages(
    keys,
    tx,
    row.id,
    page.rows.map((m) => m.id),
  )
  const [line] = await presentLines(keys, tx, [row], reader)
  return {
    ...line!,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    writable: row.writable,
    people,
    away: away
      ? { name: row.assignee_name ?? '', until: away.until_at.toISOString(), cover: away.cover }
      : null,
    items: page.rows.map((m) => ({
      id: m.id,
      kind: m.kind,
      fromPortal: m.from_portal,
      own: m.author_id === reader.userId,
      author: m.from_portal ? (named.get(m.author_id ?? '') ?? '') : (m.author_name ?? ''),
      body: seal.open('thread_messages.sealed_body', m.id, m.sealed_body),
      createdAt: m.created_at.toISOString(),
      files: files.get(m.id) ?? [],
    })),
    more: page.more,
  }
}
