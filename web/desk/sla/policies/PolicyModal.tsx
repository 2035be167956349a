import { Divider, MultiSelect, Radio, Select, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { groupList } from '../../../access/api.ts'
import { useSave } from '../../../api/use-save.ts'
import { FormFrame } from '../../../clients/edit/FormFrame.tsx'
import { FormModal } from '../../../clients/edit/FormModal.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { choices, flowsQuery, typesQuery, usable } from '../../settings/queries.ts'
import { PRIORITIES } from '../../words.ts'
import type { Calendar, Policy } from '../queries.ts'
import { Actions } from './Actions.tsx'
import { ClientsField } from './ClientsField.tsx'
import { renamed, toBody, toForm } from './form.ts'
import { minutesOf } from './minutes.ts'
import { Targets } from './Targets.tsx'

interface Props {
  policy: Policy | undefined
  calendars: Calendar[]
  onClose: () => void
}

const length = (text: string) =>
  minutesOf(text) === undefined || minutesOf(text) === 0 ? 'Such as 30 min or 4 h' : null

/** The editor of a policy: for whom, how soon, when clocks pause, and what happens before and when it is late. */
export function PolicyModal({ policy, calendars, onClose }: Props) {
  const groups = useQuery(groupList).data?.items
  const types = useQuery(typesQuery).data?.items
  const flows = useQuery(flowsQuery).data?.items
  const save = useSave('/api/v1/sla/policies', policy, ['sla', 'tickets'], 'PATCH')
  const form = useForm({
    initialValues: toForm(policy, calendars[0]?.id ?? null),
    validate: {
      name: (v) => (v.trim() ? null : 'Give it a name'),
      calendarId: (v) => (v ? null : 'Choose a calendar'),
      targets: { response: length, resolution: length },
    },
  })
  const { onSubmit, pending, error, shown } = useSubmit(
    form,
    async (v) => {
      await save.mutateAsync(toBody(v))
      onClose()
    },
    renamed(form.values),
  )
  const statuses = new Map(flows?.flatMap((f) => f.statuses).map((s) => [s.key, s.name]))
  return (
    <FormModal title={policy ? policy.name : 'New policy'} onClose={onClose} size="xl">
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} shownFields={shown}>
        <TextInput data-autofocus label="Name" maxLength={100} {...form.getInputProps('name')} />
        <Switch
          label="In use"
          description="Out of use it is passed over, and nothing else changes."
          {...form.getInputProps('active', { type: 'checkbox' })}
        />
        <Divider label="For which tickets: all of these, where anything is chosen" labelPosition="left" />
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <MultiSelect
            label="Client groups"
            placeholder={form.values.groupIds.length ? undefined : 'All'}
            searchable
            data={choices(groups)}
            {...form.getInputProps('groupIds')}
          />
          <MultiSelect
            label="Priorities"
            placeholder={form.values.priorities.length ? undefined : 'All'}
            data={PRIORITIES.map((p) => ({ value: String(p.value), label: p.label }))}
            {...form.getInputProps('priorities')}
          />
          <MultiSelect
            label="Types"
            placeholder={form.values.typeIds.length ? undefined : 'All'}
            data={choices(usable(types))}
            {...form.getInputProps('typeIds')}
          />
        </SimpleGrid>
        <ClientsField
          ids={form.values.clientIds}
          onChange={(ids) => form.setFieldValue('clientIds', ids)}
          error={form.errors.clientIds}
        />
        <Divider label="How soon" labelPosition="left" />
        <Select
          label="Counts by the calendar"
          allowDeselect={false}
          data={choices(calendars)}
          {...form.getInputProps('calendarId')}
        />
        <Targets form={form} />
        <Divider label="When clocks pause" labelPosition="left" />
        <Radio.Group aria-label="When clocks pause" {...form.getInputProps('pause')}>
          <Stack gap="xs">
            <Radio value="waiting" label="While a ticket waits, in any status that counts as waiting" />
            <Radio value="some" label="Only in these statuses" />
            <Radio value="never" label="Never" />
          </Stack>
        </Radio.Group>
        {form.values.pause === 'some' && (
          <MultiSelect
            label="Statuses that pause"
            data={[...statuses].map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('pauseStatuses')}
          />
        )}
        <Divider label="Before it is late, and when it is" labelPosition="left" />
        <Actions form={form} />
      </FormFrame>
    </FormModal>
  )
}
