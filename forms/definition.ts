import { type Condition, type Definition, type Field, isQuestion, PREFILL_RULES, type Test } from './types.ts'

/** What is wrong with a definition, by its place in it. */
export interface DefinitionFault {
  path: (string | number)[]
  message: string
}

const CHOICES = new Set(['choice', 'choices'])
/** Kinds whose answers are too large or too odd to be compared. */
const NEVER_COMPARED = new Set(['signature', 'file', 'address'])

function testFault(test: Test, field: Field | undefined): [string, string] | undefined {
  if (!field) return ['field', 'must be a question before this one']
  if (test.is === 'answered' || test.is === 'not-answered') return undefined
  if (NEVER_COMPARED.has(field.kind)) return ['is', 'can only ask whether this question was answered']
  if (test.value === undefined || test.value === '') return ['value', 'is required']
  if (CHOICES.has(field.kind) && !field.options?.some((o) => o.id === test.value))
    return ['value', 'must be one of that question’s options']
  if (field.kind === 'yes-no' && typeof test.value !== 'boolean') return ['value', 'must be yes or no']
  if (field.kind === 'number' && typeof test.value !== 'number') return ['value', 'must be a number']
  return undefined
}

const conditionFaults = (
  when: Condition,
  before: Map<string, Field>,
  path: (string | number)[],
): DefinitionFault[] =>
  when.tests.flatMap((test, n) => {
    const fault = testFault(test, before.get(test.field))
    return fault ? [{ path: [...path, 'tests', n, fault[0]], message: fault[1] }] : []
  })

function questionFaults(field: Field): [string, string][] {
  const faults: [string, string][] = []
  if (!field.class) faults.push(['class', 'is required: it decides who may read the answer'])
  if (CHOICES.has(field.kind)) {
    const ids = field.options?.map((o) => o.id) ?? []
    if (ids.length < 2) faults.push(['options', 'must be two or more'])
    if (new Set(ids).size !== ids.length) faults.push(['options', 'must each be there once'])
    if (field.options?.some((o) => !o.label.en)) faults.push(['options', 'must each have words'])
  } else if (field.options) faults.push(['options', 'belong to a choice'])
  if (field.kind === 'file' && field.class !== 'clinical')
    faults.push(['class', 'of files is clinical, as of all files of a client'])
  const { least, most, from, to } = field.limits ?? {}
  if (least !== undefined && most !== undefined && least > most)
    faults.push(['limits.most', 'must not be less than the least'])
  if (from && to && from > to) faults.push(['limits.to', 'must not be before the first day'])
  if (field.prefill) {
    const rule = PREFILL_RULES[field.prefill]
    if (!rule.kinds.includes(field.kind)) faults.push(['prefill', 'does not fit a question of this kind'])
    else if (rule.class !== field.class) faults.push(['class', `must be ${rule.class}, as in the record`])
  }
  return faults
}

/** What keeps a definition from being a form: each fault with its place, and no repetition of what was written. */
export function definitionFaults({ fields }: Definition): DefinitionFault[] {
  const faults: DefinitionFault[] = []
  const before = new Map<string, Field>()
  const ids = new Set<string>()
  fields.forEach((field, n) => {
    if (ids.has(field.id)) faults.push({ path: ['fields', n, 'id'], message: 'is there twice' })
    ids.add(field.id)
    if (!field.label.en) faults.push({ path: ['fields', n, 'label', 'en'], message: 'needs words' })
    if (field.when) faults.push(...conditionFaults(field.when, before, ['fields', n, 'when']))
    if (!isQuestion(field)) return
    for (const [name, message] of questionFaults(field))
      faults.push({ path: ['fields', n, ...name.split('.')], message })
    before.set(field.id, field)
  })
  if (before.size === 0) faults.push({ path: ['fields'], message: 'must hold a question' })
  return faults
}
