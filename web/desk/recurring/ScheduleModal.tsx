import { Group, Input, NumberInput, Select, SimpleGrid, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useSave } from '../../api/use-save.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { FormModal } from '../../clients/edit/FormModal.tsx'
import { TimeZoneSelect } from '../../ui/TimeZoneSelect.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { choices, usable } from '../settings/queries.ts'
import { WouldDoNothing } from '../settings/SavedBy.tsx'
import { ClientsField } from '../sla/policies/ClientsField.tsx'
import { templatesQuery } from '../templates/queries.ts'
import { toBody, toForm, UNITS } from './form.ts'
import { Next } from './Next.tsx'
import { OnDays } from './OnDays.tsx'
import type { Schedule } from './queries.ts'

interface Props {
  schedule: Schedule | undefined
  onClose: () => void
}

/** Where the form has what the API calls by its place within the times. */
const RENAMED = Object.fromEntries(
  ['every', 'unit', 'weekdays', 'monthDay', 'starts', 'time', 'timeZone'].map((f) => [`times.${f}`, f]),
)
const today = () => new Date().toLocaleDateString('sv-SE')

/** The editor of a recurring ticket: what, for whom, and when. */
export function ScheduleModal({ schedule, onClose }: Props) {
  const templates = useQuery(templatesQuery).data?.items
  const save = useSave('/api/v1/ticket-schedules', schedule, ['desk'])
  const form = useForm({
    initialValues: toForm(schedule, today(), Intl.DateTimeFormat().resolvedOptions().timeZone),
    validate: {
      name: (v) => (v.trim() ? null : 'Give it a name'),
      templateId: (v) => (v ? null : 'Choose what it opens'),
      every: (v) => (Number(v) >= 1 ? null : 'Say how often'),
      starts: (v) => (v ? null : 'Choose a day'),
      weekdays: (v, all) => (all.unit !== 'week' || v.length ? null : 'Choose a day'),
    },
  })
  const { onSubmit, pending, error, shown } = useSubmit(
    form,
    async (v) => {
      await save.mutateAsync(toBody(v))
      onClose()
    },
    RENAMED,
  )
  const { clientId } = form.values
  return (
    <FormModal title={schedule ? schedule.name : 'New recurring ticket'} onClose={onClose}>
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} shownFields={shown}>
        <WouldDoNothing needs="tickets:create" what="open tickets" />
        <TextInput
          data-autofocus
          label="Name"
          description="It becomes the subject where the template has none. Nothing about a patient."
          maxLength={100}
          {...form.getInputProps('name')}
        />
        <Select
          label="Template"
          description="As it is when the ticket is opened."
          searchable
          allowDeselect={false}
          data={choices(usable(templates, schedule?.templateId))}
          {...form.getInputProps('templateId')}
        />
        <ClientsField
          one
          ids={clientId ? [clientId] : []}
          onChange={(ids) => form.setFieldValue('clientId', ids.at(-1) ?? null)}
          error={form.errors.clientId}
        />
        <Input.Wrapper label="Every" labelElement="div">
          <Group gap="xs" align="flex-start" wrap="nowrap">
            <NumberInput
              aria-label="How many"
              min={1}
              max={60}
              allowDecimal={false}
              w={90}
              {...form.getInputProps('every')}
            />
            <Select
              aria-label="Days, weeks or months"
              allowDeselect={false}
              data={UNITS}
              flex={1}
              {...form.getInputProps('unit')}
            />
          </Group>
        </Input.Wrapper>
        <OnDays form={form} />
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <TextInput label="At" placeholder="08:00" maxLength={5} {...form.getInputProps('time')} />
          <TimeZoneSelect label="Time zone" allowDeselect={false} {...form.getInputProps('timeZone')} />
          <TextInput type="date" label="From" max="9999-12-31" {...form.getInputProps('starts')} />
        </SimpleGrid>
        <Switch
          label="Paused"
          description="Nothing is opened meanwhile, nor made up for after."
          {...form.getInputProps('paused', { type: 'checkbox' })}
        />
        <Next values={form.values} />
      </FormFrame>
    </FormModal>
  )
}
