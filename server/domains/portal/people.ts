import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { forbidden, notFound } from '../../platform/http/problem.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { openJson } from '../../platform/keys/sealed.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import { type ContactPerson, contactPlace, displayName, openClasses, readClients } from '../clients/index.ts'
import { openPerson } from '../identity/index.ts'

interface Tie {
  clientId: string
  contactId: string | null
}

/** Portal people behind the walls of the transaction, with the ties that the walls open. */
export function peopleQuery(tx: Tx) {
  return tx.db
    .selectFrom('portal_people as p')
    .innerJoin('users as u', (j) => j.onRef('u.org_id', '=', 'p.org_id').onRef('u.id', '=', 'p.user_id'))
    .where('p.org_id', '=', tx.context.orgId)
    .select([
      'u.id',
      'u.status',
      'u.locked_until',
      'u.last_sign_in_at',
      'p.sealed_person',
      'p.version',
      'p.created_at',
      sql<boolean>`u.totp_confirmed_at is not null or exists (select 1 from passkeys k where k.org_id = u.org_id and k.user_id = u.id)`.as(
        'mfa',
      ),
      sql<
        Tie[]
      >`coalesce((select jsonb_agg(jsonb_build_object('clientId', t.client_id, 'contactId', t.contact_id) order by t.added_at, t.client_id)
        from portal_clients t where t.org_id = u.org_id and t.user_id = u.id), '[]')`.as('ties'),
      sql<
        { id: string; name: string }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) order by f.name)
        from user_facilities t join facilities f on f.org_id = t.org_id and f.id = t.facility_id
        where t.org_id = u.org_id and t.user_id = u.id), '[]')`.as('facilities'),
      sql<{
        kind: 'link' | 'code'
        expiresAt: string
      } | null>`(select jsonb_build_object('kind', i.kind, 'expiresAt', i.expires_at)
        from invitations i where i.org_id = u.org_id and i.user_id = u.id and i.used_at is null and i.expires_at > now()
        order by i.id desc limit 1)`.as('invitation'),
    ])
}
export type PersonRow = Awaited<ReturnType<ReturnType<typeof peopleQuery>['executeTakeFirstOrThrow']>>

/** Who somebody is, is of the class `contact` of the clients that they are for; without a client it is of no class. */
export const mayKnow = (principal: Principal, row: Pick<PersonRow, 'ties'>): boolean =>
  row.ties.length === 0 || principal.fieldClasses.contact !== undefined

export async function findPerson(tx: Tx, principal: Principal, id: string): Promise<PersonRow> {
  const row = await peopleQuery(tx).where('u.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('The portal person')
  if (!mayKnow(principal, row)) throw forbidden('Your roles may not see the class contact.')
  return row
}

/** Opens who they are, and the names of their clients and contacts. */
export async function presentPeople(keys: OrgKeys, tx: Tx, rows: PersonRow[]) {
  const named = await namesOf(
    keys,
    tx,
    rows.flatMap((r) => r.ties),
  )
  return Promise.all(
    rows.map(async (row) => {
      const who = await openPerson(keys, tx, row.id, row.sealed_person)
      return {
        id: row.id,
        name: who.name,
        email: who.email,
        phone: who.phone ?? null,
        status: row.status as 'active',
        lockedUntil:
          row.locked_until && row.locked_until > new Date() ? row.locked_until.toISOString() : null,
        mfa: row.mfa,
        lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
        createdAt: row.created_at.toISOString(),
        version: row.version,
        invitation: row.invitation && {
          kind: row.invitation.kind,
          expiresAt: new Date(row.invitation.expiresAt).toISOString(),
        },
        clients: row.ties.map((t) => ({
          id: t.clientId,
          name: named.get(t.clientId) ?? '',
          contact: t.contactId ? { id: t.contactId, name: named.get(t.contactId) ?? '' } : null,
        })),
        facilities: row.facilities,
      }
    }),
  )
}

async function namesOf(keys: OrgKeys, tx: Tx, ties: Tie[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  if (!ties.length) return names
  const { orgId } = tx.context
  const contacts = await tx.db
    .selectFrom('client_contacts')
    .select(['id', 'client_id', 'sealed_contact'])
    .where('org_id', '=', orgId)
    .where(
      'id',
      'in',
      ties.map((t) => t.contactId ?? t.clientId),
    )
    .execute()
  for (const row of await readClients(tx, [...new Set(ties.map((t) => t.clientId))])) {
    const key = await keys.openDek(orgId, row.id, row)
    names.set(row.id, displayName(openClasses(key, orgId, row, ['contact']).contact))
    for (const c of contacts.filter((c) => c.client_id === row.id)) {
      const { name } = openJson<ContactPerson>(key, contactPlace(orgId, c.id), c.sealed_contact)
      names.set(c.id, displayName({ names: [name] } as Parameters<typeof displayName>[0]))
    }
  }
  return names
}
