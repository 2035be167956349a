import { PDFDocument } from '@cantoo/pdf-lib'
import { Evidence, isEvidenceName } from '../evidence/evidence.ts'

/** One time that the document was signed. */
export interface Round {
  evidence: Evidence
  /** The document's own bytes, as they were before; undefined where the file does not hold them. */
  original: Uint8Array | undefined
  /** The whole signed copy of that time. */
  copy: Uint8Array
}

export type Read =
  | { rounds: Round[] }
  | { code: 'not-a-pdf' | 'no-evidence' | 'malformed-evidence'; text: string }

/** What a signed file carries, the newest round first. Nothing of it is believed yet. */
export async function readSigned(file: Uint8Array): Promise<Read> {
  let attached: { name: string; data: Uint8Array }[]
  try {
    const doc = await PDFDocument.load(file, { updateMetadata: false, throwOnInvalidObject: true })
    attached = doc.getAttachments()
  } catch {
    return { code: 'not-a-pdf', text: 'the file is no PDF that can be read' }
  }
  const found = attached.filter((a) => isEvidenceName(a.name))
  if (found.length === 0) return { code: 'no-evidence', text: 'the file carries no evidence of signatures' }
  const all: Evidence[] = []
  for (const { name, data } of found) {
    const evidence = parse(data)
    if (!evidence)
      return { code: 'malformed-evidence', text: `the evidence ${name} is not of a form that is known` }
    all.push(evidence)
  }
  // Each round's copy is the original of the next.
  all.sort((a, b) => b.document.bytes - a.document.bytes)
  const rounds: Round[] = []
  let copy: Uint8Array = file
  for (const evidence of all) {
    const { original: place, bytes } = evidence.document
    const original =
      place.at === 'beginning'
        ? bytes <= copy.length
          ? copy.subarray(0, bytes)
          : undefined
        : attached.find((a) => a.name === place.name)?.data
    rounds.push({ evidence, original, copy })
    if (original) copy = original
  }
  return { rounds }
}

function parse(data: Uint8Array): Evidence | undefined {
  try {
    return Evidence.parse(JSON.parse(Buffer.from(data).toString('utf8')))
  } catch {
    return undefined
  }
}
