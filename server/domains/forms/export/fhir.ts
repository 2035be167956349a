import {
  type Answer,
  type Answers,
  type Definition,
  type Field,
  isQuestion,
} from '../../../../forms/index.ts'
import { answerText } from './text.ts'

interface Handed {
  id: string
  formId: string
  n: number
  clientId: string
  submittedAt: string
  definition: Definition
  answers: Answers
}

function fhirValue(field: Field, answer: Answer): object[] {
  switch (field.kind) {
    case 'number':
      return [{ valueDecimal: answer }]
    case 'date':
      return [{ valueDate: answer }]
    case 'yes-no':
      return [{ valueBoolean: answer }]
    case 'choice':
    case 'choices':
      return [answer].flat().map((id) => ({
        valueCoding: { code: id, display: field.options?.find((o) => o.id === id)?.label.en },
      }))
    default:
      return [{ valueString: answerText(field, answer, (id) => id) }]
  }
}

/** A response as a FHIR R4 QuestionnaireResponse; answers of classes that are not given out are not there. */
export const questionnaireResponse = (r: Handed, subject: { type: string; id: string }): string =>
  JSON.stringify({
    resourceType: 'QuestionnaireResponse',
    id: r.id,
    questionnaire: `urn:uuid:${r.formId}|${r.n}`,
    status: 'completed',
    subject: { reference: `${subject.type}/${subject.id}` },
    authored: r.submittedAt,
    item: r.definition.fields
      .filter((f) => isQuestion(f) && Object.hasOwn(r.answers, f.id))
      .map((f) => ({ linkId: f.id, text: f.label.en, answer: fhirValue(f, r.answers[f.id]!) })),
  })
