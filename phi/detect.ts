import type { Finding } from './kinds.ts'
import { BODY, CONTEXT, type NameCandidate, type Scanned, Scanner, type ScanOptions } from './scanner.ts'

export interface DetectOptions extends ScanOptions {
  /** 0.5 by default. 0 shows what was seen and judged harmless, too. */
  minConfidence?: number | undefined
  /** Whether words may be the name of one of the organization's clients. */
  isKnownName?: (words: readonly string[]) => boolean
}

export interface AsyncDetectOptions extends ScanOptions {
  /** 0.5 by default. */
  minConfidence?: number | undefined
  /** As `isKnownName`, for many at once: one answer for each, in their order. */
  areKnownNames?: (candidates: readonly NameCandidate[]) => Promise<readonly boolean[]>
}

export const DEFAULT_MIN_CONFIDENCE = 0.5

/** Everything that was seen, and the words to look up among the organization's clients: `raise` then adds what is known. */
export function scan(text: string, options: ScanOptions = {}): Scanned {
  const scanner = new Scanner(options)
  try {
    return scanWindows(text, scanner)
  } finally {
    scanner.release()
  }
}

function scanWindows(text: string, scanner: Scanner): Scanned {
  const found: Scanned = { findings: [], candidates: [] }
  for (let body = 0; body < text.length; body += BODY) {
    const base = Math.max(0, body - CONTEXT)
    const to = Math.min(body + BODY, text.length)
    scanner.scan(text.slice(base, to + CONTEXT), base, body - base, to - base, found)
  }
  return found
}

/** The findings with the names that are known raised: `known` answers for each candidate in its order. */
export function raise(scanned: Scanned, known: readonly boolean[]): Finding[] {
  const sure = scanned.candidates.filter((_, i) => known[i]).sort((a, b) => a.start - b.start)
  if (sure.length === 0) return scanned.findings
  const raised: Finding[] = []
  let n = 0
  /** How far the names that begin before the finding reach. */
  let reach = 0
  for (const finding of scanned.findings) {
    for (; n < sure.length && sure[n]!.start < finding.end; n++) reach = Math.max(reach, sure[n]!.end)
    if (finding.kind !== 'name' || reach <= finding.start) raised.push(finding)
  }
  for (const { start, end } of sure) raised.push(knownName(start, end))
  return raised.sort((a, b) => a.start - b.start)
}

const knownName = (start: number, end: number): Finding => ({
  kind: 'name',
  start,
  end,
  confidence: 0.97,
  reason: "the name of one of the organization's clients",
  level: 'identifier',
  of: 'patient',
})

/**
 * Finds identifiers (45 CFR 164.514(b)(2)(i)) and words of health in a text, in order of place, in time linear in its
 * length. Offsets are UTF-16 units of `text`; no finding repeats any of it.
 */
export function detect(text: string, options: DetectOptions = {}): Finding[] {
  const { isKnownName, minConfidence = DEFAULT_MIN_CONFIDENCE } = options
  const scanned = scan(text, { ...options, minConfidence, candidates: isKnownName !== undefined })
  return isKnownName
    ? raise(
        scanned,
        scanned.candidates.map((c) => isKnownName(c.words)),
      )
    : scanned.findings
}
