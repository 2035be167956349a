import type { Finding } from '../../kinds.ts'
import { type Observer, Scanner } from '../../scanner.ts'

/** Findings of a short text under other weights. */
export function detectWith(text: string, observer: Observer): Finding[] {
  const scanner = new Scanner({ minConfidence: 0.5, candidates: false }, observer)
  const { findings } = scanner.scan(text, 0, 0, text.length)
  scanner.release()
  return findings
}
