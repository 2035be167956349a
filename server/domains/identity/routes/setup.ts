import { z } from 'zod'
import { secretHash } from '../../../platform/http/authenticate.ts'
import { invalid, Problem } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import { subjectDek } from '../../../platform/keys/subjects.ts'
import type { Services } from '../../../platform/services.ts'
import { createShippedRoles } from '../../access/index.ts'
import { DEFAULT_POLICY } from '../org-policy.ts'
import { hashPassword } from '../password/hash.ts'
import { passwordErrors } from '../password/rules.ts'
import { beginSession } from '../sessions.ts'

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'must be an e-mail address')
export const Name = z.string().trim().min(1).max(200)
export const Password = z.string().min(1).max(1024)

/** First run: as long as there is no account, the holder of the one-time link makes the organization and its administrator. */
export function setupRoutes(services: Services): Route[] {
  const { db, keys } = services
  const needed = route({
    method: 'GET',
    path: '/setup',
    tag: 'setup',
    needs: 'public',
    summary: 'Whether the first account is still to be made',
    answer: { status: 200, schema: z.object({ needed: z.boolean() }) },
    unaudited: 'tells nothing of anybody',
    async handler() {
      const [row] = await db.query<{ needed: boolean }>(
        { name: 'setup-needed', text: 'select wk_setup_needed() as needed' },
        [],
      )
      return { needed: row!.needed }
    },
  })
  const setup = route({
    method: 'POST',
    path: '/setup',
    tag: 'setup',
    needs: 'public',
    summary: 'Make the organization and its first administrator',
    body: z.strictObject({
      setupToken: z.string().max(100),
      organizationName: Name,
      email: Email,
      displayName: Name,
      password: Password,
    }),
    limit: { hits: 20, window: 300, per: 'address' },
    answer: {
      status: 201,
      schema: z.object({ next: z.literal('enrol-totp'), mfaEnrolmentRequired: z.literal(true) }),
    },
    async handler(ctx, { body }) {
      const policy = DEFAULT_POLICY
      const errors = passwordErrors(body.password, policy.password, {
        email: body.email,
        displayName: body.displayName,
        organization: body.organizationName,
      })
      if (errors.length) throw invalid(errors)
      const password_hash = await hashPassword(body.password)
      const orgId = uuidv7()
      const userId = uuidv7()
      await db.withContext(
        { orgId, userId: null },
        async (tx) => {
          const [begun] = await tx.run<{ ok: boolean }>(
            { name: 'begin-setup', text: 'select wk_begin_setup($1, $2, $3) as ok' },
            [secretHash(body.setupToken), orgId, body.organizationName],
          )
          if (!begun?.ok)
            throw new Problem(403, 'setup-closed', 'This set-up link does not work', {
              detail: 'It works once, and only while there is no account. Restart Wellkeep for a new one.',
            })
          await keys.create(tx)
          const roles = await createShippedRoles(tx)
          await tx.db
            .insertInto('users')
            .values({
              org_id: orgId,
              id: userId,
              email: body.email,
              display_name: body.displayName,
              status: 'active',
              password_hash,
              password_set_at: new Date(),
            })
            .execute()
          await tx.db
            .insertInto('user_roles')
            .values({ org_id: orgId, user_id: userId, role_id: roles.administrator! })
            .execute()
          const sessionId = await beginSession(ctx, tx, userId, 'enrol-totp', false, policy)
          await ctx.recordAs(
            tx,
            { kind: 'person', userId, sessionId },
            { action: 'organization.create', object: { type: 'organization', id: orgId } },
          )
        },
        'worker',
      )
      // The keys are readable once the organization is committed.
      await db.withContext(
        { orgId, userId: null },
        (tx) => subjectDek(keys, tx, 'organization', orgId),
        'worker',
      )
      return { next: 'enrol-totp', mfaEnrolmentRequired: true }
    },
  })
  return [needed, setup]
}
