import {
  createFacility,
  createGroup,
  createShippedRoles,
  createTeam,
  setWall,
} from '../domains/access/index.ts'
import { insertClients, type PreparedClient, prepareClient } from '../domains/clients/index.ts'
import { hashPassword, orgPolicy } from '../domains/identity/index.ts'
import { recordOperator } from '../platform/audit/operator.ts'
import type { Tx } from '../platform/db/database.ts'
import { uuidv7 } from '../platform/ids.ts'
import { subjectDek } from '../platform/keys/subjects.ts'
import type { Platform } from '../platform/open.ts'
import { SHIPPED_ROLES } from '../platform/policy/permissions.ts'
import { tokenizer } from '../platform/search/tokens.ts'
import { seedDevices } from './devices.ts'
import { seedDocuments } from './documents.ts'
import { seedForms } from './forms.ts'
import { random, syntheticPerson } from './people.ts'
import { PORTAL_EMAIL, PORTAL_PERSON, seedPortal } from './portal.ts'
import { seedResources } from './resources.ts'
import { seedSignatures } from './signatures.ts'
import { seedTickets } from './tickets.ts'
import { seedWorktime } from './worktime.ts'

export interface DemoAccount {
  email: string
  role: string
  password: string
}

const PASSWORD = 'lantern meadow 4 otters'
const CLIENTS = 500
const FACILITIES = ['Maple Grove North', 'Maple Grove Harbor', 'Maple Grove Hills']
const GROUPS = ['Family medicine', 'Behavioral health', 'Harbor clinic']
const PEOPLE: Record<string, string> = {
  administrator: 'Avery Quill',
  'privacy-officer': 'Petra Lindqvist',
  'security-officer': 'Sol Marek',
  clinician: 'Dr. Imani Okoro',
  'care-coordinator': 'Casey Farrow',
  receptionist: 'Rowan Teague',
  technician: 'Toni Castellan',
  'service-desk-lead': 'Lena Abara',
  auditor: 'Ines Halloran',
}

const accountOf = (role: { key: string; name: string }): DemoAccount => ({
  email: `${role.key}@demo.example`,
  role: `${role.name}, ${PEOPLE[role.key]}`,
  password: PASSWORD,
})

/** Makes the synthetic organization once: facilities, teams with walls between them, every role, 500 clients, a desk with tickets and the time they took, documents, links and announcements. */
export async function seedDemo(platform: Platform): Promise<DemoAccount[]> {
  const accounts = [
    ...SHIPPED_ROLES.map(accountOf),
    { email: PORTAL_EMAIL, role: `Portal person, ${PORTAL_PERSON}`, password: PASSWORD },
  ]
  const { db, keys, ownerUrl } = platform
  const [row] = await db.query<{ needed: boolean }>(
    { name: 'setup-needed', text: 'select wk_setup_needed() as needed' },
    [],
    'worker',
  )
  if (!row?.needed) return accounts
  const orgId = uuidv7()
  await makeOrganization(ownerUrl, orgId)
  const context = { orgId, userId: null }
  await db.withContext(
    context,
    async (tx) => {
      await keys.create(tx)
    },
    'worker',
  )
  const { administrator, coordinator, technician, lead, groups, facilities } = await db.withContext(
    context,
    async (tx) => {
      await subjectDek(keys, tx, 'organization', orgId)
      return makePeople(tx)
    },
    'worker',
  )
  const t = await tokenizer(keys, orgId)
  const rnd = random(2026)
  const served: string[] = []
  for (let at = 0; at < CLIENTS; at += 100) {
    const prepared: PreparedClient[] = []
    for (let i = at; i < at + 100; i++) {
      const where = i % groups.length
      prepared.push(
        await prepareClient(keys, t, orgId, {
          kind: 'person',
          groupId: groups[where]!,
          facilityId: facilities[where % facilities.length],
          record: syntheticPerson(rnd, i + 1),
        }),
      )
    }
    served.push(...prepared.filter((p) => p.groupId === groups[0]).map((p) => p.id))
    await db.withContext({ orgId, userId: coordinator }, async (tx) => {
      await insertClients(tx, prepared)
      await recordOperator(tx, {
        action: 'demo.seed',
        object: { type: 'client', id: null },
        objects: prepared.map((p) => p.id),
      })
    })
  }
  const tickets = await seedTickets(platform, orgId, { id: technician, name: PEOPLE.technician! }, served)
  await seedWorktime(platform, orgId, { technician, lead }, tickets)
  await seedDevices(platform, orgId, administrator, facilities)
  await seedDocuments(platform, orgId, { lead, coordinator }, served[0]!)
  await seedPortal(platform, orgId, {
    clientId: served[0]!,
    facilityId: facilities[0]!,
    passwordHash: await hashPassword(PASSWORD),
  })
  await seedSignatures(platform, orgId, {
    lead: { id: lead, name: PEOPLE['service-desk-lead']! },
    coordinator: { id: coordinator, name: PEOPLE['care-coordinator']! },
    administrator,
  })
  await seedForms(platform, orgId, { coordinator, clients: served.slice(0, 4) })
  await seedResources(platform, orgId, administrator, facilities)
  return accounts
}

/** The owner alone may make an organization without a set-up link. */
async function makeOrganization(ownerUrl: string, orgId: string): Promise<void> {
  const { default: pg } = await import('pg')
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const policy = orgPolicy({ mfaRequired: false, session: { idleMinutes: 60 } })
    await owner.query('insert into organizations (org_id, name, policy) values ($1, $2, $3)', [
      orgId,
      'Maple Grove Care (demonstration)',
      JSON.stringify(policy),
    ])
  } finally {
    await owner.end()
  }
}

interface Made {
  administrator: string
  coordinator: string
  technician: string
  lead: string
  groups: string[]
  facilities: string[]
}

async function makePeople(tx: Tx): Promise<Made> {
  const { orgId: org_id } = tx.context
  const roles = await createShippedRoles(tx)
  const facilities: string[] = []
  for (const name of FACILITIES) facilities.push(await createFacility(tx, { name }))
  const groups: string[] = []
  for (const name of GROUPS) groups.push(await createGroup(tx, { name }))
  const family = await createTeam(tx, { name: 'Family medicine team' })
  const behavioral = await createTeam(tx, { name: 'Behavioral health team' })
  const front = await createTeam(tx, { name: 'Front desk and support' })
  await setWall(tx, family, groups[0]!, 'write')
  await setWall(tx, family, groups[2]!, 'write')
  await setWall(tx, behavioral, groups[1]!, 'write')
  await setWall(tx, front, groups[0]!, 'write')
  await setWall(tx, front, groups[2]!, 'read')
  for (const queue of await tx.db.selectFrom('queues').select('group_id').execute())
    await setWall(tx, front, queue.group_id, 'write')
  const memberships: Record<string, string[]> = {
    clinician: [family],
    'care-coordinator': [family, behavioral],
    receptionist: [front],
    technician: [front],
    'service-desk-lead': [front],
    'privacy-officer': [family, behavioral, front],
  }
  const password_hash = await hashPassword(PASSWORD)
  const ids: Record<string, string> = {}
  for (const role of SHIPPED_ROLES) {
    const id = uuidv7()
    ids[role.key] = id
    await tx.db
      .insertInto('users')
      .values({
        org_id,
        id,
        email: accountOf(role).email,
        display_name: PEOPLE[role.key]!,
        status: 'active',
        password_hash,
        password_set_at: new Date(),
        ...(role.key === 'auditor' && { expires_at: new Date(Date.now() + 30 * 86_400_000) }),
      })
      .execute()
    await tx.db.insertInto('user_roles').values({ org_id, user_id: id, role_id: roles[role.key]! }).execute()
    for (const team_id of memberships[role.key] ?? [])
      await tx.db.insertInto('team_members').values({ org_id, team_id, user_id: id }).execute()
  }
  return {
    administrator: ids.administrator!,
    coordinator: ids['care-coordinator']!,
    technician: ids.technician!,
    lead: ids['service-desk-lead']!,
    groups,
    facilities,
  }
}
