import { randomBytes } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import { conflict, invalid } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import type { Services } from '../../platform/services.ts'
import { DocumentSeal, lockDocument, readDocument, versionByN } from '../documents/index.ts'
import { FileSeal, type OpenedFile, openFile } from '../files/index.ts'
import type { AskInput } from './api.ts'
import { documentHash, termsHash } from './evidence/commitments.ts'
import { notPublished, saidPlainly } from './problems.ts'
import { about, type Named, type RequestRow, type Terms } from './records.ts'
import { refuseUnlessSignable } from './signable.ts'
import { possibleSigners } from './signers.ts'
import { askNext } from './tell.ts'

/** What is to be signed, opened for a trial before anybody is asked. */
export async function openForSigning(
  services: Services,
  tx: Tx,
  principal: Principal,
  documentId: string,
  n: number,
): Promise<OpenedFile> {
  const doc = await readDocument(tx, principal, documentId, 'write')
  if (doc.state !== 'published' || doc.expired) throw notPublished()
  if (doc.published !== n)
    throw conflict('other-version', 'Another version is published by now', 'Look at it, then ask again.')
  const { file } = await versionByN(tx, doc.id, n)
  refuseUnlessSignable(file)
  return openFile(services, tx, file)
}

/** Asks people to sign the published version of a document, in order. Answers the request's id. */
export async function askForSignatures(
  services: Services,
  tx: Tx,
  by: By,
  principal: Principal,
  documentId: string,
  input: AskInput,
): Promise<string> {
  const { keys } = services
  const { orgId } = tx.context
  const doc = await lockDocument(tx, principal, documentId)
  const { row: file } = await openForSigning(services, tx, principal, documentId, input.n)
  if (input.dueAt && Date.parse(input.dueAt) <= Date.now())
    throw invalid([{ field: 'dueAt', message: 'must lie ahead' }])
  const named = await nameSigners(services, tx, principal, documentId, input)
  const id = uuidv7()
  const eventId = uuidv7()
  const terms: Terms = {
    consent: input.consent,
    message: input.message,
    asker: principal.displayName,
    sha256: (await FileSeal.of(keys, tx, file)).digest(file)!,
    bytes: file.size,
    type: file.content_type ?? 'application/octet-stream',
    salt: randomBytes(16).toString('hex'),
  }
  await by.record(tx, {
    id: eventId,
    action: 'signature.ask',
    ...about({ id, document_id: documentId, client_id: doc.client_id }),
    facts: {
      n: input.n,
      steps: named.length,
      document: documentHash(terms.salt, terms.sha256),
      terms: termsHash({
        ...terms,
        request: id,
        document: documentId,
        version: input.n,
        signers: named.map(({ userId, role }) => ({ user: userId, role })),
      }),
    },
  })
  const seal = await DocumentSeal.of(keys, orgId, doc)
  const now = new Date()
  await saidPlainly(
    tx.db
      .insertInto('signature_requests')
      .values({
        org_id: orgId,
        id,
        document_id: documentId,
        n: input.n,
        file_id: file.id,
        sealed_terms: seal.seal('signature_requests.sealed_terms', id, terms),
        due_at: input.dueAt,
        asked_by: principal.userId,
        event_id: eventId,
      })
      .execute(),
  )
  const steps = named.map(({ userId, name, kind, role }, i) => {
    const step = uuidv7()
    const signer: Named = { name, kind, role }
    return {
      org_id: orgId,
      id: step,
      request_id: id,
      position: i + 1,
      user_id: userId,
      sealed_signer: seal.seal('signature_steps.sealed_signer', step, signer),
      asked_at: i === 0 ? now : null,
    }
  })
  await saidPlainly(tx.db.insertInto('signature_steps').values(steps).execute())
  await askNext(tx, id)
  return id
}

async function nameSigners(
  services: Services,
  tx: Tx,
  principal: Principal,
  documentId: string,
  { signers }: AskInput,
): Promise<(Named & { userId: string })[]> {
  const ids = signers.map((s) => s.userId)
  const possible = await possibleSigners(services.keys, tx, principal, documentId, ids)
  return signers.map(({ userId, role }, i) => {
    if (ids.indexOf(userId) !== i)
      throw invalid([{ field: `signers.${i}.userId`, message: 'is named twice' }])
    const found = possible.find((p) => p.userId === userId)
    if (!found)
      throw invalid([
        { field: `signers.${i}.userId`, message: 'must name somebody who may see the document' },
      ])
    return { userId, name: found.name, kind: found.kind, role: role ?? '' }
  })
}

/** Takes a request back, as whoever manages it. */
export async function cancel(tx: Tx, by: By, row: RequestRow, reason: string | undefined): Promise<void> {
  await saidPlainly(
    tx.db
      .updateTable('signature_requests')
      .set((e) => ({
        state: 'cancelled',
        cancelled_why: 'asker',
        ended_at: new Date(),
        version: e('version', '+', 1),
      }))
      .where('org_id', '=', tx.context.orgId)
      .where('id', '=', row.id)
      .execute(),
  )
  await by.record(tx, {
    action: 'signature.cancel',
    ...about(row),
    facts: { n: row.n, why: 'asker' },
    ...(reason !== undefined && { reason }),
  })
}

/** Moves the day until which it is to be signed; a request whose day is over goes on. */
export async function moveDay(tx: Tx, by: By, row: RequestRow, dueAt: string | null): Promise<void> {
  if (dueAt && Date.parse(dueAt) <= Date.now()) throw invalid([{ field: 'dueAt', message: 'must lie ahead' }])
  await saidPlainly(
    tx.db
      .updateTable('signature_requests')
      .set((e) => ({ due_at: dueAt, version: e('version', '+', 1) }))
      .where('org_id', '=', tx.context.orgId)
      .where('id', '=', row.id)
      .execute(),
  )
  await by.record(tx, {
    action: 'signature.move-day',
    ...about(row),
    changes: ['dueAt'],
    facts: { due: dueAt },
  })
}
