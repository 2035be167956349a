import type { Checkpoint } from '../checkpoint.ts'
import { equalBytes } from '../hash.ts'
import type { Findings } from './findings.ts'
import type { SignedHead } from './judge.ts'
import { inOrder, type ScanPool } from './pool.ts'
import type { ProblemCode } from './report.ts'
import type { CheckpointFound } from './scan-checkpoints.ts'
import type { CheckpointsResult, Job } from './scanner.ts'
import type { Sections } from './sections.ts'

/** Verifying a signature takes long, so some fifty to a stretch keep all threads busy. */
const STRETCH = 16 * 1024

function* stretches({ checkpointsFrom, checkpointsTo }: Sections): Generator<Job & { kind: 'checkpoints' }> {
  for (let from = checkpointsFrom; from < checkpointsTo; from += STRETCH)
    yield { kind: 'checkpoints', from, to: Math.min(from + STRETCH, checkpointsTo) }
}

/** Reads an export's checkpoints and hands on, in order of size, those that the judge can hold the log against. */
export class Heads {
  /** How many checkpoint lines there were. */
  count = 0
  /** The newest checkpoint with a good signature. */
  newest: SignedHead | undefined

  readonly #findings: Findings
  readonly #sections: Sections
  #trusted: Checkpoint | undefined

  constructor(findings: Findings, sections: Sections, trusted: Checkpoint | undefined) {
    this.#findings = findings
    this.#sections = sections
    this.#trusted = trusted
  }

  async *read(pool: ScanPool): AsyncGenerator<SignedHead> {
    for await (const { result } of inOrder(pool, stretches(this.#sections))) {
      for (const found of (result as CheckpointsResult).checkpoints) {
        const head = this.#check(found, this.count++)
        if (!head) continue
        if (this.#trusted && this.#trusted.size <= head.size) yield this.#takeTrusted()
        this.newest = head
        yield head
      }
    }
    if (this.#trusted) yield this.#takeTrusted()
  }

  #takeTrusted(): SignedHead {
    const { size, root, time } = this.#trusted!
    this.#trusted = undefined
    return { number: -1, size, root, time: time.getTime() }
  }

  #check(found: CheckpointFound, number: number): SignedHead | undefined {
    const problem = (code: ProblemCode, why: string) =>
      this.#findings.problem({ code, text: `checkpoint ${number}: ${why}`, checkpoint: number })
    if (!found.ok) {
      problem('checkpoint-refused', found.text)
      return undefined
    }
    if (found.origin !== this.#sections.header.origin) {
      problem('wrong-origin', 'it belongs to another log')
      return undefined
    }
    const { size, root, time } = found
    const before = this.newest
    if (before && size < before.size) {
      problem('checkpoint-order', `its size ${size} is less than that of the one before, ${before.size}`)
      return undefined
    }
    if (before && size === before.size && !equalBytes(root, before.root))
      problem('checkpoint-root', 'its root is not that of the one before, which has the same size')
    if (before && time < before.time) problem('checkpoint-time', 'its time is before that of the one before')
    return { number, size, root, time }
  }
}
