import type { Tx } from '../../platform/db/database.ts'
import { invalid } from '../../platform/http/problem.ts'

/** Whether a user may, by role and wall, do something with tickets of a group; `$permission` and `$access` are SQL. */
const may = (
  user: string,
  group: string,
  permission: string,
  access: string,
) => `exists (select 1 from users u
    where u.org_id = $1 and u.id = ${user} and u.status = 'active' and u.kind = 'person'
      and exists (select 1 from user_roles ur join roles r on r.org_id = ur.org_id and r.id = ur.role_id
        where ur.org_id = u.org_id and ur.user_id = u.id and '${permission}' = any (r.permissions))
      and exists (select 1 from team_members m join walls w on w.org_id = m.org_id and w.team_id = m.team_id
        where m.org_id = u.org_id and m.user_id = u.id and w.group_id = ${group} and w.access = any ('${access}'::text[])))`
const works = (user: string, group: string) => may(user, group, 'tickets:write', '{write}')
/** In SQL: whether a user (not by the alias `u`) sees tickets of a group; `$1` is the organization. */
export const sees = (user: string, group: string): string => may(user, group, 'tickets:read', '{read,write}')

const SHUT_OUT = {
  name: 'ticket-shut-out',
  text: `select $3::uuid is not null and not ${works('$3', '$2')} as "assigneeId",
    $4::uuid is not null and not exists (select 1 from walls w where w.org_id = $1 and w.team_id = $4 and w.group_id = $2) as "teamId"`,
}
const UNSEEING = {
  name: 'ticket-unseeing',
  text: `select distinct x.id, v.display_name as name from unnest($3::uuid[]) x (id)
    left join users v on v.org_id = $1 and v.id = x.id and v.kind = 'person' where not ${sees('x.id', '$2')}`,
}
const COLLEAGUES = {
  name: 'ticket-colleagues',
  text: `select v.id, v.display_name as name, ${works('v.id', 't.group_id')} as works
    from tickets t join users v on v.org_id = t.org_id where t.org_id = $1 and t.id = $2 and ${sees('v.id', 't.group_id')}
    order by v.display_name, v.id`,
}

type Workers = 'assigneeId' | 'teamId'

/** Which of those who are to work on tickets of a group can't, for want of a wall or a role. */
export async function shutOut(
  tx: Tx,
  groupId: string,
  who: { [K in Workers]?: string | null | undefined },
): Promise<Workers[]> {
  if (!who.assigneeId && !who.teamId) return []
  const [row] = await tx.run<Record<Workers, boolean>>(SHUT_OUT, [
    tx.context.orgId,
    groupId,
    who.assigneeId ?? null,
    who.teamId ?? null,
  ])
  return (['assigneeId', 'teamId'] as const).filter((f) => row![f])
}

const CANT_WORK: Record<Workers, string> = {
  assigneeId: 'can’t work on this ticket: no role or no wall lets them',
  teamId: 'can’t work on this ticket: no wall lets that team through',
}
export const refuseShutOut = (fields: Workers[]): void => {
  if (fields.length) throw invalid(fields.map((field) => ({ field, message: CANT_WORK[field] })))
}

/** Whoever is mentioned must see what it is about, or the author believes that somebody was told. */
export async function refuseUnseeing(tx: Tx, groupId: string, userIds: string[]): Promise<void> {
  if (!userIds.length) return
  const rows = await tx.run<{ name: string | null }>(UNSEEING, [tx.context.orgId, groupId, userIds])
  if (rows.length)
    throw invalid(
      rows.map((r) => ({ field: 'mentions', message: `${r.name ?? 'somebody'} does not see this ticket` })),
    )
}

export interface Colleague {
  id: string
  name: string
  /** May be given the ticket. */
  works: boolean
}
/** Who sees a ticket, by name; none when the caller does not. */
export const colleaguesOf = (tx: Tx, ticketId: string): Promise<Colleague[]> =>
  tx.run<Colleague>(COLLEAGUES, [tx.context.orgId, ticketId])
