import { createHash } from 'node:crypto'
import { byteaArray, intArray, uuidArray } from '../../platform/db/arrays.ts'
import type { Tx } from '../../platform/db/database.ts'
import { stale } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { type DataKey, sealBytes } from '../../platform/keys/sealed.ts'
import type { Tokenizer } from '../../platform/search/tokens.ts'
import { recordTokens } from './index-tokens.ts'
import { RECORD_CLASSES, sealClass } from './records.ts'
import type { RecordClass, RecordClasses } from './schema.ts'

export interface NewClient {
  kind: 'person' | 'organisation'
  groupId: string
  facilityId?: string | null | undefined
  record: RecordClasses
}

/** A client ready to be inserted: sealed and tokenized, with nothing readable left. */
export interface PreparedClient {
  id: string
  kind: string
  groupId: string
  facilityId: string | null
  kekId: string
  wrapped: Buffer
  sealed: Record<RecordClass, Buffer | null>
  tokens: number[]
}

/** Seals a new client under a data key of its own. */
export async function prepareClient(
  keys: OrgKeys,
  t: Tokenizer,
  orgId: string,
  client: NewClient,
): Promise<PreparedClient & { key: DataKey }> {
  const id = uuidv7()
  const { key, kekId, wrapped } = await keys.newDek(orgId, id)
  const sealed = {} as Record<RecordClass, Buffer | null>
  for (const cls of RECORD_CLASSES) {
    const value = client.record[cls]
    sealed[cls] = value === undefined ? null : sealClass(key, orgId, id, cls, value as never)
  }
  return {
    id,
    kind: client.kind,
    groupId: client.groupId,
    facilityId: client.facilityId ?? null,
    kekId,
    wrapped,
    sealed,
    tokens: recordTokens(t, client.record),
    key,
  }
}

const INSERT = {
  name: 'clients-insert',
  text: `with rows as (
      select * from unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::bytea[], $7::bytea[], $8::bytea[], $9::bytea[], $10::bytea[], $11::uuid[], $12::bytea[], $13::int[], $14::int[])
        as r (id, kind, group_id, facility_id, contact, demographic, identifier, clinical, financial, kek_id, wrapped, first, last)
    ), a as (
      insert into clients (org_id, id, kind, group_id, facility_id, sealed_contact, sealed_demographic, sealed_identifier, sealed_clinical, sealed_financial)
      select $1, id, kind, group_id, facility_id, contact, demographic, identifier, clinical, financial from rows
    ), b as (
      insert into deks (org_id, subject_id, subject_type, kek_id, wrapped) select $1, id, 'client', kek_id, wrapped from rows
    )
    insert into client_search (org_id, client_id, group_id, tokens) select $1, id, group_id, ($15::int[])[first : last] from rows`,
}

/** Inserts clients, their data keys and tokens in one statement. The tokens of all lie end to end. */
export async function insertClients(tx: Tx, clients: PreparedClient[]): Promise<void> {
  const col = <T>(f: (c: PreparedClient) => T) => clients.map(f)
  let end = 0
  const ends = col((c) => (end += c.tokens.length))
  await tx.run(INSERT, [
    tx.context.orgId,
    uuidArray(col((c) => c.id)),
    col((c) => c.kind),
    uuidArray(col((c) => c.groupId)),
    uuidArray(col((c) => c.facilityId)),
    ...RECORD_CLASSES.map((cls) => byteaArray(col((c) => c.sealed[cls]))),
    uuidArray(col((c) => c.kekId)),
    byteaArray(col((c) => c.wrapped)),
    intArray(clients.map((c, i) => ends[i]! - c.tokens.length + 1)),
    intArray(ends),
    intArray(clients.flatMap((c) => c.tokens)),
  ])
}

export interface ClientChange {
  id: string
  version: number
  groupId?: string | undefined
  facilityId?: string | null | undefined
  sealed: Partial<Record<RecordClass, Buffer>>
  /** Present when a searchable field changed. */
  tokens?: number[] | undefined
}

const UPDATE = {
  name: 'client-update',
  text: `update clients set version = version + 1, updated_at = now(),
      group_id = coalesce($4, group_id), facility_id = case when $5 then $6::uuid else facility_id end,
      sealed_contact = case when 'contact' = any ($7::text[]) then $8::bytea else sealed_contact end,
      sealed_demographic = case when 'demographic' = any ($7) then $9::bytea else sealed_demographic end,
      sealed_identifier = case when 'identifier' = any ($7) then $10::bytea else sealed_identifier end,
      sealed_clinical = case when 'clinical' = any ($7) then $11::bytea else sealed_clinical end,
      sealed_financial = case when 'financial' = any ($7) then $12::bytea else sealed_financial end
    where org_id = $1 and id = $2 and version = $3 and shredded_at is null returning version`,
}
const RETOKEN = {
  name: 'client-retoken',
  text: 'update client_search set tokens = coalesce($3::int[], tokens), group_id = coalesce($4, group_id) where org_id = $1 and client_id = $2',
}

/** Changes a client if it still has the version that was read; otherwise 412. Answers the new version. */
export async function updateClient(tx: Tx, change: ClientChange): Promise<number> {
  const classes = Object.keys(change.sealed)
  const [row] = await tx.run<{ version: number }>(UPDATE, [
    tx.context.orgId,
    change.id,
    change.version,
    change.groupId ?? null,
    change.facilityId !== undefined,
    change.facilityId ?? null,
    classes,
    ...RECORD_CLASSES.map((c) => change.sealed[c] ?? null),
  ])
  if (!row) throw stale()
  if (change.tokens || change.groupId)
    await tx.run(RETOKEN, [
      tx.context.orgId,
      change.id,
      change.tokens ? `{${change.tokens.join(',')}}` : null,
      change.groupId ?? null,
    ])
  return row.version
}

/** Old and new values of what changed, sealed for the log under the client's key, one ciphertext a class. */
export function sealChanges(
  key: DataKey,
  orgId: string,
  eventId: string,
  changes: Partial<Record<RecordClass | 'note', { from: unknown; to: unknown }>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(changes).map(([cls, change]) => [
      cls,
      sealBytes(
        key,
        { orgId, table: 'audit_events', column: cls, row: eventId },
        Buffer.from(JSON.stringify(change)),
      ).toString('base64'),
    ]),
  )
}

export const ciphertextHash = (parts: (Buffer | null)[]): string => {
  const h = createHash('sha256')
  for (const p of parts) if (p) h.update(p)
  return h.digest('hex')
}
