import type { CountryCode } from 'libphonenumber-js/min'
import type { Tx } from '../../../platform/db/database.ts'
import { type Mapped, mapResource } from '../fhir/map.ts'
import { type FhirItem, readFhir } from '../fhir/reader.ts'
import { toUtf8 } from '../intake/decode.ts'
import type { Issue } from '../problem.ts'
import { addClients, addContacts, type Candidate } from './clients.ts'
import { counted } from './files.ts'
import { findOwners, keepResources, openKeys, resourceToken, setAside } from './resources.ts'
import { addRoles, type Role } from './roles.ts'
import {
  type Batch,
  type ImportFile,
  type ImportRun,
  inBatches,
  noteBatch,
  pipelined,
  type ReadRow,
} from './run-context.ts'

/** Resources may refer to what stands anywhere, in any file: clients first, then what belongs to them, then roles. */
const PASSES = [
  (type: string) => type === 'Patient' || type === 'Organization',
  (type: string) => type !== 'Patient' && type !== 'Organization' && type !== 'PractitionerRole',
  (type: string) => type === 'PractitionerRole',
]

/** The number of times that the main work reads the files. */
export const FHIR_PASSES = PASSES.length

async function* readItems(
  files: ImportFile[],
): AsyncGenerator<{ item?: FhirItem; issue?: Issue; file: ImportFile }> {
  for (const file of files)
    for await (const read of readFhir(toUtf8(file.open(), file.encoding))) yield { ...read, file }
}

/** The resources that one pass is for, mapped. What could not be read is reported in the first pass. */
async function* readPass(run: ImportRun, files: ImportFile[], pass: number): AsyncGenerator<ReadRow<Mapped>> {
  for await (const { item, issue, file } of readItems(files)) {
    const name = run.files.length > 1 ? { file: file.name } : {}
    if (issue && pass === 0) yield { issues: [issue], size: 0, ...name }
    if (!item || !PASSES[pass]!(item.resource.resourceType)) continue
    const { mapped, issues } = mapResource(item, run.options.region as CountryCode)
    yield { ...(mapped ? { item: mapped } : {}), issues, size: item.text.length * 2, ...name }
  }
}

/** Imports all resources of all files. */
export async function importFhir(run: ImportRun): Promise<void> {
  const { bytes, files } = counted(run.files)
  const from = Math.max(0, run.progress.pass - 1)
  for (let pass = from; pass < PASSES.length; pass++) {
    const skip = run.progress.pass === pass + 1 ? run.progress.position : 0
    const rows = readPass(run, files, pass)
    const before = (run.progress.bytesTotal / PASSES.length) * from
    await pipelined(
      inBatches(rows, skip, () => before + bytes()),
      (batch) =>
        run.transact(async (tx) => {
          noteBatch(run, batch, pass + 1)
          await write(run, tx, batch)
          await run.save(tx)
        }),
    )
  }
}

/** Checks that every file can be read to its end and how many resources it holds, without mapping them. */
export async function scanFhir(run: ImportRun): Promise<void> {
  for await (const _ of readItems(run.files)) void _
}

/** For an all-or-nothing import: every issue there is, before anything is written. */
export async function* checkFhir(run: ImportRun): AsyncGenerator<ReadRow<Mapped>> {
  for (let pass = 0; pass < PASSES.length; pass++) yield* readPass(run, run.files, pass)
}

async function write(run: ImportRun, tx: Tx, batch: Batch<Mapped>): Promise<void> {
  const clients: Candidate[] = []
  const owned: Owned[] = []
  const aside: Mapped[] = []
  const roles: Role[] = []
  for (const mapped of batch.items) {
    if (mapped.as === 'client') clients.push(candidateOf(run, mapped))
    else if (mapped.as === 'role') roles.push(mapped)
    else if (mapped.as === 'practitioner') aside.push(mapped)
    else owned.push(mapped)
  }
  if (clients.length > 0) await addClients(run, tx, clients)
  await addOwned(run, tx, owned, aside)
  await setAside(
    run,
    tx,
    aside.map((mapped) => mapped.source),
  )
  await addRoles(run, tx, roles)
}

type Owned = Extract<Mapped, { as: 'contact' | 'other' }>

function candidateOf(run: ImportRun, mapped: Extract<Mapped, { as: 'client' }>): Candidate {
  const { source, kind, record, contacts } = mapped
  const { row, lasting, keys } = source
  const { type, text, label, date } = source
  const kept = {
    type,
    text,
    token: resourceToken(run, source),
    ...(label ? { label } : {}),
    ...(date ? { date } : {}),
  }
  return { row, kind, record, contacts, lasting, references: keys, kept }
}

/** Contacts and kept resources go to their clients; those whose client is not here are set aside. */
async function addOwned(run: ImportRun, tx: Tx, owned: Owned[], aside: Mapped[]): Promise<void> {
  if (owned.length === 0) return
  const owners = await findOwners(
    run,
    tx,
    owned.map((o) => o.owner),
  )
  const keys = await openKeys(run, tx, owners)
  const withOwner = owned.flatMap((mapped, i) => {
    const clientId = owners[i]
    const key = clientId && keys.get(clientId)
    if (!key) aside.push(mapped)
    return key ? [{ mapped, clientId, key }] : []
  })
  const contacts = withOwner.flatMap(({ mapped, clientId, key }) => {
    if (mapped.as !== 'contact') return []
    const { source, contact } = mapped
    const id = run.tokens.stableId(
      `related ${clientId} ${source.lasting[0] ?? source.keys[0] ?? source.text}`,
    )
    return [{ id, clientId, key, contact }]
  })
  await addContacts(run, tx, contacts)
  await keepResources(
    run,
    tx,
    withOwner.map(({ mapped, clientId, key }) => {
      const { source } = mapped
      return { ...source, token: resourceToken(run, source), clientId, key }
    }),
  )
}
