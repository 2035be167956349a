import { DEFAULT_MIN_CONFIDENCE, Judge, raise } from '../../../phi/index.ts'
import type { Place, Scanned } from '../../platform/reading/index.ts'
import type { FileFinding } from './records.ts'

/** What is kept of one file; there may be more. */
const MOST_FINDINGS = 500
/** Names looked up for one file, each once. */
const MOST_NAMES = 20_000

export interface FileVerdict {
  suspected: boolean
  /** In a technician's words; never a value. */
  why: string
  findings: FileFinding[]
  /** How many identifiers there are, also beyond what is kept. */
  count: number
  /** An identifier stands in the file's own name. */
  inName: boolean
}

type AreKnown = (names: readonly (readonly string[])[]) => Promise<boolean[]>

/** Judges a file by what the detector saw in it, and keeps where that was and why; never what. */
export class FileJudge {
  readonly #scanned: Scanned[] = []
  readonly #names = new Map<string, readonly string[]>()
  #overflow = false

  add(scanned: Scanned): void {
    this.#scanned.push(scanned)
    for (const { words } of scanned.candidates) {
      if (this.#names.size < MOST_NAMES) this.#names.set(keyOf(words), words)
      else this.#overflow = true
    }
  }

  async verdict(areKnown: AreKnown): Promise<FileVerdict> {
    const names = [...this.#names]
    const answers = names.length > 0 ? await areKnown(names.map(([, words]) => words)) : []
    const known = new Set(names.filter((_, i) => answers[i]).map(([key]) => key))
    const judge = new Judge()
    const findings: FileFinding[] = []
    let count = 0
    let inName = false
    for (const scanned of this.#scanned) {
      const raised = raise(
        scanned,
        scanned.candidates.map((c) => known.has(keyOf(c.words))),
      )
      for (const finding of raised) {
        if (finding.confidence < DEFAULT_MIN_CONFIDENCE) continue
        judge.add(finding)
        const { kind, confidence, reason, level } = finding
        if (level === 'identifier') count++
        if (level === 'identifier' && isOwnName(scanned.place)) inName = true
        if (findings.length < MOST_FINDINGS)
          findings.push({ kind, place: scanned.place, confidence, reason, level })
      }
    }
    const { suspected, why } = judge.verdict
    return {
      suspected: suspected || this.#overflow,
      why: this.#overflow && !suspected ? 'It holds more names than can be looked up.' : why,
      findings,
      count,
      inName,
    }
  }
}

const keyOf = (words: readonly string[]) => words.join(' ').toLowerCase()
const isOwnName = (place: Place) => place.in === 'name' && place.part === undefined
