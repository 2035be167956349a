import type { Answer, Answers, Condition, Definition, Test } from './types.ts'

/** Whether there is something in an answer. Spaces are nothing, and so is an empty list. */
export function isAnswered(answer: Answer | undefined): answer is Answer {
  if (answer === undefined || answer === null) return false
  if (typeof answer === 'string') return answer.trim() !== ''
  if (Array.isArray(answer)) return answer.length > 0
  if (typeof answer === 'object' && 'kind' in answer)
    return isAnswered(answer.kind === 'typed' ? answer.text : answer.png)
  if (typeof answer === 'object') return Object.values(answer).some((v) => isAnswered(v as Answer))
  return true
}

const folded = (value: unknown): unknown => (typeof value === 'string' ? value.trim().toLowerCase() : value)

function equals(answer: Answer | undefined, value: Test['value']): boolean {
  if (!isAnswered(answer)) return false
  if (Array.isArray(answer)) return answer.length === 1 && folded(answer[0]) === folded(value)
  return folded(answer) === folded(value)
}

function contains(answer: Answer | undefined, value: Test['value']): boolean {
  if (!isAnswered(answer)) return false
  if (Array.isArray(answer)) return answer.some((one) => folded(one) === folded(value))
  return typeof answer === 'string' && String(folded(answer)).includes(String(folded(value)))
}

function holds(test: Test, answer: Answer | undefined): boolean {
  switch (test.is) {
    case 'answered':
      return isAnswered(answer)
    case 'not-answered':
      return !isAnswered(answer)
    case 'equals':
      return equals(answer, test.value)
    // What was not answered is not something else either.
    case 'not-equals':
      return isAnswered(answer) && !equals(answer, test.value)
    case 'contains':
      return contains(answer, test.value)
  }
}

const meets = ({ match, tests }: Condition, known: Map<string, Answer>): boolean =>
  match === 'any'
    ? tests.some((t) => holds(t, known.get(t.field)))
    : tests.every((t) => holds(t, known.get(t.field)))

/**
 * The ids of the fields that are shown with these answers. A condition sees only fields before its own, and of those
 * only what is shown: an answer that was given and then hidden counts as none. So one pass decides, the same here and
 * there, and nothing goes in circles.
 */
export function shownFields(definition: Pick<Definition, 'fields'>, answers: Answers): Set<string> {
  const shown = new Set<string>()
  const known = new Map<string, Answer>()
  for (const field of definition.fields) {
    if (field.when && !meets(field.when, known)) continue
    shown.add(field.id)
    const answer = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined
    if (answer !== undefined) known.set(field.id, answer)
  }
  return shown
}
