import { detect, type Finding as Found, suspects } from '../../../../phi/index.ts'
import { invalid } from '../../../platform/http/problem.ts'

/** Something in a text that may identify a person or tell about their health, by place; never the text itself. */
export type Finding = Pick<Found, 'kind' | 'start' | 'end' | 'reason' | 'level' | 'confidence'>

export interface Judgement {
  suspected: boolean
  findings: Finding[]
}

/**
 * Whether a text may hold protected health information, and where. Names of the organization's own clients count only
 * where the words around them do: tickets name those whom they are about.
 */
export function judge(text: string): Judgement {
  const found = detect(text)
  return {
    suspected: suspects(found).suspected,
    findings: found.map(({ kind, start, end, reason, level, confidence }) => ({
      kind,
      start,
      end,
      reason,
      level,
      confidence,
    })),
  }
}

/**
 * A subject stands uncovered in lists, on boards and in notifications, so what may tell about a patient has no place in
 * it. Throws the Problem that says so; it repeats nothing of it.
 */
export function refuseTelling(subject: string): void {
  if (judge(subject).suspected)
    throw invalid([
      {
        field: 'subject',
        message: 'looks as if it told about a patient: leave that to the message, where it is covered',
      },
    ])
}

/** What a reader is told of findings: not those that are probably staff’s, an office’s or a machine’s. */
export const telling = (findings: readonly Finding[]): Finding[] => findings.filter((f) => f.level !== 'weak')

/** The text with what was found in it covered. */
export function masked(text: string, findings: readonly Pick<Finding, 'start' | 'end'>[]): string {
  let out = ''
  let at = 0
  for (const f of [...findings].sort((a, b) => a.start - b.start)) {
    if (f.end <= at) continue
    const start = Math.max(at, f.start)
    out += `${text.slice(at, start)}${'█'.repeat(Math.min(12, f.end - start))}`
    at = f.end
  }
  return out + text.slice(at)
}
