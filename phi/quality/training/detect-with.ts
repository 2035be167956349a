import type { Finding } from '../../kinds.ts'
import { type Observer, Scanner } from '../../scanner.ts'

/** Findings of a short text under other weights. */
export function detectWith(text: string, observer: Observer, minConfidence = 0.5): Finding[] {
  const scanner = new Scanner({ minConfidence, candidates: false }, observer)
  const { findings } = scanner.scan(text, 0, 0, text.length)
  scanner.release()
  return findings
}
