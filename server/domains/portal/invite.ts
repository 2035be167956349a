import type { Tx } from '../../platform/db/database.ts'
import { conflict } from '../../platform/http/problem.ts'
import type { RequestContext } from '../../platform/http/route.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { addJob } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { newInvitation, PORTAL_NAME, portalAddress, sealPerson } from '../identity/index.ts'
import { mailReady } from '../mail/index.ts'
import { type ClientTie, tieToClients, tieToFacilities } from './ties.ts'

/** How an invitation reaches its person. */
export type Deliver = 'email' | 'code'

export interface NewPerson {
  name: string
  email: string
  phone?: string | undefined
  clients: ClientTie[]
  facilityIds: string[]
  deliver: Deliver
}

export interface Invited {
  id: string
  /** The account was there already, and is tied to more now. */
  existing: boolean
  /** To read out or print; shown once. */
  code: string | null
  expiresAt: string | null
}

const BY_ADDRESS = { name: 'portal-by-address', text: 'select user_id, status from wk_portal_by_address($1)' }

/** Invites somebody; whoever has an account already is tied to what the invitation names and needs no new one. */
export async function invitePerson(
  services: Services,
  ctx: RequestContext,
  tx: Tx,
  input: NewPerson,
): Promise<Invited> {
  const { orgId } = tx.context
  const address = await portalAddress(services.keys, orgId, input.email)
  const [found] = await tx.run<{ user_id: string; status: string }>(BY_ADDRESS, [address])
  if (found?.status === 'suspended')
    throw conflict('suspended', 'The account of this address is suspended', 'Let it back in first.')
  const id = found?.user_id ?? (await addAccount(services, ctx, tx, input, address))
  await tieToClients(ctx, tx, id, input.clients)
  await tieToFacilities(ctx, tx, id, input.facilityIds)
  await ctx.record(tx, {
    action: 'portal-person.invite',
    object: { type: 'portal-person', id },
    objects: input.clients.map((c) => c.clientId),
    ...(input.clients.length && { classes: ['contact'] as const }),
    facts: { existing: found !== undefined, deliver: input.deliver, facilities: input.facilityIds.length },
  })
  const invitation =
    found && found.status !== 'invited'
      ? undefined
      : await sendInvitation(services, ctx, tx, id, input.deliver)
  return {
    id,
    existing: found !== undefined,
    code: invitation?.code ?? null,
    expiresAt: invitation?.expiresAt ?? null,
  }
}

async function addAccount(
  services: Services,
  ctx: RequestContext,
  tx: Tx,
  input: NewPerson,
  address: string,
): Promise<string> {
  const { orgId } = tx.context
  const staff = await tx.db
    .selectFrom('users')
    .select('id')
    .where('email', '=', input.email)
    .where('status', '!=', 'removed')
    .executeTakeFirst()
  if (staff)
    throw conflict(
      'staff-address',
      'This address signs in to an account of your staff',
      'Use another address for the portal.',
    )
  const id = uuidv7()
  await tx.db
    .insertInto('users')
    .values({
      org_id: orgId,
      id,
      kind: 'portal',
      email: address,
      display_name: PORTAL_NAME,
      status: 'invited',
    })
    .execute()
  const { name, email, phone } = input
  await tx.db
    .insertInto('portal_people')
    .values({
      org_id: orgId,
      user_id: id,
      sealed_person: await sealPerson(services.keys, tx, id, { name, email, ...(phone && { phone }) }),
      created_by: ctx.principal.userId,
    })
    .execute()
  return id
}

/**
 * A new invitation in place of earlier ones. By e-mail: a job makes the link when it writes the mail, so that its
 * secret lies nowhere in between.
 */
export async function sendInvitation(
  services: Services,
  ctx: RequestContext,
  tx: Tx,
  userId: string,
  deliver: Deliver,
): Promise<{ code: string | null; expiresAt: string | null }> {
  if (deliver === 'email') {
    if (!(await mailReady(services.keys, tx)))
      throw conflict(
        'mail-off',
        'Mail is not set up here, so that no invitation can be sent',
        'Give the person a code, or have an administrator set up mail.',
      )
    await addJob(tx, 'portal.invite', { userId }, { key: `portal.invite:${userId}` })
    return { code: null, expiresAt: null }
  }
  const made = await newInvitation(tx, { userId, invitedBy: ctx.principal.userId, kind: 'code' })
  return { code: made.secret, expiresAt: made.expiresAt.toISOString() }
}
