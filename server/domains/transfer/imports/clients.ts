import type { Tx } from '../../../platform/db/database.ts'
import { type DataKey, sealJson } from '../../../platform/keys/sealed.ts'
import { contactPlace, insertClients, type PreparedClient, prepareClient } from '../../clients/index.ts'
import type { Key } from '../fhir/references.ts'
import type { Issue } from '../problem.ts'
import type { ClientKind, ContactPerson, RecordClasses } from '../record.ts'
import { identityKeys } from './identity.ts'
import { type Kept, keepResources } from './resources.ts'
import { type ImportRun, recordImport } from './run-context.ts'
import { differ } from './tokens.ts'

/** A client as it was read, before it is known whether it is here already. */
export interface Candidate {
  row: number
  file?: string
  kind: ClientKind
  record: RecordClasses
  contacts: ContactPerson[]
  /** FHIR: keys that hold beyond this import, and all by which other resources refer to it. */
  lasting: Key[]
  references: Key[]
  /** FHIR: the resource it was made from. */
  kept?: Omit<Kept, 'clientId' | 'key'>
}

interface Known {
  clientId: string
  who: Buffer | null
}

const FIND = {
  name: 'import-find',
  text: 'select token, client_id as "clientId", who from client_sources where org_id = $1 and token = any ($2::bytea[])',
}
const ADD_SOURCES = {
  name: 'import-add-sources',
  text: `insert into client_sources (org_id, token, client_id, who)
    select $1, * from unnest($2::bytea[], $3::uuid[], $4::bytea[]) on conflict do nothing`,
}
const ADD_REFERENCES = {
  name: 'import-add-references',
  text: `insert into import_references (org_id, import_id, token, client_id)
    select $1, $2, * from unnest($3::bytea[], $4::uuid[]) on conflict do nothing`,
}
const ADD_CONTACTS = {
  name: 'import-add-contacts',
  text: `insert into client_contacts (org_id, id, client_id, sealed_contact)
    select $1, * from unnest($2::uuid[], $3::uuid[], $4::bytea[]) on conflict do nothing returning id`,
}

interface NewClient {
  prepared: PreparedClient & { key: DataKey }
  candidate: Candidate
}

/** What one batch adds to the database. */
interface Additions {
  clients: NewClient[]
  sources: { token: Buffer; clientId: string; who: Buffer }[]
  references: { token: Buffer; clientId: string }[]
}

/** Adds the candidates that are not here yet; knows the others again by their keys. In the batch's transaction. */
export async function addClients(run: ImportRun, tx: Tx, candidates: Candidate[]): Promise<void> {
  const keyed = candidates.map((candidate) => ({
    candidate,
    tokens: identityKeys(candidate.kind, candidate.record, candidate.lasting).map((key) =>
      run.tokens.token(key),
    ),
    who: run.tokens.who(candidate.record),
  }))
  const known = await findKnown(
    run,
    tx,
    keyed.flatMap((k) => k.tokens),
  )
  const additions: Additions = { clients: [], sources: [], references: [] }
  for (const { candidate, tokens, who } of keyed) {
    const names = tokens.map((token) => token.toString('base64'))
    const match = matchOf(
      names.flatMap((name) => known.get(name) ?? []),
      who,
    )
    if (typeof match === 'object' && 'problem' in match) {
      run.progress.add({ failed: 1 })
      run.progress.note(problem(candidate, match.problem), candidate.file)
      continue
    }
    const clientId = match?.clientId ?? (await prepare(run, candidate, additions))
    if (match) run.progress.add({ unchanged: 1 })
    tokens.forEach((token, i) => {
      if (known.has(names[i]!)) return
      known.set(names[i]!, { clientId, who })
      additions.sources.push({ token, clientId, who })
    })
    refer(run, candidate, clientId, additions)
  }
  await write(run, tx, additions)
}

async function findKnown(run: ImportRun, tx: Tx, tokens: Buffer[]): Promise<Map<string, Known>> {
  const rows = await tx.run<Known & { token: Buffer }>(FIND, [run.orgId, tokens])
  return new Map(rows.map(({ token, clientId, who }) => [token.toString('base64'), { clientId, who }]))
}

/** The one client that the keys lead to, or why they can't be trusted. */
function matchOf(hits: Known[], who: Buffer): Known | { problem: string } | undefined {
  const first = hits[0]
  if (!first) return undefined
  if (hits.some((hit) => hit.clientId !== first.clientId)) {
    return { problem: 'carries identifiers of two different clients' }
  }
  const other = hits.every((hit) => hit.who !== null && differ(hit.who, who))
  return other
    ? { problem: 'carries an identifier of another client, whose name and birth date differ' }
    : first
}

const problem = ({ row }: Candidate, reason: string): Issue => ({ row, reason, severity: 'error' })

async function prepare(run: ImportRun, candidate: Candidate, additions: Additions): Promise<string> {
  const { kind, record } = candidate
  const { groupId, facilityId } = run.options
  const prepared = await prepareClient(run.services.keys, run.tokenizer, run.orgId, {
    kind,
    groupId,
    facilityId,
    record,
  })
  additions.clients.push({ prepared, candidate })
  run.progress.add({ created: 1 })
  return prepared.id
}

/** Keys that hold within this import alone are noted apart; the lasting ones are found in `client_sources`. */
function refer(run: ImportRun, candidate: Candidate, clientId: string, additions: Additions): void {
  const lasting = new Set(candidate.lasting)
  for (const key of candidate.references) {
    if (lasting.has(key)) continue
    const token = run.tokens.token(key)
    if (run.tokens.isLasting(key)) additions.sources.push({ token, clientId, who: Buffer.alloc(16) })
    else additions.references.push({ token, clientId })
  }
}

async function write(run: ImportRun, tx: Tx, { clients, sources, references }: Additions): Promise<void> {
  if (clients.length > 0) {
    await insertClients(
      tx,
      clients.map((c) => c.prepared),
    )
  }
  if (sources.length > 0) {
    const values = [sources.map((s) => s.token), sources.map((s) => s.clientId), sources.map((s) => s.who)]
    await tx.run(ADD_SOURCES, [run.orgId, ...values])
  }
  if (references.length > 0) {
    const values = [references.map((r) => r.token), references.map((r) => r.clientId)]
    await tx.run(ADD_REFERENCES, [run.orgId, run.importId, ...values])
  }
  await addContacts(
    run,
    tx,
    clients.flatMap(({ prepared, candidate }) =>
      candidate.contacts.map((contact, i) => ({
        id: run.tokens.stableId(`contact ${prepared.id} ${i}`),
        clientId: prepared.id,
        key: prepared.key,
        contact,
      })),
    ),
  )
  const kept = clients.flatMap(({ prepared, candidate }) =>
    candidate.kept ? [{ ...candidate.kept, clientId: prepared.id, key: prepared.key }] : [],
  )
  await keepResources(run, tx, kept)
  if (clients.length > 0) {
    const classes = [
      ...new Set(clients.flatMap((c) => Object.keys(c.candidate.record))),
    ] as (keyof RecordClasses)[]
    const objects = clients.map((c) => c.prepared.id)
    await recordImport(run, tx, {
      action: 'client.import',
      objects,
      classes,
      facts: { count: objects.length },
    })
  }
}

export interface NewContact {
  id: string
  clientId: string
  key: DataKey
  contact: ContactPerson
}

/** Adds contacts under their stable ids; those that are there stay as they are. */
export async function addContacts(run: ImportRun, tx: Tx, contacts: NewContact[]): Promise<void> {
  if (contacts.length === 0) return
  const sealed = contacts.map((c) => sealJson(c.key, contactPlace(run.orgId, c.id), c.contact))
  const added = await tx.run(ADD_CONTACTS, [
    run.orgId,
    contacts.map((c) => c.id),
    contacts.map((c) => c.clientId),
    sealed,
  ])
  run.progress.add({ contacts: added.length })
}
