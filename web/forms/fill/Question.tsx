import { NumberInput, Text, Textarea, TextInput } from '@mantine/core'
import { inLanguage, longest } from '../../../forms/index.ts'
import { useLanguage, useWords } from '../../i18n/language.ts'
import { AddressQuestion } from './AddressQuestion.tsx'
import { Choices, YesNo } from './Choices.tsx'
import { FilesQuestion } from './FilesQuestion.tsx'
import { SignatureQuestion } from './SignatureQuestion.tsx'
import { type QuestionProps, questionId, type Said } from './said.ts'

const INPUTS = {
  text: { type: 'text' },
  identifier: { type: 'text', autoCapitalize: 'characters', autoComplete: 'off', spellCheck: false },
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'tel' },
  email: { type: 'email', inputMode: 'email', autoComplete: 'email', autoCapitalize: 'none' },
} as const

/** One question, with what is wrong with its answer. */
export function Question(props: QuestionProps) {
  const { field, answer, onAnswer, fault } = props
  const { t } = useWords('forms')
  const language = useLanguage()
  const error = fault && ('said' in fault ? fault.said : t(`faults.${fault.code}`, boundOf(fault)))
  const label = inLanguage(field.label, language)
  const said: Said = {
    label: field.required ? label : `${label} ${t('optional')}`,
    help: field.help && inLanguage(field.help, language),
    error,
    required: field.required ?? false,
    id: questionId(field.id),
  }
  const common = {
    id: said.id,
    label: said.label,
    description: said.help,
    error,
    size: 'md',
    'aria-required': said.required || undefined,
  } as const
  const text = typeof answer === 'string' ? answer : ''
  const put = (value: string) => onAnswer(value === '' ? undefined : value)
  switch (field.kind) {
    case 'text':
    case 'identifier':
    case 'phone':
    case 'email':
      return (
        <TextInput
          {...common}
          {...INPUTS[field.kind]}
          maxLength={longest(field)}
          value={text}
          onChange={(e) => put(e.currentTarget.value)}
        />
      )
    case 'long-text':
      return (
        <>
          <Textarea
            {...common}
            autosize
            minRows={3}
            maxRows={16}
            maxLength={longest(field)}
            value={text}
            onChange={(e) => put(e.currentTarget.value)}
          />
          {text.length > longest(field) * 0.8 && (
            <Text size="xs" c="dimmed" mt={-16}>
              {t('characters', { n: text.length, most: longest(field) })}
            </Text>
          )}
        </>
      )
    case 'number':
      return (
        <NumberInput
          {...common}
          hideControls
          inputMode="decimal"
          value={typeof answer === 'number' ? answer : ''}
          onChange={(value) => onAnswer(typeof value === 'number' ? value : undefined)}
        />
      )
    case 'date':
      return (
        <TextInput
          {...common}
          type="date"
          min={field.limits?.from}
          max={field.limits?.to}
          value={text}
          onChange={(e) => put(e.currentTarget.value)}
        />
      )
    case 'yes-no':
      return <YesNo {...props} said={said} />
    case 'choice':
    case 'choices':
      return <Choices {...props} said={said} />
    case 'address':
      return <AddressQuestion {...props} said={said} />
    case 'signature':
      return <SignatureQuestion {...props} said={said} />
    case 'file':
      return <FilesQuestion {...props} said={said} />
    default:
      return null
  }
}

const boundOf = (fault: object): { bound: string } => ({ bound: 'bound' in fault ? String(fault.bound) : '' })
