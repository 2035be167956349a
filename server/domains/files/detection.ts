import type { Place, TextFound } from '../../platform/reading/index.ts'
import type { FileFinding } from './records.ts'

/** What is kept of one file; there may be more. */
const MOST_FINDINGS = 500

export interface FileVerdict {
  suspected: boolean
  findings: FileFinding[]
  /** Something was found in the file's own name. */
  inName: boolean
}

const SSN = /\b\d{3}-\d{2}-\d{4}\b/g

/** Judges a file by its text, piece by piece, and keeps of it where something was found and why; never what. */
export class FileJudge {
  readonly #findings: FileFinding[] = []

  add({ place, text }: TextFound): void {
    for (const _ of text.matchAll(SSN))
      this.#keep({ kind: 'ssn', place, confidence: 0.9, reason: 'written as a Social Security number' })
  }

  #keep(finding: FileFinding): void {
    if (this.#findings.length < MOST_FINDINGS) this.#findings.push(finding)
  }

  verdict(): FileVerdict {
    return {
      suspected: this.#findings.length > 0,
      findings: this.#findings,
      inName: this.#findings.some((f) => isOwnName(f.place)),
    }
  }
}

const isOwnName = (place: Place) => place.in === 'name' && place.part === undefined
