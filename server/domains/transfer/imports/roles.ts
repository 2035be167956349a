import type { Tx } from '../../../platform/db/database.ts'
import { openBytes } from '../../../platform/keys/sealed.ts'
import { openSubject } from '../../../platform/keys/subjects.ts'
import type { Mapped } from '../fhir/map.ts'
import { Notes } from '../fhir/notes.ts'
import { practitionerFrom } from '../fhir/people.ts'
import type { Practitioner } from '../fhir/types.ts'
import type { ContactPerson } from '../record.ts'
import { addContacts } from './clients.ts'
import { findOwners, keepResources, openKeys, resourceToken, setAside, unassignedPlace } from './resources.ts'
import type { ImportRun } from './run-context.ts'

export type Role = Extract<Mapped, { as: 'role' }>

const FIND = {
  name: 'import-practitioners',
  text: `select k.token, r.id, r.sealed_clinical as body from unassigned_keys k
    join unassigned_resources r on r.org_id = k.org_id and r.id = k.resource_id
    where k.org_id = $1 and k.group_id = $2 and k.token = any ($3::bytea[]) and r.type = 'Practitioner'`,
}

/**
 * Ties practitioners to organisations: for each role whose organisation is a client, the practitioner becomes a
 * contact of it. The name comes from the Practitioner, or from what the role itself says of it.
 */
export async function addRoles(run: ImportRun, tx: Tx, roles: Role[]): Promise<void> {
  if (roles.length === 0) return
  const owners = await findOwners(
    run,
    tx,
    roles.map((r) => r.organization),
  )
  const keys = await openKeys(run, tx, owners)
  const practitioners = await findPractitioners(run, tx, roles)
  const contacts = roles.flatMap((role, i) => {
    const clientId = owners[i]
    const key = clientId && keys.get(clientId)
    const contact = merge(role, practitioners[i])
    if (!key || !contact) return []
    const who = role.practitioner[0] ?? role.source.keys[0] ?? role.source.text
    return [{ id: run.tokens.stableId(`role ${clientId} ${who}`), clientId, key, contact }]
  })
  await addContacts(run, tx, contacts)
  const kept = roles.flatMap((role, i) => {
    const clientId = owners[i]
    const key = clientId && keys.get(clientId)
    return key ? [{ ...role.source, token: resourceToken(run, role.source), clientId, key }] : []
  })
  await keepResources(run, tx, kept)
  const rest = roles.filter((_, i) => !owners[i] || !keys.has(owners[i]))
  await setAside(
    run,
    tx,
    rest.map((role) => role.source),
  )
}

async function findPractitioners(
  run: ImportRun,
  tx: Tx,
  roles: Role[],
): Promise<(ContactPerson | undefined)[]> {
  const tokens = roles.map((role) => role.practitioner.map((key) => run.tokens.token(key)))
  const rows = await tx.run<{ token: Buffer; id: string; body: Buffer }>(FIND, [
    run.orgId,
    run.options.groupId,
    tokens.flat(),
  ])
  if (rows.length === 0) return roles.map(() => undefined)
  const key = await openSubject(run.services.keys, tx, run.orgId)
  const found = new Map<string, ContactPerson | undefined>()
  for (const row of rows) {
    const text = openBytes(key, unassignedPlace(run.orgId, 'sealed_clinical', row.id), row.body).toString(
      'utf8',
    )
    const person = practitionerFrom(
      JSON.parse(text) as Practitioner,
      run.options.region as 'US',
      new Notes(0),
    )
    found.set(row.token.toString('base64'), person)
  }
  return tokens.map((list) => list.map((token) => found.get(token.toString('base64'))).find(Boolean))
}

function merge({ adds }: Role, practitioner: ContactPerson | undefined): ContactPerson | undefined {
  const base = practitioner ?? (adds.display ? empty(adds.display) : undefined)
  if (!base) return undefined
  const fresh = <T extends { value: string }>(own: T[], more: T[]) =>
    [...own, ...more.filter((m) => !own.some((o) => o.value === m.value))].slice(0, 20)
  return {
    ...base,
    ...(adds.relationship ? { relationship: adds.relationship } : {}),
    phones: fresh(base.phones, adds.phones),
    emails: fresh(base.emails, adds.emails),
  }
}

const empty = (text: string): ContactPerson => ({
  name: { given: [], text },
  phones: [],
  emails: [],
  addresses: [],
  isGuardian: false,
  isEmergency: false,
})
