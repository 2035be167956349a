import { setImmediate as turn } from 'node:timers/promises'
import { byteaArray, uuidArray } from '../../../platform/db/arrays.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { type DataKey, sealJson } from '../../../platform/keys/sealed.ts'
import { contactPlace, insertClients, type PreparedClient, prepareClient } from '../../clients/index.ts'
import type { Key } from '../fhir/references.ts'
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
  /** What `makeReady` has worked out beforehand. */
  ready?: Ready
}

interface Ready {
  tokens: Buffer[]
  who: Buffer
  /** Sealed already, in the expectation that it is new. */
  prepared?: Prepared
}
type Prepared = PreparedClient & { key: DataKey }

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

/** So many clients are made ready in one go: a few milliseconds. */
const BETWEEN = 8

interface NewClient {
  prepared: Prepared
  candidate: Candidate
}

/** What one batch adds to the database. */
interface Additions {
  clients: NewClient[]
  sources: { token: Buffer; clientId: string; who: Buffer }[]
  references: { token: Buffer; clientId: string }[]
}

/**
 * Does what needs no database, while it is busy with the batch before: match tokens and, as long as most clients
 * turn out to be new, their sealing.
 */
export async function makeReady(run: ImportRun, candidates: Candidate[]): Promise<void> {
  for (const [i, candidate] of candidates.entries()) {
    // The database's answers are taken up in between: it does not wait until the whole batch is sealed.
    if (i % BETWEEN === 0) await turn()
    const { kind, record, lasting } = candidate
    const tokens = identityKeys(kind, record, lasting).map((key) => run.tokens.token(key))
    candidate.ready = { tokens, who: run.tokens.who(record) }
    if (run.mostlyNew) candidate.ready.prepared = await seal(run, candidate)
  }
}

function seal(run: ImportRun, { kind, record }: Candidate): Promise<Prepared> {
  const { groupId, facilityId } = run.options
  return prepareClient(run.services.keys, run.tokenizer, run.orgId, { kind, groupId, facilityId, record })
}

/** Adds the candidates that are not here yet; knows the others again by their keys. In the batch's transaction. */
export async function addClients(run: ImportRun, tx: Tx, candidates: Candidate[]): Promise<void> {
  await makeReady(
    run,
    candidates.filter((candidate) => !candidate.ready),
  )
  const known = await findKnown(
    run,
    tx,
    candidates.flatMap((candidate) => candidate.ready!.tokens),
  )
  const additions: Additions = { clients: [], sources: [], references: [] }
  for (const candidate of candidates) {
    const { tokens, who } = candidate.ready!
    const names = tokens.map(nameOf)
    const match = matchOf(
      names.flatMap((name) => known.get(name) ?? []),
      who,
    )
    if (match && 'problem' in match) {
      run.progress.add({ failed: 1 })
      run.progress.note({ row: candidate.row, reason: match.problem, severity: 'error' }, candidate.file)
      continue
    }
    const clientId = match?.clientId ?? (await create(run, candidate, additions))
    if (match) run.progress.add({ unchanged: 1 })
    tokens.forEach((token, i) => {
      if (known.has(names[i]!)) return
      known.set(names[i]!, { clientId, who })
      additions.sources.push({ token, clientId, who })
    })
    refer(run, candidate, clientId, additions)
  }
  run.mostlyNew = additions.clients.length * 2 >= candidates.length
  await write(run, tx, additions)
}

/** A token as a key of a map. */
const nameOf = (token: Buffer): string => token.toString('latin1')

async function findKnown(run: ImportRun, tx: Tx, tokens: Buffer[]): Promise<Map<string, Known>> {
  const rows = await tx.run<Known & { token: Buffer }>(FIND, [run.orgId, byteaArray(tokens)])
  return new Map(rows.map(({ token, clientId, who }) => [nameOf(token), { clientId, who }]))
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

async function create(run: ImportRun, candidate: Candidate, additions: Additions): Promise<string> {
  const prepared = candidate.ready?.prepared ?? (await seal(run, candidate))
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
    await tx.run(ADD_SOURCES, [
      run.orgId,
      byteaArray(sources.map((s) => s.token)),
      uuidArray(sources.map((s) => s.clientId)),
      byteaArray(sources.map((s) => s.who)),
    ])
  }
  if (references.length > 0) {
    await tx.run(ADD_REFERENCES, [
      run.orgId,
      run.importId,
      byteaArray(references.map((r) => r.token)),
      uuidArray(references.map((r) => r.clientId)),
    ])
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
    uuidArray(contacts.map((c) => c.id)),
    uuidArray(contacts.map((c) => c.clientId)),
    byteaArray(sealed),
  ])
  run.progress.add({ contacts: added.length })
}
