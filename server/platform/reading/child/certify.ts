import { PDFDocument } from '@cantoo/pdf-lib'
import type { CertifyTask } from '../protocol.ts'
import { Unread } from './limits.ts'

export interface Certified {
  /** `after`: what is to stand after the original's own bytes; `around`: a PDF with the original in it. */
  how: 'after' | 'around'
  bytes: Uint8Array
}

const STANDARD = { updateMetadata: false, throwOnInvalidObject: true } as const

/**
 * Adds pages and the evidence to a document. A PDF keeps its bytes: pages and evidence come after them, as an update of the
 * kind that the format has for it, so that whoever cuts them off has the original again. Anything else is put into the
 * certificate, as a file in a file.
 * @throws Unread where the PDF can't be added to
 */
export async function certify(original: Buffer, type: string, task: CertifyTask): Promise<Certified> {
  const pages = Buffer.from(task.pages, 'base64')
  if (type !== 'application/pdf') return { how: 'around', bytes: await around(original, type, pages, task) }
  const doc = await opened(original)
  const added = await PDFDocument.load(pages, STANDARD)
  try {
    for (const page of await doc.copyPages(added, added.getPageIndices())) doc.addPage(page)
    await attachEvidence(doc, task)
    const whole = await doc.commit()
    if (!Buffer.from(whole.buffer, whole.byteOffset, original.length).equals(original))
      throw new Unread('unreadable')
    // Some PDFs are so broken that what was added is not found again.
    const again = await PDFDocument.load(whole, STANDARD)
    if (
      again.getPageCount() !== doc.getPageCount() ||
      !again.getAttachments().some((a) => a.name === task.evidenceName)
    )
      throw new Unread('unreadable')
    return { how: 'after', bytes: whole.subarray(original.length) }
  } catch (error) {
    throw error instanceof Unread ? error : new Unread('unreadable')
  }
}

async function opened(bytes: Buffer): Promise<PDFDocument> {
  try {
    const doc = await PDFDocument.load(bytes, { ...STANDARD, forIncrementalUpdate: true })
    if (doc.isEncrypted) throw new Unread('encrypted')
    // Asked here, so that a broken tree of pages is found before anything is added.
    if (doc.getPageCount() === 0) throw new Unread('unreadable')
    return doc
  } catch (error) {
    if (error instanceof Unread) throw error
    throw new Unread(/encrypted/i.test((error as Error)?.message ?? '') ? 'encrypted' : 'unreadable')
  }
}

async function around(original: Buffer, type: string, pages: Buffer, task: CertifyTask): Promise<Uint8Array> {
  const doc = await PDFDocument.load(pages, STANDARD)
  await doc.attach(original, task.originalName, {
    mimeType: type,
    description: 'The document that was signed',
  })
  await attachEvidence(doc, task)
  return doc.save({ useObjectStreams: false })
}

const attachEvidence = (doc: PDFDocument, { evidence, evidenceName }: CertifyTask) =>
  doc.attach(Buffer.from(evidence), evidenceName, {
    mimeType: 'application/json',
    description: 'Who signed, when and what, and where that stands in the audit log',
  })
