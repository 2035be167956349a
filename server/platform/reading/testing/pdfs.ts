import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'

type Draw = (doc: PDFKit.PDFDocument) => void

export async function pdf(draw: Draw, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const doc = new PDFDocument(options)
  const bytes = buffer(doc)
  draw(doc)
  doc.end()
  return bytes
}

export const textPdf = (pages: string[]): Promise<Buffer> =>
  pdf((doc) => {
    for (const [i, text] of pages.entries()) {
      if (i > 0) doc.addPage()
      doc.text(text)
    }
  })

export const scannedPdf = (picture: Buffer): Promise<Buffer> =>
  pdf((doc) => void doc.image(picture, 20, 20, { width: 560 }))

/** A tree of pages whose branch is its own child. */
export function loopingPdf(): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [2 0 R 2 0 R 2 0 R] /Count 1000000 >>',
  ]
  let body = '%PDF-1.4\n'
  const at = objects.map((o, i) => {
    const offset = body.length
    body += `${i + 1} 0 obj\n${o}\nendobj\n`
    return offset
  })
  const table = at.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${body}xref\n0 3\n0000000000 65535 f \n${table}trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
  )
}
