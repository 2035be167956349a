import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { conflict, forbidden } from '../../../platform/http/problem.ts'
import { NoBody, type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { keepAnAdministrator } from '../../access/index.ts'
import { revokeDevices } from '../devices.ts'
import { forgetFactors, resetFactors } from '../factors.ts'
import { listSessions, SessionList } from '../session-list.ts'
import { endSessionsOf, revokeTokensOf } from '../sessions.ts'
import { findUser, mayGiveRoles, notOneself, presentUser, setRoles, setTeams, usersQuery } from '../users.ts'
import { Name } from './setup.ts'

const Named = z.object({ id: z.string(), name: z.string() })
export const UserAnswer = z.object({
  id: z.string(),
  email: z.string(),
  displayName: z.string(),
  kind: z.enum(['person', 'service']),
  status: z.enum(['active', 'invited', 'suspended', 'removed']),
  lockedUntil: z.string().nullable(),
  mfaEnrolled: z.boolean(),
  roles: z.array(Named),
  teams: z.array(Named),
  expiresAt: z.string().nullable(),
  lastSignInAt: z.string().nullable(),
})
const UserId = z.object({ id: z.uuid() })
export const Ids = z.array(z.uuid()).max(50)

/** Users of the organization. What takes access away takes effect in the same transaction, for every process. */
export function userRoutes(_: Services): Route[] {
  const list = route({
    method: 'GET',
    path: '/users',
    tag: 'users',
    needs: 'users:read',
    summary: 'Users, by name',
    query: z.object({
      q: z.string().max(100).optional(),
      status: z.enum(['active', 'invited', 'suspended', 'removed']).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      cursor: z.string().max(300).optional(),
    }),
    answer: {
      status: 200,
      schema: z.object({ items: z.array(UserAnswer), nextCursor: z.string().nullable() }),
    },
    async handler(ctx, { query }) {
      const rows = await ctx.withContext((tx) => {
        let q = usersQuery(tx)
          .orderBy('email')
          .limit(query.limit + 1)
        q = query.status ? q.where('status', '=', query.status) : q.where('status', '!=', 'removed')
        if (query.q)
          q = q.where((e) =>
            e.or([e('email', 'ilike', like(query.q!)), e('display_name', 'ilike', like(query.q!))]),
          )
        if (query.cursor) q = q.where('email', '>', Buffer.from(query.cursor, 'base64url').toString())
        return q.execute()
      })
      const page = rows.slice(0, query.limit)
      await ctx.recordRead({
        action: 'user.list',
        object: { type: 'user', id: null },
        objects: page.map((u) => u.id),
      })
      return {
        items: page.map(presentUser),
        nextCursor: rows.length > query.limit ? Buffer.from(page.at(-1)!.email).toString('base64url') : null,
      }
    },
  })
  const one = route({
    method: 'GET',
    path: '/users/:id',
    tag: 'users',
    needs: 'users:read',
    summary: 'One user',
    params: UserId,
    answer: { status: 200, schema: UserAnswer },
    async handler(ctx, { params }) {
      const user = await ctx.withContext((tx) => findUser(tx, params.id))
      await ctx.recordRead({ action: 'user.read', object: { type: 'user', id: user.id } })
      return presentUser(user)
    },
  })
  const change = route({
    method: 'PATCH',
    path: '/users/:id',
    tag: 'users',
    needs: 'users:manage',
    summary: 'Change name, roles, teams or end date',
    params: UserId,
    body: z
      .strictObject({ displayName: Name, roleIds: Ids, teamIds: Ids, expiresAt: z.iso.datetime().nullable() })
      .partial()
      .refine((b) => Object.keys(b).length > 0, 'nothing to change'),
    answer: { status: 200, schema: UserAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const user = await findUser(tx, params.id)
        if (user.status === 'removed') throw conflict('removed', 'This user was removed')
        if (body.roleIds) {
          mayGiveRoles(ctx)
          notOneself(ctx, params.id, 'gives roles to')
          await setRoles(tx, params.id, body.roleIds)
        }
        if (body.teamIds) {
          if (!ctx.principal.permissions.has('teams:manage'))
            throw forbidden('Changing teams needs the permission teams:manage.')
          notOneself(ctx, params.id, 'adds a team to')
          await setTeams(tx, params.id, body.teamIds)
        }
        if (body.displayName)
          await tx.db
            .updateTable('users')
            .set({ display_name: body.displayName })
            .where('id', '=', params.id)
            .execute()
        if (body.expiresAt !== undefined) {
          notOneself(ctx, params.id, 'sets an end for')
          await tx.db
            .updateTable('users')
            .set({ expires_at: body.expiresAt })
            .where('id', '=', params.id)
            .execute()
        }
        await keepAnAdministrator(tx)
        await ctx.record(tx, {
          action: 'user.change',
          object: { type: 'user', id: params.id },
          changes: Object.keys(body),
        })
        return presentUser(await findUser(tx, params.id))
      }),
  })

  const act = (
    path: string,
    action: string,
    summary: string,
    work: (ctx: RequestContext, tx: Tx, id: string, status: string) => Promise<void>,
  ) =>
    route({
      method: 'POST',
      path: `/users/:id/${path}`,
      tag: 'users',
      needs: 'users:manage',
      summary,
      params: UserId,
      body: NoBody,
      answer: { status: 200, schema: UserAnswer },
      handler: (ctx, { params }) =>
        ctx.withContext(async (tx) => {
          const user = await findUser(tx, params.id)
          await work(ctx, tx, params.id, user.status)
          await ctx.record(tx, { action, object: { type: 'user', id: params.id } })
          return presentUser(await findUser(tx, params.id))
        }),
    })
  const wants = (status: string, ...ok: string[]) => {
    if (!ok.includes(status)) throw conflict('wrong-status', `This user is ${status}`)
  }
  const status = (tx: Tx, id: string, to: 'active' | 'suspended' | 'removed') =>
    tx.db.updateTable('users').set({ status: to }).where('id', '=', id).execute()

  const suspend = act(
    'suspend',
    'user.suspend',
    'Suspend: ends every session and token at once',
    async (ctx, tx, id, now) => {
      notOneself(ctx, id, 'suspends')
      wants(now, 'active')
      await status(tx, id, 'suspended')
      await endSessionsOf(tx, id, 'suspended')
      await revokeDevices(tx, id)
      await revokeTokensOf(tx, id)
      await keepAnAdministrator(tx)
    },
  )
  const resume = act('resume', 'user.resume', 'Let a suspended user back in', async (_ctx, tx, id, now) => {
    wants(now, 'suspended')
    await status(tx, id, 'active')
  })
  const unlock = act('unlock', 'user.unlock', 'Undo a lock-out', async (_ctx, tx, id) => {
    await tx.db
      .updateTable('users')
      .set({ locked_until: null, failed_attempts: 0, first_failed_at: null })
      .where('id', '=', id)
      .execute()
  })
  const resetMfa = act(
    'reset-mfa',
    'user.mfa-reset',
    'Forget the authenticator app, passkeys and devices; a second factor is set up anew at the next sign-in',
    async (ctx, tx, id) => {
      notOneself(ctx, id, 'resets the second factor of')
      await resetFactors(tx, id)
      await endSessionsOf(tx, id, 'mfa-reset')
    },
  )
  const remove = route({
    method: 'DELETE',
    path: '/users/:id',
    tag: 'users',
    needs: 'users:manage',
    summary: 'Remove: ends every session and token at once; the log keeps the account’s id',
    params: UserId,
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        notOneself(ctx, params.id, 'removes')
        const user = await findUser(tx, params.id)
        wants(user.status, 'active', 'invited', 'suspended')
        await status(tx, params.id, 'removed')
        await tx.db.updateTable('users').set({ password_hash: null }).where('id', '=', params.id).execute()
        await forgetFactors(tx, params.id)
        await endSessionsOf(tx, params.id, 'removed')
        await revokeTokensOf(tx, params.id)
        await tx.db.deleteFrom('team_members').where('user_id', '=', params.id).execute()
        await keepAnAdministrator(tx)
        await ctx.record(tx, { action: 'user.remove', object: { type: 'user', id: params.id } })
      }),
  })
  const sessions = route({
    method: 'GET',
    path: '/users/:id/sessions',
    tag: 'users',
    needs: 'sessions:manage',
    summary: 'The sessions of a user',
    params: UserId,
    answer: { status: 200, schema: SessionList },
    async handler(ctx, { params }) {
      const found = await ctx.withContext(async (tx) => {
        await findUser(tx, params.id)
        return listSessions(tx, params.id, ctx.principal.sessionId)
      })
      await ctx.recordRead({ action: 'session.list', object: { type: 'user', id: params.id } })
      return found
    },
  })
  const endSessions = route({
    method: 'DELETE',
    path: '/users/:id/sessions',
    tag: 'users',
    needs: 'sessions:manage',
    summary: 'End all sessions of a user',
    params: UserId,
    answer: { status: 200, schema: z.object({ ended: z.number() }) },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        await findUser(tx, params.id)
        const ended = await endSessionsOf(tx, params.id, 'ended-by-administrator')
        await ctx.record(tx, {
          action: 'session.end',
          object: { type: 'user', id: params.id },
          facts: { ended },
        })
        return { ended }
      }),
  })
  return [list, one, change, suspend, resume, unlock, resetMfa, remove, sessions, endSessions]
}

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
