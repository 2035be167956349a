import { Select, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useSave } from '../../api/use-save.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { FormModal } from '../../clients/edit/FormModal.tsx'
import { useMay } from '../../session/session.ts'
import { useSubmit } from '../../ui/use-submit.ts'
import { WouldDoNothing } from '../settings/SavedBy.tsx'
import { Fields } from './Fields.tsx'
import { ACTIONS, CONDITIONS, HAPPENINGS } from './fields.ts'
import { doesSomething, toBody, toForm } from './form.ts'
import type { Rule } from './queries.ts'
import { Trial } from './Trial.tsx'
import { useChoices } from './use-choices.ts'

interface Props {
  rule: Rule | undefined
  /** Where a new one stands: at the end. */
  place: number
  onClose: () => void
}

/** The editor of a rule: when, for which tickets, and what is done. */
export function RuleModal({ rule, place, onClose }: Props) {
  const may = useMay()
  const choices = useChoices()
  const save = useSave('/api/v1/ticket-rules', rule, ['desk'])
  const form = useForm({
    initialValues: toForm(rule),
    validate: {
      name: (v) => (v.trim() ? null : 'Give it a name'),
      actions: (_, all) => (doesSomething(all) ? null : 'Choose what it does, and fill it in'),
    },
  })
  const { onSubmit, pending, error, shown } = useSubmit(form, async (v) => {
    await save.mutateAsync(toBody(v, rule?.position ?? place))
    onClose()
  })
  const asked = CONDITIONS.filter((c) => c.key !== 'changed' || form.values.on === 'changed')
  return (
    <FormModal title={rule ? rule.name : 'New rule'} onClose={onClose}>
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} shownFields={shown}>
        <WouldDoNothing needs="tickets:write" what="change tickets" />
        <TextInput
          data-autofocus
          label="Name"
          description="It stands in the history of each ticket that it changes."
          maxLength={100}
          {...form.getInputProps('name')}
        />
        <Select label="When" allowDeselect={false} data={HAPPENINGS} {...form.getInputProps('on')} />
        <Fields
          form={form}
          part="conditions"
          label="If all of this holds"
          none="Every ticket. Add a condition to choose some."
          add="Add a condition"
          fields={asked}
          choices={choices}
        />
        <Fields
          form={form}
          part="actions"
          label="Then"
          none="It does nothing yet."
          add="Add something to do"
          fields={ACTIONS}
          choices={choices}
        />
        <Switch
          label="In use"
          description="Switched off, it stays here and does nothing."
          {...form.getInputProps('enabled', { type: 'checkbox' })}
        />
        {may('tickets:read') && <Trial values={form.values} />}
      </FormFrame>
    </FormModal>
  )
}
