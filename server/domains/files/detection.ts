import { DEFAULT_MIN_CONFIDENCE, Enough, Judge, MOST_JUDGED, MOST_LISTED, raise } from '#phi'
import type { Place, Scanned } from '../../platform/reading/index.ts'
import type { FileFinding } from './records.ts'

export interface FileVerdict {
  suspected: boolean
  /** In a technician's words; never a value. */
  why: string
  findings: FileFinding[]
  /** How many identifiers were found, also beyond those kept; where that was enough there may be more. */
  count: number
  /** An identifier stands in the file's own name. */
  inName: boolean
}

type AreKnown = (names: readonly (readonly string[])[]) => Promise<boolean[]>

/** Judges a file by what the detector saw in it, and keeps where that was and why; never what. */
export class FileJudge {
  readonly #scanned: Scanned[] = []
  readonly #names = new Map<string, readonly string[]>()
  readonly #enough = new Enough()

  add(scanned: Scanned): void {
    if (this.#enough.reached) return
    this.#enough.add(scanned)
    this.#scanned.push(scanned)
    for (const { words } of scanned.candidates) this.#names.set(keyOf(words), words)
  }

  async verdict(areKnown: AreKnown): Promise<FileVerdict> {
    const names = [...this.#names].slice(0, MOST_JUDGED + 1)
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
        if (findings.length < MOST_LISTED)
          findings.push({ kind, place: scanned.place, confidence, reason, level })
      }
    }
    const { suspected, why } = judge.verdict
    const tooMuch = this.#enough.tooMuch || names.length > MOST_JUDGED
    return {
      suspected: suspected || tooMuch,
      why: tooMuch && !suspected ? 'It holds more names and numbers than are judged one by one.' : why,
      findings,
      count,
      inName,
    }
  }
}

const keyOf = (words: readonly string[]) => words.join(' ').toLowerCase()
const isOwnName = (place: Place) => place.in === 'name' && place.part === undefined
