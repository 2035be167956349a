import type { Definition, DefinitionFault, FieldFault } from '../../../forms/index.ts'
import { definitionFaults } from '../../../forms/index.ts'
import { type FieldError, invalid } from '../../platform/http/problem.ts'

const TEXTS: Record<FieldFault['code'], string> = {
  required: 'is required',
  unknown: 'is no question of this form',
  'wrong-kind': 'is not an answer of this kind',
  'no-option': 'must be one of the options',
  'bad-date': 'must be a day as YYYY-MM-DD',
  'bad-email': 'must be an e-mail address',
  'bad-phone': 'must be a telephone number',
  'bad-signature': 'must be a typed name, or a drawing of at most 50 KB as PNG',
  'address-incomplete': 'needs street, place and postal code',
  'no-file': 'must name files that were put on this form, are complete and hold no malware',
  'too-long': 'is too long: the bound is',
  'too-small': 'must be at least',
  'too-large': 'must be at most',
  'too-many': 'must be at most',
  'too-early': 'must not be before',
  'too-late': 'must not be after',
}

function textOf(fault: FieldFault): FieldError {
  const text = TEXTS[fault.code]
  return { field: fieldOf(fault), message: 'bound' in fault ? `${text} ${fault.bound}` : text }
}

/** An id that no question has was typed by whoever asks, and is not repeated. */
const fieldOf = ({ field, code }: FieldFault) => (code === 'unknown' ? 'answers' : `answers.${field}`)

/** Refuses answers, naming the questions and none of what was said. */
export function refuseFaults(faults: FieldFault[]): void {
  if (faults.length) throw invalid(faults.map(textOf))
}

const pathOf = ({ path }: DefinitionFault) => ['definition', ...path].join('.')

/** Refuses to publish what is no form yet. */
export function refuseUnlessForm(definition: Definition): void {
  const faults = definitionFaults(definition)
  if (faults.length) throw invalid(faults.map((f) => ({ field: pathOf(f), message: f.message })))
}
