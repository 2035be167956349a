import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { conflict, invalid, notFound } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import type { Services } from '../../../platform/services.ts'
import { unique } from '../unique.ts'

const Name = z.string().trim().min(1).max(100)
const Description = z.string().trim().max(500)
const Id = z.object({ id: z.uuid() })
const TeamBody = z.strictObject({
  name: Name,
  description: Description.optional(),
  memberIds: z.array(z.uuid()).max(2000).optional(),
})
const TeamAnswer = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  memberIds: z.array(z.string()),
})
const GroupBody = z.strictObject({ name: Name, description: Description.optional() })
const GroupAnswer = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  clientCount: z.number(),
})
const limit = z.object({ limit: z.coerce.number().optional() })
const some = (b: object) => Object.keys(b).length > 0

const TEAMS = {
  name: 'team-list',
  text: `select t.id, t.name, t.description, coalesce((select array_agg(m.user_id order by m.user_id) from team_members m where m.org_id = t.org_id and m.team_id = t.id), '{}') as "memberIds"
    from teams t where t.org_id = $1 and ($2::uuid is null or t.id = $2) order by t.name`,
}
const GROUPS = {
  name: 'group-list',
  text: `select g.id, g.name, g.description, (select count(*)::int from clients c where c.org_id = g.org_id and c.group_id = g.id and c.shredded_at is null) as "clientCount"
    from client_groups g where g.org_id = $1 and ($2::uuid is null or g.id = $2) order by g.name`,
}
type Team = z.infer<typeof TeamAnswer>
type ClientGroup = z.infer<typeof GroupAnswer>

async function setMembers(tx: Tx, teamId: string, memberIds: string[]): Promise<void> {
  const found = memberIds.length
    ? await tx.db
        .selectFrom('users')
        .select('id')
        .where('id', 'in', memberIds)
        .where('status', '!=', 'removed')
        .execute()
    : []
  if (found.length !== new Set(memberIds).size)
    throw invalid([{ field: 'memberIds', message: 'names a user that does not exist' }])
  await tx.db.deleteFrom('team_members').where('team_id', '=', teamId).execute()
  if (found.length)
    await tx.db
      .insertInto('team_members')
      .values(found.map((u) => ({ org_id: tx.context.orgId, team_id: teamId, user_id: u.id })))
      .execute()
}

/** Teams and client groups: the two sides of the walls. */
export function teamRoutes({ db }: Services): Route[] {
  const team = async (tx: Tx, id: string) => {
    const [row] = await tx.run<Team>(TEAMS, [tx.context.orgId, id])
    if (!row) throw notFound('The team')
    return row
  }
  // Counts are of all clients, also behind walls that are closed to the asker: a number, and nothing else.
  const groups = (orgId: string, id: string | null) =>
    db.withContext({ orgId, userId: null }, (tx) => tx.run<ClientGroup>(GROUPS, [orgId, id]), 'worker')

  const list = route({
    method: 'GET',
    path: '/teams',
    tag: 'teams',
    needs: 'teams:read',
    summary: 'Teams and their members',
    query: limit,
    answer: { status: 200, schema: z.object({ items: z.array(TeamAnswer), nextCursor: z.null() }) },
    async handler(ctx) {
      const items = await ctx.withContext((tx) => tx.run<Team>(TEAMS, [tx.context.orgId, null]))
      await ctx.recordRead({ action: 'team.list', object: { type: 'team', id: null } })
      return { items, nextCursor: null }
    },
  })
  const create = route({
    method: 'POST',
    path: '/teams',
    tag: 'teams',
    needs: 'teams:manage',
    summary: 'Make a team',
    body: TeamBody,
    answer: { status: 201, schema: TeamAnswer },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const id = uuidv7()
        await unique(
          'name',
          tx.db
            .insertInto('teams')
            .values({ org_id: tx.context.orgId, id, name: body.name, description: body.description ?? '' })
            .execute(),
        )
        await setMembers(tx, id, body.memberIds ?? [])
        await ctx.record(tx, {
          action: 'team.create',
          object: { type: 'team', id },
          objects: body.memberIds ?? [],
        })
        return team(tx, id)
      }),
  })
  const change = route({
    method: 'PATCH',
    path: '/teams/:id',
    tag: 'teams',
    needs: 'teams:manage',
    summary: 'Change a team or its members',
    params: Id,
    body: TeamBody.partial().refine(some, 'nothing to change'),
    answer: { status: 200, schema: TeamAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const before = await team(tx, params.id)
        const { memberIds, ...named } = body
        if (some(named))
          await unique('name', tx.db.updateTable('teams').set(named).where('id', '=', params.id).execute())
        if (memberIds) await setMembers(tx, params.id, memberIds)
        const moved = memberIds
          ? [...new Set([...before.memberIds, ...memberIds])].filter(
              (m) => before.memberIds.includes(m) !== memberIds.includes(m),
            )
          : []
        await ctx.record(tx, {
          action: 'team.change',
          object: { type: 'team', id: params.id },
          objects: moved,
          changes: Object.keys(body),
        })
        return team(tx, params.id)
      }),
  })
  const remove = route({
    method: 'DELETE',
    path: '/teams/:id',
    tag: 'teams',
    needs: 'teams:manage',
    summary: 'Delete a team; what its walls opened closes',
    params: Id,
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const before = await team(tx, params.id)
        await tx.db.deleteFrom('walls').where('team_id', '=', params.id).execute()
        await tx.db.deleteFrom('team_members').where('team_id', '=', params.id).execute()
        await tx.db.deleteFrom('teams').where('id', '=', params.id).execute()
        await ctx.record(tx, {
          action: 'team.remove',
          object: { type: 'team', id: params.id },
          objects: before.memberIds,
        })
      }),
  })
  const groupList = route({
    method: 'GET',
    path: '/client-groups',
    tag: 'teams',
    needs: 'teams:read',
    summary: 'Client groups',
    query: limit,
    answer: { status: 200, schema: z.object({ items: z.array(GroupAnswer), nextCursor: z.null() }) },
    async handler(ctx) {
      const items = await groups(ctx.principal.orgId, null)
      await ctx.recordRead({ action: 'client-group.list', object: { type: 'client-group', id: null } })
      return { items, nextCursor: null }
    },
  })
  const groupCreate = route({
    method: 'POST',
    path: '/client-groups',
    tag: 'teams',
    needs: 'teams:manage',
    summary: 'Make a client group',
    body: GroupBody,
    answer: { status: 201, schema: GroupAnswer },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const id = uuidv7()
        await unique(
          'name',
          tx.db
            .insertInto('client_groups')
            .values({ org_id: tx.context.orgId, id, name: body.name, description: body.description ?? '' })
            .execute(),
        )
        await ctx.record(tx, { action: 'client-group.create', object: { type: 'client-group', id } })
        return { id, name: body.name, description: body.description ?? '', clientCount: 0 }
      }),
  })
  const groupChange = route({
    method: 'PATCH',
    path: '/client-groups/:id',
    tag: 'teams',
    needs: 'teams:manage',
    summary: 'Rename a client group',
    params: Id,
    body: GroupBody.partial().refine(some, 'nothing to change'),
    answer: { status: 200, schema: GroupAnswer },
    async handler(ctx, { params, body }) {
      await ctx.withContext(async (tx) => {
        const done = await unique(
          'name',
          tx.db.updateTable('client_groups').set(body).where('id', '=', params.id).executeTakeFirst(),
        )
        if (!done.numUpdatedRows) throw notFound('The client group')
        await ctx.record(tx, {
          action: 'client-group.change',
          object: { type: 'client-group', id: params.id },
          changes: Object.keys(body),
        })
      })
      return (await groups(ctx.principal.orgId, params.id))[0]
    },
  })
  const groupRemove = route({
    method: 'DELETE',
    path: '/client-groups/:id',
    tag: 'teams',
    needs: 'teams:manage',
    summary: 'Delete a client group that has no clients',
    params: Id,
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const [group] = await groups(tx.context.orgId, params.id)
        if (!group) throw notFound('The client group')
        if (group.clientCount)
          throw conflict(
            'in-use',
            'Clients belong to this group',
            `${group.clientCount} clients belong to it.`,
          )
        await tx.db.deleteFrom('walls').where('group_id', '=', params.id).execute()
        // A tombstone of a destroyed client still names its group.
        await unique('id', tx.db.deleteFrom('client_groups').where('id', '=', params.id).execute())
        await ctx.record(tx, {
          action: 'client-group.remove',
          object: { type: 'client-group', id: params.id },
        })
      }),
  })
  return [list, create, change, remove, groupList, groupCreate, groupChange, groupRemove]
}
