import { buffer } from 'node:stream/consumers'
import { conflict, type Problem } from '../../platform/http/problem.ts'
import { Sheet } from '../../platform/pdf/sheet.ts'
import { NotCertifiable } from '../../platform/reading/index.ts'
import type { Services } from '../../platform/services.ts'
import { type FileRow, fileBytes, type OpenedFile } from '../files/index.ts'

/** Larger documents are not signed here: the certificate is made in the memory of one reader. */
export const MOST_BYTES = 50 * 1024 * 1024

/** Says at once why a document can't be signed, rather than when all have. */
export function refuseUnlessSignable(file: FileRow): void {
  if (file.state === 'infected') throw unsignable('it holds malware')
  if (file.state === 'purged' || !file.sealed_name) throw unsignable('it was destroyed')
  if (file.state === 'suspected' && !file.at_home)
    throw unsignable('it may hold health information that is not cleared')
  if (!file.sealed_digest) throw unsignable('it was not read yet; try again in a moment')
  if (file.size > MOST_BYTES) throw unsignable(`it is larger than ${MOST_BYTES / 1024 / 1024} MB`)
  if (file.size === 0) throw unsignable('it is empty')
}

/**
 * Adds a certificate for trial, where the document is a PDF: one that is protected, broken or too much for its reader is
 * found before anybody is asked.
 */
export async function tryCertificate(
  services: Services,
  orgId: string,
  { row, seal, parts }: OpenedFile,
): Promise<void> {
  if (row.content_type !== 'application/pdf') return
  const sheet = new Sheet({ organization: '', title: 'Trial', footer: [] })
  sheet.title('Trial', '')
  const pages = (await buffer(sheet.end())).toString('base64')
  try {
    await services.readers.certify(fileBytes(services, orgId, seal.key, parts), {
      pages,
      evidence: '{}',
      evidenceName: 'trial.json',
      originalName: 'trial',
    })
  } catch (error) {
    if (error instanceof NotCertifiable) throw unsignable(WHY[error.code] ?? WHY.unreadable!)
    throw error
  }
}

const WHY: Partial<Record<NotCertifiable['code'], string>> = {
  encrypted: 'the PDF is protected with a password; upload one that is not',
  unreadable: 'the PDF is damaged; save it anew with another program',
  'too-large': 'it is too large',
  memory: 'it takes too much memory to read',
  timeout: 'it takes too long to read',
}

const unsignable = (why: string): Problem =>
  conflict('not-signable', 'This document can’t be signed', `${why[0]!.toUpperCase()}${why.slice(1)}.`)
