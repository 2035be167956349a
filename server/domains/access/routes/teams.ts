import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { notFound } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { Description, Id, Limit, Name, some } from '../api.ts'
import { createTeam, setMembers } from '../make.ts'
import { unique } from '../unique.ts'

const TeamBody = z.strictObject({
  name: Name,
  description: Description.optional(),
  memberIds: z.array(z.uuid().toLowerCase()).max(2000).optional(),
})
const TeamAnswer = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  memberIds: z.array(z.string()),
})
type Team = z.infer<typeof TeamAnswer>

const TEAMS = {
  name: 'team-list',
  text: `select t.id, t.name, t.description, coalesce((select array_agg(m.user_id order by m.user_id) from team_members m where m.org_id = t.org_id and m.team_id = t.id), '{}') as "memberIds"
    from teams t where t.org_id = $1 and ($2::uuid is null or t.id = $2) order by t.name`,
}

async function readTeam(tx: Tx, id: string): Promise<Team> {
  const [row] = await tx.run<Team>(TEAMS, [tx.context.orgId, id])
  if (!row) throw notFound('The team')
  return row
}

/** Teams: the one side of the walls. */
export function teamRoutes(_: Services): Route[] {
  const list = route({
    method: 'GET',
    path: '/teams',
    tag: 'teams',
    needs: 'teams:read',
    summary: 'Teams and their members',
    query: Limit,
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
        const id = await createTeam(tx, body)
        await ctx.record(tx, {
          action: 'team.create',
          object: { type: 'team', id },
          objects: body.memberIds ?? [],
        })
        return readTeam(tx, id)
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
        const before = await readTeam(tx, params.id)
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
        return readTeam(tx, params.id)
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
        const before = await readTeam(tx, params.id)
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
  return [list, create, change, remove]
}
