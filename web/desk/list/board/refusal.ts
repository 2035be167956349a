import { ApiProblem, problemText } from '../../../api/problem.ts'
import { meanwhileOf, namesOf } from '../../meanwhile.ts'
import { missingOf } from '../../missing.ts'

const FIELD_WORDS: Record<string, string> = {
  assigneeId: 'who works on it',
  teamId: 'its team',
  queueId: 'its queue',
  typeId: 'its type',
  clientId: 'its client',
  facilityId: 'its facility',
  parentId: 'its parent',
}

/** Why a card could not be moved, in a sentence or two. */
export function refusalText(error: unknown): string {
  const missing = missingOf(error)
  if (missing) return `Still to be done: ${new Intl.ListFormat('en').format(missing.map((m) => m.title))}.`
  const meanwhile = meanwhileOf(error)
  if (meanwhile) {
    const fields = [...new Set(meanwhile.flatMap((m) => m.changes))].map((f) => FIELD_WORDS[f] ?? `its ${f}`)
    const what = fields.length ? new Intl.ListFormat('en').format(fields) : 'it'
    return `${namesOf(meanwhile)} changed ${what} just now. Look again, then move it.`
  }
  if (error instanceof ApiProblem && error.slug === 'ticket-has-open-children')
    return 'Tickets that belong to it are still open: say what becomes of them.'
  return problemText(error)
}
