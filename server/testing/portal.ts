import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { portalAddress, sealPerson } from '../domains/identity/index.ts'
import { csrfToken, SESSION_COOKIE, secretHash } from '../platform/http/authenticate.ts'
import { csrfHash } from '../platform/http/server.ts'
import { uuidv7 } from '../platform/ids.ts'
import type { Services } from '../platform/services.ts'

/** A portal person to act as, signed in. They hold no token: `call` takes the cookie and what goes with it. */
export interface PortalActor {
  id: string
  name: string
  email: string
  cookie: string
  csrf: string
}

/** Makes a portal person with these ties straight in the database, and a full session for them. */
export async function addPortalPerson(
  services: Services,
  owner: pg.Client,
  orgId: string,
  ties: { clients?: string[]; facilities?: string[]; name?: string },
): Promise<PortalActor> {
  const id = uuidv7()
  const name = ties.name ?? `Portal ${randomBytes(3).toString('hex')}`
  const email = `${randomBytes(5).toString('hex')}@portal.test`
  await owner.query(
    "insert into users (org_id, id, kind, email, display_name, status) values ($1, $2, 'portal', $3, 'Portal person', 'active')",
    [orgId, id, await portalAddress(services.keys, orgId, email)],
  )
  const sealed = await services.db.withContext(
    { orgId, userId: null },
    (tx) => sealPerson(services.keys, tx, id, { name, email }),
    'worker',
  )
  await owner.query('insert into portal_people (org_id, user_id, sealed_person) values ($1, $2, $3)', [
    orgId,
    id,
    sealed,
  ])
  await owner.query(
    'insert into portal_clients (org_id, user_id, client_id) select $1, $2, unnest($3::uuid[])',
    [orgId, id, ties.clients ?? []],
  )
  await owner.query(
    'insert into user_facilities (org_id, user_id, facility_id) select $1, $2, unnest($3::uuid[])',
    [orgId, id, ties.facilities ?? []],
  )
  const secret = randomBytes(32).toString('base64url')
  await owner.query(
    `insert into sessions (org_id, id, user_id, token_hash, stage, mfa, csrf_hash, idle_seconds, absolute_expires_at)
      values ($1, $2, $3, $4, 'full', true, $5, 3600, now() + interval '1 day')`,
    [orgId, uuidv7(), id, secretHash(secret), csrfHash(secret)],
  )
  return { id, name, email, cookie: `${SESSION_COOKIE}=${secret}`, csrf: csrfToken(secret) }
}
