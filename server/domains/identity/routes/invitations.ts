import { z } from 'zod'
import { secretHash } from '../../../platform/http/authenticate.ts'
import { conflict, forbidden, Problem } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import type { Services } from '../../../platform/services.ts'
import { factorsOf } from '../factors.ts'
import { newInvitation, plainSecret } from '../invitation.ts'
import { PasswordPolicy } from '../org-policy.ts'
import { setPassword } from '../password/set.ts'
import { calledBy } from '../portal-person.ts'
import { beginSession } from '../sessions.ts'
import { actorKind, atFloor, nextOf, nextStage, readPolicy, signedIn } from '../sign-in.ts'
import { findUser, mayGiveRoles, presentUser, setRoles, setTeams } from '../users.ts'
import { Email, Name, Password } from './setup.ts'
import { Next } from './sign-in.ts'
import { Ids, UserAnswer } from './users.ts'

const FIND = {
  name: 'find-invitation',
  text: 'select org_id, invitation_id, user_id from wk_find_invitation($1)',
}
/** A link's secret, or a code as it is typed. */
const Token = z.string().min(12).max(100)
const gone = () =>
  new Problem(404, 'invitation-gone', 'This invitation does not work any more', {
    detail: 'It was used, or its time has run out. Ask for a new one.',
  })

/** Invitations by a one-time link. The secret travels in bodies and in the link's fragment, never in a URL that is sent. */
export function invitationRoutes({ db, ...services }: Services): Route[] {
  const find = async (token: string) => {
    const [row] = await db.query<{ org_id: string; invitation_id: string; user_id: string }>(FIND, [
      secretHash(plainSecret(token)),
    ])
    if (!row) throw gone()
    return row
  }
  const invite = route({
    method: 'POST',
    path: '/users/invitations',
    tag: 'users',
    needs: 'users:manage',
    summary: 'Invite a user; an invited one gets a new link',
    body: z.strictObject({
      email: Email,
      displayName: Name,
      roleIds: Ids.default([]),
      teamIds: Ids.default([]),
      expiresAt: z.iso.datetime().nullish(),
    }),
    answer: {
      status: 201,
      schema: z.object({ user: UserAnswer, invitationUrl: z.string(), expiresAt: z.string() }),
    },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const { orgId } = tx.context
        if (body.roleIds.length) mayGiveRoles(ctx)
        if (body.teamIds.length && !ctx.principal.permissions.has('teams:manage'))
          throw forbidden('Changing teams needs the permission teams:manage.')
        const before = await tx.db
          .selectFrom('users')
          .select(['id', 'status'])
          .where('email', '=', body.email)
          .where('status', '!=', 'removed')
          .executeTakeFirst()
        if (before && before.status !== 'invited')
          throw conflict('user-exists', 'There is an account with this e-mail address')
        const id = before?.id ?? uuidv7()
        const values = { display_name: body.displayName, expires_at: body.expiresAt ?? null }
        if (before) await tx.db.updateTable('users').set(values).where('id', '=', id).execute()
        else
          await tx.db
            .insertInto('users')
            .values({ org_id: orgId, id, email: body.email, status: 'invited', ...values })
            .execute()
            .catch((error: { code?: string }) => {
              // The address signs in to another organization: said as little as possible.
              throw error.code === '23505'
                ? conflict('user-exists', 'This e-mail address can’t be invited')
                : error
            })
        await setRoles(tx, id, body.roleIds)
        await setTeams(tx, id, body.teamIds)
        const { secret, expiresAt } = await newInvitation(tx, {
          userId: id,
          invitedBy: ctx.principal.userId,
          kind: 'link',
        })
        await ctx.record(tx, { action: 'user.invite', object: { type: 'user', id } })
        return {
          user: presentUser(await findUser(tx, id)),
          invitationUrl: `${services.publicUrl}/invite#${secret}`,
          expiresAt: expiresAt.toISOString(),
        }
      }),
  })
  const open = route({
    method: 'POST',
    path: '/invitations/open',
    tag: 'invitations',
    needs: 'public',
    summary: 'What an invitation is for',
    body: z.strictObject({ token: Token }),
    limit: { hits: 30, window: 300, per: 'address' },
    unaudited: 'the holder of the secret asks about the invitation itself',
    answer: {
      status: 200,
      schema: z.object({
        email: z.string(),
        displayName: z.string(),
        kind: z.enum(['person', 'service', 'portal']),
        organizationName: z.string(),
        passwordPolicy: PasswordPolicy,
      }),
    },
    handler: (_ctx, { body }) =>
      atFloor(async () => {
        const found = await find(body.token)
        return db.withContext({ orgId: found.org_id, userId: found.user_id }, async (tx) => {
          const user = await tx.db
            .selectFrom('users')
            .select(['id', 'kind', 'email', 'display_name'])
            .where('id', '=', found.user_id)
            .executeTakeFirstOrThrow()
          const org = await tx.db.selectFrom('organizations').select('name').executeTakeFirstOrThrow()
          return {
            ...(await calledBy(services.keys, tx, user)),
            kind: user.kind as 'person',
            organizationName: org.name,
            passwordPolicy: (await readPolicy(tx)).password,
          }
        })
      }),
  })
  const accept = route({
    method: 'POST',
    path: '/invitations/accept',
    tag: 'invitations',
    needs: 'public',
    summary: 'Accept an invitation with a password of one’s own',
    body: z.strictObject({ token: Token, displayName: Name.optional(), password: Password }),
    limit: { hits: 30, window: 300, per: 'address' },
    answer: { status: 200, schema: Next },
    handler: (ctx, { body }) =>
      atFloor(async () => {
        const found = await find(body.token)
        return db.withContext({ orgId: found.org_id, userId: found.user_id }, async (tx) => {
          const used = await tx.db
            .updateTable('invitations')
            .set({ used_at: new Date() })
            .where('id', '=', found.invitation_id)
            .where('used_at', 'is', null)
            .executeTakeFirst()
          if (!used.numUpdatedRows) throw gone()
          // Who a portal person is stays as staff wrote it: by that name they know whom they let in.
          if (body.displayName)
            await tx.db
              .updateTable('users')
              .set({ display_name: body.displayName })
              .where('id', '=', found.user_id)
              .where('kind', '<>', 'portal')
              .execute()
          await setPassword(services.keys, tx, found.user_id, body.password)
          const user = await tx.db
            .updateTable('users')
            .set({ status: 'active' })
            .where('id', '=', found.user_id)
            .where('status', '=', 'invited')
            .returningAll()
            .executeTakeFirst()
          if (!user) throw gone()
          const policy = await readPolicy(tx)
          const stage = nextStage(user, policy, await factorsOf(tx, user))
          if (stage === 'full') await signedIn(tx, user.id)
          const sessionId = await beginSession(ctx, tx, user.id, stage, false, policy)
          await ctx.recordAs(
            tx,
            { kind: actorKind(user.kind), userId: user.id, sessionId },
            { action: 'user.accept-invitation', object: { type: 'user', id: user.id } },
          )
          return { next: nextOf(stage) }
        })
      }),
  })
  return [invite, open, accept]
}
