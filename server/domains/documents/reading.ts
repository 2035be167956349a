import type { Statement, Tx } from '../../platform/db/database.ts'
import { invalid } from '../../platform/http/problem.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import { openPerson } from '../identity/index.ts'
import { seesPrivate } from './access.ts'
import { COLUMNS, type DocumentRow, JOINS } from './records.ts'

/** Who is to read a document. */
export interface Audience {
  everybody: boolean
  teamIds: string[]
  roleIds: string[]
  userIds: string[]
  /** People of the portal who see it. */
  portal: boolean
  dueOn: string | null
}

const READ: Statement = {
  name: 'document-audience',
  text: `select everybody, team_ids as "teamIds", role_ids as "roleIds", user_ids as "userIds", portal, due_on as "dueOn"
    from document_audiences where org_id = $1 and document_id = $2`,
}
const SET: Statement = {
  name: 'document-audience-set',
  text: `insert into document_audiences (org_id, document_id, everybody, team_ids, role_ids, user_ids, due_on, portal, asked_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, wk_user()) on conflict (org_id, document_id) do update set everybody = excluded.everybody,
      team_ids = excluded.team_ids, role_ids = excluded.role_ids, user_ids = excluded.user_ids, portal = excluded.portal, due_on = excluded.due_on,
      asked_by = excluded.asked_by, asked_at = now()`,
}
const PEOPLE: Statement = {
  name: 'document-readers',
  text: `select u.id as "userId", u.display_name as name, pp.sealed_person as sealed, k.n, k.at
    from document_audiences a join documents d on d.org_id = a.org_id and d.id = a.document_id
    join users u on u.org_id = a.org_id and u.status = 'active' and wk_is_asked(a, u.id) and (u.kind = 'person' or (u.kind = 'portal' and case
      when d.client_id is not null then exists (select 1 from portal_clients p where p.org_id = u.org_id and p.user_id = u.id and p.client_id = d.client_id)
      else d.facility_ids = '{}' or exists (select 1 from user_facilities x where x.org_id = u.org_id and x.user_id = u.id and x.facility_id = any (d.facility_ids)) end))
    left join portal_people pp on pp.org_id = u.org_id and pp.user_id = u.id
    left join lateral (select k.n, k.at from document_acknowledgements k where k.org_id = a.org_id and k.document_id = a.document_id
      and k.user_id = u.id and k.n >= d.read_from order by k.n desc limit 1) k on true
    where a.org_id = $1 and a.document_id = $2 order by k.n is not null, u.display_name, u.id limit 5000`,
}
const MINE: Statement = {
  name: 'documents-to-read',
  text: `select ${COLUMNS}, a.due_on, done.at as acknowledged_at from document_audiences a
    join documents d on d.org_id = a.org_id and d.id = a.document_id and d.purged_at is null
      and d.state = 'published' and (d.expires_at is null or d.expires_at > now()) ${JOINS}
    left join lateral (select x.at from document_acknowledgements x where x.org_id = a.org_id and x.document_id = a.document_id
      and x.user_id = wk_user() and x.n >= d.read_from order by x.n desc limit 1) done on true
    where a.org_id = $1 and wk_is_asked(a, wk_user()) and ($3 or d.client_id is null) and ($4 or done.at is null)
    order by done.at is not null, a.due_on nulls last, d.id limit 201`,
}
const ASKED: Statement = {
  name: 'document-asked',
  text: `select a.due_on, (select x.at from document_acknowledgements x where x.org_id = a.org_id and x.document_id = a.document_id
      and x.user_id = wk_user() and x.n >= d.read_from order by x.n desc limit 1) as at
    from document_audiences a join documents d on d.org_id = a.org_id and d.id = a.document_id
    where a.org_id = $1 and a.document_id = $2 and wk_is_asked(a, wk_user())`,
}
const ACKNOWLEDGE: Statement = {
  name: 'document-acknowledge',
  text: `insert into document_acknowledgements (org_id, document_id, user_id, n) values ($1, $2, wk_user(), $3)
    on conflict do nothing returning n`,
}

/** Who is to read it; undefined where nobody is asked. */
export async function audienceOf(tx: Tx, documentId: string): Promise<Audience | undefined> {
  const [row] = await tx.run<Audience>(READ, [tx.context.orgId, documentId])
  return row
}

export const isNobody = (a: Audience): boolean =>
  !a.everybody && !a.portal && a.teamIds.length === 0 && a.roleIds.length === 0 && a.userIds.length === 0

/** Says who is to read a document; nobody any more where the audience is empty. */
export async function setAudience(tx: Tx, documentId: string, a: Audience): Promise<void> {
  const { orgId } = tx.context
  if (isNobody(a)) {
    await tx.db
      .deleteFrom('document_audiences')
      .where('org_id', '=', orgId)
      .where('document_id', '=', documentId)
      .execute()
    return
  }
  for (const [field, table, ids] of [
    ['teamIds', 'teams', a.teamIds],
    ['roleIds', 'roles', a.roleIds],
    ['userIds', 'users', a.userIds],
  ] as const) {
    if (ids.length === 0) continue
    const found = await tx.db.selectFrom(table).select('id').where('id', 'in', ids).execute()
    if (found.length !== new Set(ids).size)
      throw invalid([{ field, message: 'must name what there is in the organization' }])
  }
  await tx.run(SET, [orgId, documentId, a.everybody, a.teamIds, a.roleIds, a.userIds, a.dueOn, a.portal])
}

export interface AskedPerson {
  userId: string
  name: string
  /** The version that was acknowledged; null: not yet. */
  n: number | null
  at: Date | null
}

/** All who are asked, those first who have not yet; people of the portal by name where their walls are open. */
export async function askedPeople(keys: OrgKeys, tx: Tx, documentId: string): Promise<AskedPerson[]> {
  const rows = await tx.run<AskedPerson & { sealed: Buffer | null }>(PEOPLE, [tx.context.orgId, documentId])
  return Promise.all(
    rows.map(async ({ sealed, ...person }) => ({
      ...person,
      ...(sealed && { name: (await openPerson(keys, tx, person.userId, sealed)).name }),
    })),
  )
}

export type ToRead = DocumentRow & { due_on: string | null; acknowledged_at: Date | null }

/** What this user is asked to read, the most pressing first; with `all` also what was acknowledged. */
export const documentsToRead = (tx: Tx, principal: Principal, all: boolean): Promise<ToRead[]> =>
  // Asked as a reader: the published version is what counts.
  tx.run<ToRead>(MINE, [tx.context.orgId, false, seesPrivate(principal), all])

/** Whether this user is asked to read it, and has. */
export async function askedMe(
  tx: Tx,
  documentId: string,
): Promise<{ dueOn: string | null; acknowledgedAt: string | null } | null> {
  const [row] = await tx.run<{ due_on: string | null; at: Date | null }>(ASKED, [
    tx.context.orgId,
    documentId,
  ])
  return row ? { dueOn: row.due_on, acknowledgedAt: row.at?.toISOString() ?? null } : null
}

/** This user has read the published version. Answers false where that was said before. */
export const acknowledge = async (tx: Tx, documentId: string, n: number): Promise<boolean> =>
  (await tx.run(ACKNOWLEDGE, [tx.context.orgId, documentId, n])).length > 0
