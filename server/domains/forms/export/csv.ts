import type { AnswerClass, Answers, Definition, Field } from '../../../../forms/index.ts'
import { isQuestion } from '../../../../forms/index.ts'
import { csvCell } from '../../../platform/csv.ts'

export interface CsvResponse {
  id: string
  clientId: string
  client: string
  n: number
  submittedAt: string
  answers: Answers
}

/** The questions of all versions: in the order of the newest, then those that only older ones asked. */
export function questionsOf(versions: readonly Definition[], classes: readonly AnswerClass[]): Field[] {
  const questions = new Map<string, Field>()
  for (const { fields } of versions)
    for (const field of fields)
      if (isQuestion(field) && !questions.has(field.id)) questions.set(field.id, field)
  // Columns of classes that are not given out are not there at all: an empty cell is an answer that was not given.
  return [...questions.values()].filter((f) => f.class && classes.includes(f.class))
}

const line = (cells: string[]): string => `${cells.map(csvCell).join(',')}\r\n`

export const csvHead = (questions: readonly Field[]): string =>
  `\uFEFF${line(['Response', 'Client ID', 'Client', 'Version', 'Handed in', ...questions.map((q) => q.label.en)])}`

export const csvRow = (
  questions: readonly Field[],
  response: CsvResponse,
  textOf: (field: Field, answer: Answers[string]) => string,
): string =>
  line([
    response.id,
    response.clientId,
    response.client,
    String(response.n),
    response.submittedAt,
    ...questions.map((q) =>
      Object.hasOwn(response.answers, q.id) ? textOf(q, response.answers[q.id]!) : '',
    ),
  ])
