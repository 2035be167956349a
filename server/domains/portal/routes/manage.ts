import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { conflict, forbidden, notFound, stale } from '../../../platform/http/problem.ts'
import { NoBody, type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import {
  endSessionsOf,
  forgetFactors,
  line,
  Name,
  openPerson,
  resetFactors,
  revokeDevices,
  sealPerson,
} from '../../identity/index.ts'
import { Deliver, InvitedAnswer, PersonAnswer, PersonId, Tie } from '../api.ts'
import { sendInvitation } from '../invite.ts'
import { findPerson, type PersonRow, presentPeople } from '../people.ts'
import { tieToClients, tieToFacilities } from '../ties.ts'
import { aboutPerson } from './people.ts'

const WRITABLE = { name: 'portal-person-writable', text: "select wk_portal_person_open($1, 'write') as ok" }
const WHOLE = { name: 'portal-person-whole', text: 'select wk_portal_person_whole($1) as ok' }
const TIES = {
  name: 'portal-person-ties',
  text: `select (select count(*) from portal_clients where org_id = $1 and user_id = $2)::int
    + (select count(*) from user_facilities where org_id = $1 and user_id = $2)::int as n`,
}
const says = async (tx: Tx, statement: typeof WHOLE, id: string) =>
  (await tx.run<{ ok: boolean }>(statement, [id]))[0]!.ok

/** Changes of portal people and their ties. What takes access away takes effect in the same transaction. */
export function manageRoutes(services: Services): Route[] {
  const { keys } = services
  /** The person, where the walls let whoever asks change them. */
  const toChange = async (ctx: RequestContext, tx: Tx, id: string): Promise<PersonRow> => {
    const row = await findPerson(tx, ctx.principal, id)
    if (row.status === 'removed') throw conflict('removed', 'This portal person was removed')
    if (!(await says(tx, WRITABLE, id)))
      throw forbidden('The walls open this person’s clients for reading only.')
    if (row.ties.length && ctx.principal.fieldClasses.contact !== 'write')
      throw forbidden('Your roles may not change the class contact.')
    return row
  }
  const shown = async (ctx: RequestContext, tx: Tx, id: string) =>
    (await presentPeople(keys, tx, [await findPerson(tx, ctx.principal, id)]))[0]!

  const change = route({
    method: 'PATCH',
    path: '/portal-people/:id',
    tag: 'portal-people',
    needs: 'portal:manage',
    summary: 'Change name or telephone',
    params: PersonId,
    body: z
      .strictObject({ name: Name, phone: line(40).nullable() })
      .partial()
      .refine((b) => Object.keys(b).length > 0, 'nothing to change'),
    answer: { status: 200, schema: PersonAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const row = await toChange(ctx, tx, params.id)
        const { phone, ...who } = await openPerson(keys, tx, row.id, row.sealed_person)
        const next = body.phone === undefined ? phone : (body.phone ?? undefined)
        const done = await tx.db
          .updateTable('portal_people')
          .set((e) => ({ version: e('version', '+', 1), updated_at: new Date() }))
          .set({
            sealed_person: await sealPerson(keys, tx, row.id, {
              ...who,
              ...(body.name && { name: body.name }),
              ...(next && { phone: next }),
            }),
          })
          .where('user_id', '=', row.id)
          .where('version', '=', ctx.ifMatch())
          .executeTakeFirst()
        if (!done.numUpdatedRows) throw stale()
        await ctx.record(tx, { ...aboutPerson('portal-person.change', row), changes: Object.keys(body) })
        return shown(ctx, tx, row.id)
      }),
  })

  const act = (
    path: string,
    summary: string,
    from: readonly string[],
    work: (tx: Tx, id: string) => Promise<unknown>,
  ) =>
    route({
      method: 'POST',
      path: `/portal-people/:id/${path}`,
      tag: 'portal-people',
      needs: 'portal:manage',
      summary,
      params: PersonId,
      body: NoBody,
      answer: { status: 200, schema: PersonAnswer },
      handler: (ctx, { params }) =>
        ctx.withContext(async (tx) => {
          const row = await toChange(ctx, tx, params.id)
          if (!from.includes(row.status)) throw conflict('wrong-status', `This person is ${row.status}`)
          await work(tx, row.id)
          await ctx.record(tx, aboutPerson(`portal-person.${path}`, row))
          return shown(ctx, tx, row.id)
        }),
    })
  const status = (tx: Tx, id: string, to: 'active' | 'suspended' | 'removed') =>
    tx.db.updateTable('users').set({ status: to }).where('id', '=', id).where('kind', '=', 'portal').execute()

  const suspend = act('suspend', 'Suspend: ends every session at once', ['active'], async (tx, id) => {
    await status(tx, id, 'suspended')
    await endSessionsOf(tx, id, 'suspended')
    await revokeDevices(tx, id)
  })
  const resume = act('resume', 'Let a suspended person back in', ['suspended'], (tx, id) =>
    status(tx, id, 'active'),
  )
  const unlock = act('unlock', 'Undo a lock-out', ['active'], (tx, id) =>
    tx.db
      .updateTable('users')
      .set({ locked_until: null, failed_attempts: 0, first_failed_at: null })
      .where('id', '=', id)
      .execute(),
  )
  const resetMfa = act(
    'reset-mfa',
    'Forget the second factor, passkeys and devices; it is set up anew at the next sign-in',
    ['active', 'suspended'],
    async (tx, id) => {
      await resetFactors(tx, id)
      await endSessionsOf(tx, id, 'mfa-reset')
    },
  )

  const again = route({
    method: 'POST',
    path: '/portal-people/:id/invitations',
    tag: 'portal-people',
    needs: 'portal:manage',
    summary: 'Invite again, in place of the invitation before',
    params: PersonId,
    body: z.strictObject({ deliver: Deliver }),
    answer: { status: 201, schema: InvitedAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const row = await toChange(ctx, tx, params.id)
        if (row.status !== 'invited') throw conflict('wrong-status', `This person is ${row.status}`)
        const made = await sendInvitation(services, ctx, tx, row.id, body.deliver)
        await ctx.record(tx, {
          ...aboutPerson('portal-person.invite', row),
          facts: { existing: true, deliver: body.deliver },
        })
        return { person: await shown(ctx, tx, row.id), existing: true, ...made }
      }),
  })

  const remove = route({
    method: 'DELETE',
    path: '/portal-people/:id',
    tag: 'portal-people',
    needs: 'portal:manage',
    summary: 'Remove the account: ends every session at once; the log keeps its id',
    params: PersonId,
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const row = await toChange(ctx, tx, params.id)
        if (!(await says(tx, WHOLE, row.id)))
          throw conflict(
            'tied-elsewhere',
            'This person is also tied to clients that you may not change',
            'Take away the ties that you see instead.',
          )
        await ctx.record(tx, aboutPerson('portal-person.remove', row))
        await status(tx, row.id, 'removed')
        await tx.db.updateTable('users').set({ password_hash: null }).where('id', '=', row.id).execute()
        await forgetFactors(tx, row.id)
        await endSessionsOf(tx, row.id, 'removed')
        await tx.db.deleteFrom('portal_clients').where('user_id', '=', row.id).execute()
        await tx.db.deleteFrom('user_facilities').where('user_id', '=', row.id).execute()
      }),
  })

  /** Who is for nobody any more would be nobody's to look after. */
  const notTheLast = async (tx: Tx, id: string): Promise<void> => {
    const [left] = await tx.run<{ n: number }>(TIES, [tx.context.orgId, id])
    if (left!.n === 0)
      throw conflict(
        'last-tie',
        'This is the last client or facility of the person',
        'Remove the account instead.',
      )
  }
  const ties = z.strictObject({
    clients: z.array(Tie).max(50).default([]),
    facilityIds: z.array(z.uuid()).max(50).default([]),
  })
  const tie = route({
    method: 'POST',
    path: '/portal-people/:id/ties',
    tag: 'portal-people',
    needs: 'portal:manage',
    summary: 'Tie a portal person to more clients and facilities',
    params: PersonId,
    body: ties,
    answer: { status: 200, schema: PersonAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const row = await toChange(ctx, tx, params.id)
        await tieToClients(ctx, tx, row.id, body.clients)
        await tieToFacilities(ctx, tx, row.id, body.facilityIds)
        await ctx.record(tx, {
          ...aboutPerson('portal-person.tie', row),
          objects: body.clients.map((c) => c.clientId),
          facts: { facilities: body.facilityIds.length },
        })
        return shown(ctx, tx, row.id)
      }),
  })
  const untieClient = route({
    method: 'DELETE',
    path: '/portal-people/:id/clients/:clientId',
    tag: 'portal-people',
    needs: 'portal:manage',
    summary: 'A portal person is no longer for this client',
    params: PersonId.extend({ clientId: z.uuid() }),
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const row = await toChange(ctx, tx, params.id)
        const gone = await tx.db
          .deleteFrom('portal_clients')
          .where('user_id', '=', row.id)
          .where('client_id', '=', params.clientId)
          .executeTakeFirst()
        if (!gone.numDeletedRows) throw notFound('The tie')
        await notTheLast(tx, row.id)
        await ctx.record(tx, { ...aboutPerson('portal-person.untie', row), objects: [params.clientId] })
      }),
  })
  const untieFacility = route({
    method: 'DELETE',
    path: '/portal-people/:id/facilities/:facilityId',
    tag: 'portal-people',
    needs: 'portal:manage',
    summary: 'A portal person no longer belongs to this facility',
    params: PersonId.extend({ facilityId: z.uuid() }),
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const row = await toChange(ctx, tx, params.id)
        const gone = await tx.db
          .deleteFrom('user_facilities')
          .where('user_id', '=', row.id)
          .where('facility_id', '=', params.facilityId)
          .executeTakeFirst()
        if (!gone.numDeletedRows) throw notFound('The tie')
        await notTheLast(tx, row.id)
        await ctx.record(tx, {
          ...aboutPerson('portal-person.untie', row),
          facts: { facility: params.facilityId },
        })
      }),
  })
  return [change, suspend, resume, unlock, resetMfa, again, remove, tie, untieClient, untieFacility]
}
