import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import { forbidden, notFound, stale } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { openJson, type Place, sealJson } from '../../platform/keys/sealed.ts'
import { subjectDek } from '../../platform/keys/subjects.ts'
import { ActionFields } from './actions.ts'
import { SORTS, TicketFilter } from './api.ts'
import { refuseTelling } from './rules/detection.ts'

/** A saved filter: what people typed into it may name somebody, so it is sealed under the organization's key. */
export const View = z.strictObject({
  name: z.string().trim().min(1).max(100),
  filter: TicketFilter,
  sort: z.enum(SORTS).default('updated'),
  layout: z.enum(['list', 'board']).default('list'),
})
export type View = z.infer<typeof View>

/** A canned reply and what comes with it. */
export const Macro = z.strictObject({
  name: z.string().trim().min(1).max(100),
  ...ActionFields,
})
export type Macro = z.infer<typeof Macro>

const KINDS = {
  view: { table: 'ticket_views', column: 'sealed_view', what: 'The view' },
  macro: { table: 'ticket_macros', column: 'sealed_macro', what: 'The macro' },
} as const
type Kind = keyof typeof KINDS
interface Content {
  view: View
  macro: Macro
}
export type Saved<K extends Kind> = Content[K] & {
  id: string
  ownerId: string
  shared: boolean
  version: number
}

const placeOf = (orgId: string, kind: Kind, row: string): Place => ({
  orgId,
  table: KINDS[kind].table,
  column: KINDS[kind].column,
  row,
})

interface Row {
  id: string
  owner_id: string
  shared: boolean
  version: number
  sealed: Buffer
}

async function rowsOf(tx: Tx, kind: Kind, id?: string): Promise<Row[]> {
  const { table, column } = KINDS[kind]
  return tx.run<Row>(
    {
      name: `${kind}-rows`,
      text: `select id, owner_id, shared, version, ${column} as sealed from ${table} where org_id = $1 and ($2::uuid is null or id = $2) order by id`,
    },
    [tx.context.orgId, id ?? null],
  )
}

/** One's own and those that are shared. */
export async function listSaved<K extends Kind>(keys: OrgKeys, tx: Tx, kind: K): Promise<Saved<K>[]> {
  return openAll(keys, tx, kind, await rowsOf(tx, kind))
}

export async function readSaved<K extends Kind>(
  keys: OrgKeys,
  tx: Tx,
  kind: K,
  id: string,
): Promise<Saved<K>> {
  const [found] = await openAll(keys, tx, kind, await rowsOf(tx, kind, id))
  if (!found) throw notFound(KINDS[kind].what)
  return found
}

export const readView = (keys: OrgKeys, tx: Tx, id: string): Promise<Saved<'view'>> =>
  readSaved(keys, tx, 'view', id)

async function openAll<K extends Kind>(keys: OrgKeys, tx: Tx, kind: K, rows: Row[]): Promise<Saved<K>[]> {
  if (!rows.length) return []
  const { orgId } = tx.context
  const key = await subjectDek(keys, tx, 'organization', orgId)
  return rows.map((r) => ({
    ...openJson<Content[K]>(key, placeOf(orgId, kind, r.id), r.sealed),
    id: r.id,
    ownerId: r.owner_id,
    shared: r.shared,
    version: r.version,
  }))
}

const mayShare = (by: By) => {
  if (!by.may('desk:settings')) throw forbidden('What is shared needs the permission desk:settings.')
}

/** What others read of it, or what it puts on tickets. */
function typed(content: View | Macro): Record<string, string | string[] | undefined> {
  if ('filter' in content)
    return { name: content.name, 'filter.q': content.filter.q, 'filter.tag': content.filter.tag }
  return { name: content.name, body: content.body, addTags: content.addTags }
}

/** Saves a new one (`id` absent) or changes one; what is shared needs `desk:settings`. */
export async function save<K extends Kind>(
  keys: OrgKeys,
  tx: Tx,
  by: By,
  kind: K,
  content: Content[K],
  shared: boolean,
  known?: { id: string; version: number },
): Promise<Saved<K>> {
  const { orgId } = tx.context
  const { table, column } = KINDS[kind]
  const old = known && (await readSaved(keys, tx, kind, known.id))
  if (shared || old?.shared) mayShare(by)
  refuseTelling(typed(content))
  const id = known?.id ?? uuidv7()
  const sealed = sealJson(
    await subjectDek(keys, tx, 'organization', orgId),
    placeOf(orgId, kind, id),
    content,
  )
  const [row] = known
    ? await tx.run<Row>(
        {
          name: `${kind}-update`,
          text: `update ${table} set ${column} = $3, shared = $4, version = version + 1 where org_id = $1 and id = $2 and version = $5 returning *`,
        },
        [orgId, id, sealed, shared, known.version],
      )
    : await tx.run<Row>(
        {
          name: `${kind}-insert`,
          text: `insert into ${table} (org_id, id, owner_id, shared, ${column}) values ($1, $2, $3, $5, $4) returning *`,
        },
        [orgId, id, by.userId, sealed, shared],
      )
  if (!row) throw stale()
  await by.record(tx, {
    action: `ticket-${kind}.${known ? 'change' : 'create'}`,
    object: { type: `ticket-${kind}`, id },
    facts: { shared },
  })
  return { ...content, id, ownerId: row.owner_id, shared, version: row.version }
}

export async function removeSaved(keys: OrgKeys, tx: Tx, by: By, kind: Kind, id: string): Promise<void> {
  const old = await readSaved(keys, tx, kind, id)
  if (old.shared) mayShare(by)
  await tx.run(
    { name: `${kind}-delete`, text: `delete from ${KINDS[kind].table} where org_id = $1 and id = $2` },
    [tx.context.orgId, id],
  )
  await by.record(tx, { action: `ticket-${kind}.remove`, object: { type: `ticket-${kind}`, id } })
}
