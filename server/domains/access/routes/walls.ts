import { z } from 'zod'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { setWall } from '../make.ts'

const Named = z.object({ id: z.string(), name: z.string() })
const Access = z.enum(['read', 'write'])

/** Which teams may see which client groups, and how. What no wall opens is closed. */
export function wallRoutes(_: Services): Route[] {
  const get = route({
    method: 'GET',
    path: '/walls',
    tag: 'walls',
    needs: 'teams:read',
    summary: 'The matrix of teams and client groups',
    answer: {
      status: 200,
      schema: z.object({
        teams: z.array(Named),
        groups: z.array(Named),
        walls: z.array(z.object({ teamId: z.string(), groupId: z.string(), access: Access })),
      }),
    },
    async handler(ctx) {
      const matrix = await ctx.withContext(async (tx) => ({
        teams: await tx.db.selectFrom('teams').select(['id', 'name']).orderBy('name').execute(),
        groups: await tx.db.selectFrom('client_groups').select(['id', 'name']).orderBy('name').execute(),
        walls: (await tx.db
          .selectFrom('walls')
          .select(['team_id as teamId', 'group_id as groupId', 'access'])
          .execute()) as { teamId: string; groupId: string; access: 'read' | 'write' }[],
      }))
      await ctx.recordRead({ action: 'wall.list', object: { type: 'wall', id: null } })
      return matrix
    },
  })
  const set = route({
    method: 'PUT',
    path: '/walls/:teamId/:groupId',
    tag: 'walls',
    needs: 'teams:manage',
    summary: 'Open or close a client group to a team',
    params: z.object({ teamId: z.uuid(), groupId: z.uuid() }),
    body: z.strictObject({ access: z.enum(['none', 'read', 'write']) }),
    answer: { status: 204, schema: null },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        await setWall(tx, params.teamId, params.groupId, body.access)
        await ctx.record(tx, {
          action: 'wall.change',
          object: { type: 'team', id: params.teamId },
          objects: [params.groupId],
          facts: { access: body.access },
        })
      }),
  })
  return [get, set]
}
