import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import { displayName, openClasses, readClients } from '../clients/index.ts'

export interface ObjectRef {
  type: string
  id: string | null
}

export interface Labels {
  /** Its name; for what has none that this reader sees, the beginning of its id. */
  of(ref: ObjectRef): string | undefined
  /** Its name alone. */
  named(ref: ObjectRef): string | undefined
  user(id: string | null): string | undefined
  /** Clients whose names were opened: a disclosure, which the event of the read names. */
  clients: string[]
  /** Clients, destroyed ones too, and tickets behind walls that are open to the reader. */
  seen: ReadonlySet<string>
}

/** Things that have a name which is no PHI, and where it stands. Refusals name the route's tag, in the plural. */
const NAMED: Record<string, { table: string; column: string }> = {
  user: { table: 'users', column: 'display_name' },
  role: { table: 'roles', column: 'name' },
  team: { table: 'teams', column: 'name' },
  'client-group': { table: 'client_groups', column: 'name' },
  facility: { table: 'facilities', column: 'name' },
  token: { table: 'service_tokens', column: 'name' },
  queue: { table: 'queues', column: 'name' },
  'ticket-type': { table: 'ticket_types', column: 'name' },
  'ticket-flow': { table: 'ticket_flows', column: 'name' },
  'checklist-template': { table: 'checklist_templates', column: 'name' },
  'sla-policy': { table: 'sla_policies', column: 'name' },
  'sla-calendar': { table: 'sla_calendars', column: 'name' },
  mailbox: { table: 'mailboxes', column: 'address' },
  device: { table: 'devices', column: 'name' },
  contract: { table: 'contracts', column: 'name' },
  // A number tells nothing; the walls decide whether it is shown.
  ticket: { table: 'tickets', column: "'#' || number" },
}
const SINGULAR: Record<string, string> = {
  clients: 'client',
  contacts: 'client',
  notes: 'client',
  relationships: 'client',
  resources: 'client',
  note: 'client',
  users: 'user',
  roles: 'role',
  teams: 'team',
  'client-groups': 'client-group',
  group: 'client-group',
  facilities: 'facility',
  tokens: 'token',
  'service-token': 'token',
  tickets: 'ticket',
  contracts: 'contract',
  devices: 'device',
  documents: 'document',
  links: 'link',
  announcements: 'announcement',
  forms: 'form',
}

/** What kind of thing an event is about. */
export const kindOf = (type: string): string => SINGULAR[type] ?? type

/**
 * The names of what events are about, for this reader. A client's name only where the reader's permission,
 * walls and field classes open it; otherwise, and for what has no name, the beginning of the id.
 */
export async function labelsFor(
  keys: OrgKeys,
  tx: Tx,
  reader: Principal,
  refs: ObjectRef[],
  users: (string | null)[],
): Promise<Labels> {
  const ids = new Map<string, Set<string>>([['user', new Set(users.filter((u) => u !== null))]])
  for (const { type, id } of refs) {
    const kind = kindOf(type)
    if (id) ids.set(kind, (ids.get(kind) ?? new Set()).add(id))
  }
  const names = new Map<string, string>()
  for (const [kind, wanted] of ids) {
    const named = NAMED[kind]
    if (!named || !wanted.size) continue
    const { rows } = await tx.client.query<{ id: string; name: string }>(
      `select id, ${named.column} as name from ${named.table} where org_id = $1 and id = any ($2::uuid[])`,
      [tx.context.orgId, [...wanted]],
    )
    for (const r of rows) names.set(`${kind} ${r.id}`, r.name)
  }
  const wanted = [...(ids.get('client') ?? [])]
  const tickets = [...(ids.get('ticket') ?? [])].filter((id) => names.has(`ticket ${id}`))
  const seen = new Set([...(await seenClients(tx, wanted)), ...tickets])
  const clients = await clientNames(keys, tx, reader, wanted)
  for (const [id, name] of clients) names.set(`client ${id}`, name)
  const named = ({ type, id }: ObjectRef) => names.get(`${kindOf(type)} ${id}`)
  return {
    named,
    of: (ref) => (ref.id === null ? undefined : (named(ref) ?? ref.id.slice(0, 8))),
    user: (id) => (id === null ? undefined : (names.get(`user ${id}`) ?? id.slice(0, 8))),
    clients: [...clients.keys()],
    seen,
  }
}

async function clientNames(
  keys: OrgKeys,
  tx: Tx,
  reader: Principal,
  ids: string[],
): Promise<Map<string, string>> {
  const out = new Map<string, string>()
  if (!ids.length || !reader.fieldClasses.contact || !reader.permissions.has('clients:read')) return out
  for (const row of await readClients(tx, ids)) {
    const { contact } = openClasses(
      await keys.openDek(tx.context.orgId, row.id, row),
      tx.context.orgId,
      row,
      ['contact'],
    )
    out.set(row.id, displayName(contact))
  }
  return out
}

/** The walls decide, in the database. */
async function seenClients(tx: Tx, ids: string[]): Promise<Set<string>> {
  if (!ids.length) return new Set()
  const rows = await tx.db
    .selectFrom('clients')
    .select('id')
    .where('org_id', '=', tx.context.orgId)
    .where('id', 'in', ids)
    .execute()
  return new Set(rows.map((r) => r.id))
}
