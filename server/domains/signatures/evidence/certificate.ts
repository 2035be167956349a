import { buffer } from 'node:stream/consumers'
import { Sheet } from '../../../platform/pdf/sheet.ts'
import type { Evidence, EvidenceSigner } from './evidence.ts'

export interface CertificateOptions {
  organization: string
  documentName: string
  evidence: Evidence
  /** Of what is no PDF itself: how it looks, before the certificate. */
  shown?: { text: string; whole: boolean } | { picture: Buffer }
}

const MOST_TEXT = 200_000
const utc = (iso: string) => `${iso.slice(0, 19).replace('T', ' ')} UTC`

/** The pages that follow what was signed: who signed, when, in which session, and how anybody can check it. */
export async function certificatePages(options: CertificateOptions): Promise<Buffer> {
  const { organization, documentName, evidence } = options
  const { request, document, signers } = evidence
  const sheet = new Sheet({
    organization,
    title: 'Certificate of signatures',
    footer: [
      `Request ${request.id}`,
      'Check this document with: wellkeep signatures verify FILE --log EXPORT --key KEY',
    ],
  })
  if (options.shown) drawContent(sheet, options.shown, documentName)
  sheet.title('Certificate of signatures', documentName)
  sheet.paragraph(
    'Each signature is an event in the audit log of this organization, a signed Merkle tree (RFC 6962) that only grows. ' +
      'An export of it, its public key and this file show without any server who signed what and when; any change to this file is noticed.',
  )
  sheet.pair('Document', [`Version ${document.version}, ${document.bytes} bytes, ${document.type}`])
  sheet.pair('SHA-256 of the document', [document.sha256])
  sheet.pair('Asked for by', [`${request.asker.name}, ${utc(request.at)}`])
  sheet.pair('Agreed to', [request.consent])
  sheet.pair('Audit log', [evidence.log, `asked for in event ${request.event.index} (${request.event.id})`])
  for (const signer of signers) drawSigner(sheet, signer, signers.length)
  return buffer(sheet.end())
}

function drawSigner(sheet: Sheet, s: EvidenceSigner, of: number): void {
  sheet.heading(`Signature ${s.position} of ${of}`)
  sheet.pair('Name', [s.name])
  sheet.pair('Signed as', [s.role])
  if (s.mark.kind === 'drawn') sheet.picture('Signature, drawn', Buffer.from(s.mark.png, 'base64'))
  else sheet.pair('Signature, typed', [s.mark.text])
  sheet.pair('Signed at', [utc(s.at)])
  sheet.pair('Session', [s.session])
  sheet.pair('Account', [s.user])
  sheet.pair('In the audit log', [`event ${s.event.index} (${s.event.id})`, `leaf ${s.event.leaf}`])
}

function drawContent(sheet: Sheet, shown: NonNullable<CertificateOptions['shown']>, name: string): void {
  if ('picture' in shown) {
    sheet.page(shown.picture)
    return
  }
  sheet.title(name, 'The text of the document. The document itself is attached to this file.')
  sheet.paragraph(shown.text.slice(0, MOST_TEXT))
  if (!shown.whole || shown.text.length > MOST_TEXT)
    sheet.paragraph('[The text goes on in the attached document.]')
  sheet.newPage()
}
