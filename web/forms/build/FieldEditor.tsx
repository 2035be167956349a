import { Checkbox, Select, Stack, Textarea, TextInput } from '@mantine/core'
import {
  ANSWER_CLASSES,
  type AnswerClass,
  type Definition,
  type Field,
  isQuestion,
  type Prefill,
} from '../../../forms/index.ts'
import { fieldClassLabel } from '../../ui/FieldClassBadge.tsx'
import { ConditionEditor } from './ConditionEditor.tsx'
import { PREFILL_WORDS, prefilledFrom, prefillsOf, questionsBefore } from './kinds.ts'
import { LimitsEditor } from './LimitsEditor.tsx'
import { OptionsEditor } from './OptionsEditor.tsx'
import { Wording } from './Wording.tsx'

interface Props {
  field: Field
  index: number
  definition: Definition
  onChange: (field: Field) => void
}

/** All that can be said of one field. */
export function FieldEditor({ field, index, definition, onChange }: Props) {
  const put = (next: Partial<Field>) => onChange({ ...field, ...next })
  const question = isQuestion(field)
  const prefills = prefillsOf(field.kind)
  return (
    <Stack mt="md">
      <Wording
        label={question ? 'Question' : field.kind === 'heading' ? 'Heading' : 'Text'}
        value={field.label}
        onChange={(label) => put({ label: label ?? { en: '' } })}
        input={(props) =>
          field.kind === 'explanation' ? (
            <Textarea autosize minRows={2} maxLength={2000} {...props} />
          ) : (
            <TextInput maxLength={2000} {...props} />
          )
        }
        required
      />
      {question && (
        <>
          <Wording
            label="Help (optional)"
            value={field.help}
            onChange={(help) => put({ help })}
            input={(props) => <Textarea autosize maxLength={2000} {...props} />}
          />
          <Checkbox
            label="Must be answered"
            checked={field.required ?? false}
            onChange={(e) => put({ required: e.currentTarget.checked || undefined })}
          />
          {prefills.length > 0 && (
            <Select
              label="Filled in from the record (optional)"
              description="What the client changes is offered to staff for the record."
              clearable
              data={prefills.map((p) => ({ value: p, label: PREFILL_WORDS[p] }))}
              value={field.prefill ?? null}
              onChange={(p) => onChange(prefilledFrom(field, (p ?? undefined) as Prefill | undefined))}
            />
          )}
          <Select
            label="Field class"
            description={
              field.prefill
                ? 'As in the record.'
                : field.kind === 'file'
                  ? 'Files of clients are clinical.'
                  : 'Who of the staff may read the answer.'
            }
            allowDeselect={false}
            disabled={field.prefill !== undefined || field.kind === 'file'}
            data={ANSWER_CLASSES.map((c) => ({ value: c, label: fieldClassLabel(c) }))}
            value={field.class ?? null}
            onChange={(cls) => put({ class: cls as AnswerClass })}
          />
          {field.options && <OptionsEditor field={field} onChange={onChange} />}
          <LimitsEditor field={field} onChange={onChange} />
        </>
      )}
      <ConditionEditor
        before={questionsBefore(definition, index)}
        value={field.when}
        onChange={(when) => put({ when })}
      />
    </Stack>
  )
}
