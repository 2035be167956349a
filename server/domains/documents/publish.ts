import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import { conflict, forbidden, Problem } from '../../platform/http/problem.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import type { Services } from '../../platform/services.ts'
import { clearFile, lockForChange, type Owners } from '../files/index.ts'
import { classesOf } from './access.ts'
import { downloadable } from './present.ts'
import { saidPlainly } from './problems.ts'
import { type DocumentRow, updateDocument } from './records.ts'
import { tellReaders } from './tell.ts'
import { versionByN } from './versions.ts'

/**
 * Makes a version of a locked document what readers see. In a shared folder a file that is suspected needs somebody who
 * says why it holds no health information; the database asks the same (wk_document_gate).
 */
export async function publish(
  tx: Tx,
  services: Services,
  owners: Owners,
  by: By,
  principal: Principal,
  doc: DocumentRow,
  input: { n?: number | undefined; reason?: string | undefined; askAgain?: boolean | undefined },
): Promise<void> {
  if (doc.expired)
    throw conflict('expired', 'The document has expired', 'Set another day of expiry, or none, first.')
  if (doc.latest === 0) throw conflict('nothing-to-publish', 'The document has no version yet')
  const n = input.n ?? doc.latest
  const { file } = await versionByN(tx, doc.id, n)
  if (file.state === 'suspected' && !file.at_home) await clearAs(input.reason)
  else if (!downloadable(file)) throw notYet(file.state)
  await saidPlainly(
    updateDocument(tx, doc.id, {
      state: 'published',
      published: n,
      published_by: by.userId,
      published_at: new Date(),
      withdrawn_by: null,
      withdrawn_at: null,
      ...(input.askAgain && { read_from: n }),
    }),
  )
  await by.record(tx, {
    action: 'document.publish',
    object: { type: 'document', id: doc.id },
    objects: [file.id],
    ...classesOf(doc),
    facts: { n, before: doc.state === 'published' ? doc.published : null },
    ...(input.reason !== undefined && { reason: input.reason }),
  })
  await tellReaders(tx, doc.id)

  async function clearAs(reason: string | undefined): Promise<void> {
    if (reason === undefined)
      throw new Problem(409, 'phi-suspected', 'This version may hold health information', {
        detail: 'Say why it holds none, or move the document into the client’s own folder.',
        errors: [{ field: 'reason', message: 'is required: why it may be read by everybody here' }],
      })
    if (!by.may('files:clear')) throw forbidden('This needs the permission files:clear.')
    const row = await lockForChange(tx, owners, principal, file.id)
    await clearFile(tx, services, owners, by, row, reason)
  }
}

function notYet(state: string): Problem {
  if (state === 'infected') return conflict('file-infected', 'This version holds malware')
  if (state === 'purged') return conflict('version-gone', 'This version was destroyed')
  return conflict('file-unread', 'This version was not read yet', 'Try again in a moment.')
}

/** Takes a locked document back from its readers; its versions stay. */
export async function withdraw(tx: Tx, by: By, doc: DocumentRow, reason: string | undefined): Promise<void> {
  if (doc.state !== 'published') throw conflict('not-published', 'The document is not published')
  await updateDocument(tx, doc.id, {
    state: 'withdrawn',
    withdrawn_by: by.userId,
    withdrawn_at: new Date(),
  })
  await by.record(tx, {
    action: 'document.withdraw',
    object: { type: 'document', id: doc.id },
    ...classesOf(doc),
    facts: { n: doc.published },
    ...(reason !== undefined && { reason }),
  })
}
