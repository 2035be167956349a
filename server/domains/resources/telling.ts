import { detect, suspects } from '#phi'
import { invalid } from '../../platform/http/problem.ts'

/**
 * What is written here is for many people, so what may tell about a patient has no place in it. Throws the Problem that
 * names the fields and repeats nothing of them.
 */
export function refuseTelling(texts: Record<string, string | undefined>): void {
  const telling = Object.entries(texts).filter(([, text]) => text && suspects(detect(text)).suspected)
  if (telling.length > 0)
    throw invalid(
      telling.map(([field]) => ({
        field,
        message: 'looks as if it told about a patient: many people read this, so say it without',
      })),
    )
}
