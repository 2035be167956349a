import { detect, type Finding as Found, suspects } from '#phi'
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
 * Short texts stand uncovered: subjects, tags and requesters in lists and notifications, notes beside steps, names of
 * settings, views and macros. What may tell about a patient has no place in them. Throws the Problem that names each
 * such field and repeats nothing of it.
 */
export function refuseTelling(
  texts: Readonly<Record<string, string | readonly string[] | null | undefined>>,
): void {
  const errors = Object.entries(texts).flatMap(([field, text]) =>
    text && tells(text)
      ? [
          {
            field,
            message: 'looks as if it told about a patient: leave that to a message, where it is covered',
          },
        ]
      : [],
  )
  if (errors.length) throw invalid(errors)
}

/** One by one, and as they are read: beside each other. */
const tells = (text: string | readonly string[]): boolean =>
  typeof text === 'string'
    ? judge(text).suspected
    : [...text, text.join(', ')].some((t) => judge(t).suspected)

/** What a reader is told of findings: not those that are probably staff’s, an office’s or a machine’s. */
export const telling = (findings: readonly Finding[]): Finding[] => findings.filter((f) => f.level !== 'weak')

/** What is found by searching for it: all of a text, or what is not covered of one that is suspected. */
export const searchable = (text: string, { suspected, findings }: Judgement): string =>
  suspected ? masked(text, telling(findings)) : text

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
