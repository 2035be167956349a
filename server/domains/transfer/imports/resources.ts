import type { Tx } from '../../../platform/db/database.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import { type DataKey, type Place, sealBytes, sealJson } from '../../../platform/keys/sealed.ts'
import { openSubject } from '../../../platform/keys/subjects.ts'
import { resourceLabelPlace, resourcePlace } from '../../clients/index.ts'
import type { Source } from '../fhir/map.ts'
import type { Key } from '../fhir/references.ts'
import { type ImportRun, recordImport } from './run-context.ts'

/** A resource that is kept with its client, verbatim, under the client's key. */
export interface Kept {
  clientId: string
  key: DataKey
  token: Buffer
  type: string
  text: string
  label?: string
  date?: string
}

const KEEP = {
  name: 'import-keep',
  text: `insert into client_resources (org_id, id, client_id, source_token, sealed_label, sealed_clinical)
    select $1, * from unnest($2::uuid[], $3::uuid[], $4::bytea[], $5::bytea[], $6::bytea[]) on conflict do nothing returning client_id`,
}
const OWNERS = {
  name: 'import-owners',
  text: `select token, client_id as "clientId" from import_references where org_id = $1 and import_id = $2 and token = any ($3::bytea[])
    union all select token, client_id from client_sources where org_id = $1 and token = any ($3::bytea[])`,
}
const KEYS = {
  name: 'import-client-keys',
  text: `select c.id, d.kek_id, d.wrapped from clients c join deks d on d.org_id = c.org_id and d.subject_id = c.id
    where c.org_id = $1 and c.id = any ($2::uuid[]) and c.shredded_at is null
      and ($3 or c.group_id = any ((select wk_groups('write'))::uuid[]))`,
}
const SET_ASIDE = {
  name: 'import-set-aside',
  text: `insert into unassigned_resources (org_id, id, group_id, import_id, source_token, type, sealed_label, sealed_clinical)
    select $1, r.id, $2, $3, r.token, r.type, r.label, r.body
    from unnest($4::uuid[], $5::bytea[], $6::text[], $7::bytea[], $8::bytea[]) as r (id, token, type, label, body)
    on conflict do nothing returning id, type`,
}
const SET_ASIDE_KEYS = {
  name: 'import-set-aside-keys',
  text: `insert into unassigned_keys (org_id, group_id, token, resource_id)
    select $1, $2, k.token, r.id from unnest($3::bytea[], $4::bytea[]) as k (token, source)
    join unassigned_resources r on r.org_id = $1 and r.group_id = $2 and r.source_token = k.source
    on conflict do nothing`,
}

export const unassignedPlace = (
  orgId: string,
  column: 'sealed_label' | 'sealed_clinical',
  row: string,
): Place => ({
  orgId,
  table: 'unassigned_resources',
  column,
  row,
})

/**
 * By what a resource is known again: its UUID or identifier in the source system. A short id may mean another
 * resource next time, so without these only the very same text is the same resource.
 */
export function resourceToken(run: ImportRun, { lasting, type, text }: Source): Buffer {
  const id = lasting.find((key) => key.startsWith('ref|')) ?? lasting[0]
  return run.tokens.token(id ?? `row|${type}|${text}`)
}

const labelOf = ({ type, label, date }: Pick<Kept, 'type' | 'label' | 'date'>) => ({
  type,
  ...(label ? { label } : {}),
  ...(date ? { date } : {}),
})

/** Keeps resources with their clients; those that are there already stay as they are. */
export async function keepResources(run: ImportRun, tx: Tx, kept: Kept[]): Promise<void> {
  if (kept.length === 0) return
  const ids = kept.map(() => uuidv7())
  const added = await tx.run<{ client_id: string }>(KEEP, [
    run.orgId,
    ids,
    kept.map((k) => k.clientId),
    kept.map((k) => k.token),
    kept.map((k, i) => sealJson(k.key, resourceLabelPlace(run.orgId, ids[i]!), labelOf(k))),
    kept.map((k, i) => sealBytes(k.key, resourcePlace(run.orgId, ids[i]!), Buffer.from(k.text))),
  ])
  run.progress.add({ others: added.length })
  if (added.length === 0) return
  const objects = [...new Set(added.map((row) => row.client_id))]
  await recordImport(run, tx, {
    action: 'resource.import',
    objects,
    classes: ['clinical'],
    facts: { count: added.length },
  })
}

/** For each list of keys, the client that the first known one leads to. */
export async function findOwners(run: ImportRun, tx: Tx, lists: Key[][]): Promise<(string | undefined)[]> {
  const tokens = lists.map((keys) => keys.map((key) => run.tokens.token(key)))
  const rows = await tx.run<{ token: Buffer; clientId: string }>(OWNERS, [
    run.orgId,
    run.importId,
    tokens.flat(),
  ])
  const known = new Map(rows.map((row) => [row.token.toString('base64'), row.clientId]))
  return tokens.map((list) => list.map((token) => known.get(token.toString('base64'))).find(Boolean))
}

/** The data keys of those clients that may be written to. */
export async function openKeys(
  run: ImportRun,
  tx: Tx,
  ids: (string | undefined)[],
): Promise<Map<string, DataKey>> {
  const wanted = [...new Set(ids.filter((id) => id !== undefined))]
  const everywhere = run.context.userId === null
  const rows = await tx.run<{ id: string; kek_id: string; wrapped: Buffer }>(KEYS, [
    run.orgId,
    wanted,
    everywhere,
  ])
  const keys = new Map<string, DataKey>()
  for (const row of rows) keys.set(row.id, await run.services.keys.openDek(run.orgId, row.id, row))
  return keys
}

/** Keeps resources that belong to no client, in the group that the import goes to. */
export async function setAside(run: ImportRun, tx: Tx, sources: Source[]): Promise<void> {
  if (sources.length === 0) return
  const key = await openSubject(run.services.keys, tx, run.orgId)
  const ids = sources.map(() => uuidv7())
  const tokens = sources.map((source) => resourceToken(run, source))
  const added = await tx.run<{ id: string; type: string }>(SET_ASIDE, [
    run.orgId,
    run.options.groupId,
    run.importId,
    ids,
    tokens,
    sources.map((s) => s.type),
    sources.map((s, i) => sealJson(key, unassignedPlace(run.orgId, 'sealed_label', ids[i]!), labelOf(s))),
    sources.map((s, i) =>
      sealBytes(key, unassignedPlace(run.orgId, 'sealed_clinical', ids[i]!), Buffer.from(s.text)),
    ),
  ])
  for (const row of added) run.progress.addUnassigned(row.type)
  const keyed = sources.flatMap((source, i) =>
    source.keys.map((own) => [run.tokens.token(own), tokens[i]!] as const),
  )
  if (keyed.length > 0) {
    await tx.run(SET_ASIDE_KEYS, [
      run.orgId,
      run.options.groupId,
      keyed.map((k) => k[0]),
      keyed.map((k) => k[1]),
    ])
  }
}
