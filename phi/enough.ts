import type { Scanned } from './scanner.ts'
import { Judge } from './suspects.ts'

/** Whoever looks at a text that is suspected needs no more findings than these. */
export const MOST_LISTED = 500
/** More identifiers than these are not judged one by one: the text counts as suspected. */
export const MOST_JUDGED = 20_000
/** The same for all that has to be kept of a text: words of health and names to look up, too. */
export const MOST_KEPT = 200_000

/**
 * Says when more of one text would change nothing: it is suspected and enough was found to show, or more was found
 * than is judged. So a text that is made of little else than identifiers costs no more time and memory than others.
 */
export class Enough {
  readonly #judge = new Judge()
  #findings = 0
  #identifiers = 0
  #candidates = 0

  add({ findings, candidates }: Scanned): void {
    for (const finding of findings) {
      this.#judge.add(finding)
      if (finding.level === 'identifier') this.#identifiers++
    }
    this.#findings += findings.length
    this.#candidates += candidates.length
  }

  /** Too much was found for each to be judged. */
  get tooMuch(): boolean {
    return this.#identifiers > MOST_JUDGED || this.#findings + this.#candidates > MOST_KEPT
  }

  get reached(): boolean {
    return this.tooMuch || (this.#judge.verdict.suspected && this.#findings >= MOST_LISTED)
  }
}
