import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Tx } from '../../platform/db/database.ts'
import { bySystem } from '../../platform/http/by.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { addJob, type Job } from '../../platform/jobs/index.ts'
import { type Certificate, NoPicture, NotCertifiable } from '../../platform/reading/index.ts'
import type { Services } from '../../platform/services.ts'
import { type DocumentSeal, documentFiles, keepBeside, textOf } from '../documents/index.ts'
import {
  attachStored,
  fileBytes,
  type OpenedFile,
  type Owners,
  openFile,
  readFileRow,
  storeStream,
} from '../files/index.ts'
import { type CertificateOptions, certificatePages } from './evidence/certificate.ts'
import { copyHash } from './evidence/commitments.ts'
import { type Evidence, evidenceName } from './evidence/evidence.ts'
import { EventMissing, gatherEvidence } from './evidence/gather.ts'
import { about, type RequestRow, sealOf, stepsOf } from './records.ts'

/** The log gives an event its place within two seconds. */
const PLACED_AFTER_MS = 1500
/** Wide enough to be read on paper. */
const PICTURE = 2000

const REQUEST = {
  name: 'signature-to-copy',
  text: `select r.*, d.client_id, d.sealed_name, k.kek_id, k.wrapped, o.name as organization from signature_requests r
    join documents d on d.org_id = r.org_id and d.id = r.document_id and d.purged_at is null
    join deks k on k.org_id = r.org_id and k.subject_id = d.id and k.wrapped is not null
    join organizations o on o.org_id = r.org_id
    where r.org_id = $1 and r.id = $2 and r.state = 'signed'`,
}
/** The document first, as where it is destroyed: so neither waits for the other. */
const LOCK_DOCUMENT = {
  name: 'signature-lock-document',
  text: 'select id from documents where org_id = $1 and id = $2 and purged_at is null for no key update',
}
const LOCK = {
  name: 'signature-lock-copy',
  text: "select id from signature_requests where org_id = $1 and id = $2 and state = 'signed' for no key update",
}

interface Gathered {
  row: RequestRow & { organization: string }
  file: OpenedFile
  evidence: Evidence
  name: string
}

const inWorker = <T>({ db }: Services, orgId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.withContext({ orgId, userId: null }, work, 'worker')

/**
 * All have signed: makes the copy that carries the evidence, once. It may be killed and begin anew, for only whoever finds the
 * request still without a copy adds one, in the transaction that says so. Nothing of it lies on a disk in the clear.
 */
export async function makeCopy(services: Services, owners: Owners, job: Job): Promise<void> {
  const requestId = String(job.payload.requestId)
  const trouble = (code: string) =>
    inWorker(services, job.orgId, (tx) => noteTrouble(services, tx, requestId, code))
  const gathered = await inWorker(services, job.orgId, (tx) => gather(services, tx, requestId)).catch(
    (error: unknown) => {
      if (error instanceof EventMissing) return trouble('event-missing')
      throw error
    },
  )
  if (!gathered) return
  let certificate: Certificate
  try {
    certificate = await certified(services, job.orgId, gathered)
  } catch (error) {
    if (!(error instanceof NotCertifiable)) throw error
    return trouble(error.code)
  }
  const hash = createHash('sha256')
  const stored = await storeStream(
    services,
    job.orgId,
    hashing(copyBytes(services, job.orgId, gathered, certificate), hash),
  )
  const done = await inWorker(services, job.orgId, (tx) =>
    keepCopy(services, owners, tx, gathered, stored, hash.digest('hex')),
  ).catch(async (error: unknown) => {
    await stored.discard()
    throw error
  })
  if (!done) await stored.discard()
}

async function gather(services: Services, tx: Tx, requestId: string): Promise<Gathered | undefined> {
  const { orgId } = tx.context
  const [row] = await tx.run<RequestRow & { organization: string }>(REQUEST, [orgId, requestId])
  const file = row && (await readFileRow(tx, row.file_id))
  if (!file?.sealed_name) return undefined
  const seal = (await sealOf(services.keys, orgId, row!)) as DocumentSeal
  const name = seal.open<string>('documents.sealed_name', row!.document_id, row!.sealed_name!)
  const steps = (await stepsOf(tx, [requestId])).get(requestId)!
  const original =
    file.content_type === 'application/pdf'
      ? ({ at: 'beginning' } as const)
      : ({ at: 'attachment', name: `original-${requestId}` } as const)
  const evidence = await gatherEvidence(tx, seal, row!, steps, original)
  if (!evidence) {
    const runAt = new Date(Date.now() + PLACED_AFTER_MS)
    await addJob(tx, 'signature.copy', { requestId }, { key: `signature.copy:${requestId}`, runAt })
    return undefined
  }
  return { row: row!, file: await openFile(services, tx, file), evidence, name }
}

async function certified(
  services: Services,
  orgId: string,
  { row, file, evidence, name }: Gathered,
): Promise<Certificate> {
  const shown = await howItLooks(services, orgId, file)
  const pages = await certificatePages({
    organization: row.organization,
    documentName: name,
    evidence,
    ...(shown && { shown }),
  })
  const { original } = evidence.document
  return services.readers.certify(fileBytes(services, orgId, file.seal.key, file.parts), {
    pages: pages.toString('base64'),
    evidence: JSON.stringify(evidence),
    evidenceName: evidenceName(row.id),
    originalName: original.at === 'attachment' ? original.name : '',
  })
}

/** Of what has no pages of its own: a picture of it, or its text. The document itself is attached in any case. */
async function howItLooks(
  services: Services,
  orgId: string,
  file: OpenedFile,
): Promise<CertificateOptions['shown']> {
  const type = file.row.content_type ?? ''
  if (type === 'application/pdf') return undefined
  if (type.startsWith('image/')) {
    try {
      const bytes = fileBytes(services, orgId, file.seal.key, file.parts)
      const drawn = await services.readers.picture(bytes, 1, PICTURE)
      // Drawn anew by the reader: what is read here is our own.
      return {
        picture: await sharp(drawn.bytes).flatten({ background: '#fff' }).jpeg({ quality: 85 }).toBuffer(),
      }
    } catch (error) {
      if (error instanceof NoPicture) return undefined
      throw error
    }
  }
  const text = await textOf(services, orgId, file)
  return text.text.trim() ? text : undefined
}

/** The copy's own bytes, one after the other: those of a PDF come first, as they are. */
async function* copyBytes(
  services: Services,
  orgId: string,
  { file }: Gathered,
  { how, bytes }: Certificate,
) {
  if (how === 'after') yield* fileBytes(services, orgId, file.seal.key, file.parts)
  yield* bytes
}

async function* hashing(bytes: AsyncIterable<Buffer>, hash: ReturnType<typeof createHash>) {
  for await (const chunk of bytes) {
    hash.update(chunk)
    yield chunk
  }
}

/** Answers false where somebody else has made it, or the document is gone meanwhile. */
async function keepCopy(
  services: Services,
  owners: Owners,
  tx: Tx,
  { row, evidence, name }: Gathered,
  stored: Awaited<ReturnType<typeof storeStream>>,
  sha256: string,
): Promise<boolean> {
  const { orgId } = tx.context
  const by = bySystem(services)
  await tx.run(LOCK_DOCUMENT, [orgId, row.document_id])
  const [locked] = await tx.run(LOCK, [orgId, row.id])
  const place = locked && (await documentFiles.find(tx, row.document_id))
  if (!place) return false
  const fileId = await attachStored(
    tx,
    services,
    owners,
    by,
    { ownerType: 'document', ownerId: row.document_id, place, name: copyName(name) },
    stored,
  )
  const n = await keepBeside(tx, by, { documentId: row.document_id, base: row.n, fileId })
  const eventId = uuidv7()
  await by.record(tx, {
    id: eventId,
    action: 'signature.complete',
    ...about(row, fileId),
    facts: { n: row.n, version: n, bytes: stored.bytes, copy: copyHash(evidence.request.salt, sha256) },
  })
  await tx.db
    .updateTable('signature_requests')
    .set((e) => ({
      state: 'complete',
      copy_n: n,
      copy_file_id: fileId,
      copy_event_id: eventId,
      trouble: null,
      version: e('version', '+', 1),
    }))
    .where('org_id', '=', orgId)
    .where('id', '=', row.id)
    .execute()
  await addJob(tx, 'signature.ended', { requestId: row.id }, { key: `signature.ended:${row.id}` })
  return true
}

/** What the signed copy of a document is called. */
export const copyName = (name: string): string =>
  `${name.replace(/\.[^.]{1,8}$/, '').slice(0, 150)} (signed).pdf`

/** No copy could be made of what all have signed: the signatures stand in the log all the same, and it is tried again. */
async function noteTrouble(services: Services, tx: Tx, requestId: string, code: string): Promise<void> {
  const [row] = await tx.run<RequestRow>(REQUEST, [tx.context.orgId, requestId])
  if (!row) return
  await tx.db
    .updateTable('signature_requests')
    .set((e) => ({ trouble: code, version: e('version', '+', 1) }))
    .where('org_id', '=', tx.context.orgId)
    .where('id', '=', requestId)
    .execute()
  await bySystem(services).record(tx, {
    action: 'signature.complete',
    outcome: 'failed',
    ...about(row),
    reason: code,
  })
}

const FORGOTTEN = {
  name: 'signatures-forgotten',
  text: `select id from signature_requests where org_id = $1 and state = 'signed' and trouble is null and ended_at < now() - interval '10 minutes' limit 100`,
}

/** Copies whose job was lost with the process that had it. */
export const sweepCopies = (services: Services, orgId: string): Promise<void> =>
  inWorker(services, orgId, async (tx) => {
    for (const { id } of await tx.run<{ id: string }>(FORGOTTEN, [orgId]))
      await addJob(tx, 'signature.copy', { requestId: id }, { key: `signature.copy:${id}` })
  })
