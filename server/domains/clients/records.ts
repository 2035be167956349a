import { readRecord, readTimestamp, readUuid } from '../../platform/db/binary.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { FusedStatement } from '../../platform/http/fused.ts'
import { type DataKey, openJson, type Place, type Sealed, sealJson } from '../../platform/keys/sealed.ts'
import type { FieldClass } from '../../platform/policy/field-classes.ts'
import type { RecordClass, RecordClasses } from './schema.ts'

export const RECORD_CLASSES = [
  'contact',
  'demographic',
  'identifier',
  'clinical',
  'financial',
] as const satisfies readonly RecordClass[]

/** A row of `clients` with its data key, as the read statements give it. */
export interface ClientRow {
  id: string
  kind: 'person' | 'organisation'
  group_id: string
  facility_id: string | null
  version: number
  sealed_contact: Buffer | null
  sealed_demographic: Buffer | null
  sealed_identifier: Buffer | null
  sealed_clinical: Buffer | null
  sealed_financial: Buffer | null
  created_at: Date
  updated_at: Date
  shredded_at: Date | null
  kek_id: string
  wrapped: Buffer | null
}

export type ClientRowWithNames = ClientRow & {
  group_name: string
  facility_name: string | null
  writable: boolean
}

const place = (orgId: string, cls: RecordClass, id: string): Place => ({
  orgId,
  table: 'clients',
  column: `sealed_${cls}`,
  row: id,
})

export function sealClass<C extends RecordClass>(
  key: DataKey,
  orgId: string,
  id: string,
  cls: C,
  value: RecordClasses[C],
): Sealed {
  return sealJson(key, place(orgId, cls, id), value)
}

/** Opens the classes that policy allows; the others stay ciphertext. */
export function openClasses(
  key: DataKey,
  orgId: string,
  row: Pick<ClientRow, 'id'> & { [C in RecordClass as `sealed_${C}`]?: Buffer | null },
  classes: readonly RecordClass[],
): Partial<RecordClasses> {
  const out: Partial<Record<RecordClass, unknown>> = {}
  for (const cls of classes) {
    const sealed = row[`sealed_${cls}`]
    if (sealed) out[cls] = openJson(key, place(orgId, cls, row.id), sealed)
  }
  return out as Partial<RecordClasses>
}

/** The record classes among the field classes that a user's roles show. */
export function visibleClasses(fieldClasses: Partial<Record<FieldClass, unknown>>): RecordClass[] {
  return RECORD_CLASSES.filter((c) => fieldClasses[c])
}

const COLUMNS = `c.id, c.kind, c.group_id, c.facility_id, c.version, c.created_at, c.updated_at, c.shredded_at,
  c.sealed_contact, c.sealed_demographic, c.sealed_identifier, c.sealed_clinical, c.sealed_financial, d.kek_id, d.wrapped`

const ONE = {
  name: 'client-one',
  text: `select ${COLUMNS}, g.name as group_name, f.name as facility_name,
    c.group_id = any ((select wk_groups('write'))::uuid[]) as writable
    from clients c join deks d on d.org_id = c.org_id and d.subject_id = c.id
    join client_groups g on g.org_id = c.org_id and g.id = c.group_id
    left join facilities f on f.org_id = c.org_id and f.id = c.facility_id
    where c.org_id = $1 and c.id = $2`,
}

/** One client behind the walls of the transaction, or undefined. */
export async function readClient(tx: Tx, id: string): Promise<ClientRowWithNames | undefined> {
  const [row] = await tx.run<ClientRowWithNames>(ONE, [tx.context.orgId, id])
  return row
}

/** One client a request, in one round trip with the question who asks; see `fused` routes. */
export const READ_FUSED: FusedStatement = {
  name: 'clients-read',
  text: 'select who, n, principal, client as found, recorded from wk_read_clients($1, $2, $3, $4, $5, $6, $7, $8, $9)',
  records: true,
}

const text = (bytes: Buffer | null | undefined): string | null => bytes?.toString('utf8') ?? null

/** The client that a fused read found, or undefined: fields in the order in which `wk_read_clients` gives them. */
export function fusedClient(found: Buffer | undefined): ClientRowWithNames | undefined {
  if (!found) return undefined
  const f = readRecord(found)
  return {
    id: readUuid(f[0]!),
    kind: text(f[1]) as ClientRow['kind'],
    group_id: readUuid(f[2]!),
    facility_id: f[3] ? readUuid(f[3]) : null,
    version: f[4]!.readInt32BE(0),
    created_at: readTimestamp(f[5]!),
    updated_at: readTimestamp(f[6]!),
    shredded_at: f[7] ? readTimestamp(f[7]) : null,
    kek_id: readUuid(f[8]!),
    group_name: text(f[9])!,
    facility_name: text(f[10]),
    writable: f[11]![0] === 1,
    wrapped: f[12] ?? null,
    sealed_contact: f[13] ?? null,
    sealed_demographic: f[14] ?? null,
    sealed_identifier: f[15] ?? null,
    sealed_clinical: f[16] ?? null,
    sealed_financial: f[17] ?? null,
  }
}

/** A row of `wk_find_clients`: the classes that a search does not open stay away. */
export function foundClient(found: Buffer): ClientRow {
  const f = readRecord(found)
  return {
    id: readUuid(f[0]!),
    kind: text(f[1]) as ClientRow['kind'],
    group_id: readUuid(f[2]!),
    facility_id: f[3] ? readUuid(f[3]) : null,
    version: f[4]!.readInt32BE(0),
    created_at: readTimestamp(f[5]!),
    updated_at: readTimestamp(f[6]!),
    shredded_at: null,
    kek_id: readUuid(f[7]!),
    wrapped: f[8] ?? null,
    sealed_contact: f[9] ?? null,
    sealed_demographic: f[10] ?? null,
    sealed_identifier: f[11] ?? null,
    sealed_clinical: null,
    sealed_financial: null,
  }
}

const MANY = {
  name: 'client-many',
  text: `select ${COLUMNS} from clients c join deks d on d.org_id = c.org_id and d.subject_id = c.id
    where c.org_id = $1 and c.id = any ($2::uuid[]) and c.shredded_at is null`,
}

export function readClients(tx: Tx, ids: string[]): Promise<ClientRow[]> {
  return tx.run<ClientRow>(MANY, [tx.context.orgId, ids])
}

export interface ListFilter {
  groupId?: string | undefined
  facilityId?: string | undefined
  kind?: 'person' | 'organisation' | undefined
}

const RECENT = {
  name: 'client-recent',
  text: `select ${COLUMNS} from clients c join deks d on d.org_id = c.org_id and d.subject_id = c.id
    where c.org_id = $1 and c.shredded_at is null
      and ($2::timestamptz is null or (c.updated_at, c.id) < ($2, $3::uuid))
      and ($4::uuid is null or c.group_id = $4) and ($5::uuid is null or c.facility_id = $5) and ($6::text is null or c.kind = $6)
    order by c.updated_at desc, c.id desc limit $7`,
}

/** The clients changed last, from a position on. */
export function recentClients(
  tx: Tx,
  filter: ListFilter,
  after: { at: string; id: string } | undefined,
  limit: number,
): Promise<ClientRow[]> {
  return tx.run<ClientRow>(RECENT, [
    tx.context.orgId,
    after?.at ?? null,
    after?.id ?? null,
    filter.groupId ?? null,
    filter.facilityId ?? null,
    filter.kind ?? null,
    limit,
  ])
}
