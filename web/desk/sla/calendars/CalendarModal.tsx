import { ActionIcon, Button, Group, Input, Stack, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useSave } from '../../../api/use-save.ts'
import { FormFrame } from '../../../clients/edit/FormFrame.tsx'
import { FormModal } from '../../../clients/edit/FormModal.tsx'
import { TimeZoneSelect } from '../../../ui/TimeZoneSelect.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import type { Calendar } from '../queries.ts'
import classes from './CalendarModal.module.css'
import { HoursField } from './HoursField.tsx'
import { DAYS, type Day, type Hours } from './hours.ts'

const office = (): Hours[] => [{ from: '08:00', to: '18:00' }]
const OFFICE_DAYS: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri']

const weekOf = (calendar: Calendar | undefined) =>
  Object.fromEntries(
    DAYS.map(([day]) => [
      day,
      calendar ? (calendar.weekly[day] ?? []) : OFFICE_DAYS.includes(day) ? office() : [],
    ]),
  ) as Record<Day, Hours[]>

/** The editor of a calendar: by which clock, when in a week, and on which days not. */
export function CalendarModal(props: { calendar: Calendar | undefined; onClose: () => void }) {
  const { calendar, onClose } = props
  const save = useSave('/api/v1/sla/calendars', calendar, ['sla'], 'PATCH')
  const form = useForm({
    initialValues: {
      name: calendar?.name ?? '',
      timeZone: calendar?.timeZone ?? null,
      alwaysOpen: calendar?.alwaysOpen ?? false,
      weekly: weekOf(calendar),
      holidays: (calendar?.holidays ?? []).map((h) => ({ ...h, uid: crypto.randomUUID() })),
    },
    validate: {
      name: (v) => (v.trim() ? null : 'Give it a name'),
      holidays: {
        date: (v) => (v ? null : 'Choose a day'),
        name: (v) => (v.trim() ? null : 'Say what day it is'),
      },
    },
  })
  const { onSubmit, pending, error, shown } = useSubmit(form, async ({ holidays, ...v }) => {
    await save.mutateAsync({ ...v, holidays: holidays.map(({ uid: _, ...h }) => h) })
    onClose()
  })
  const { weekly, holidays, alwaysOpen } = form.values
  const copyMonday = () => {
    for (const day of OFFICE_DAYS.slice(1))
      form.setFieldValue(
        `weekly.${day}`,
        weekly.mon.map((h) => ({ ...h })),
      )
    form.clearErrors()
  }
  return (
    <FormModal title={calendar ? calendar.name : 'New calendar'} onClose={onClose} size="xl">
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} shownFields={shown}>
        <TextInput data-autofocus label="Name" maxLength={100} {...form.getInputProps('name')} />
        <TimeZoneSelect
          label="Time zone (optional)"
          placeholder="The organization’s"
          clearable
          {...form.getInputProps('timeZone')}
        />
        <Switch label="Open around the clock" {...form.getInputProps('alwaysOpen', { type: 'checkbox' })} />
        {!alwaysOpen && (
          <Input.Wrapper
            label="Hours of the week"
            labelElement="div"
            description="Several a day, also past midnight: 22:00 – 06:00. A whole day is 00:00 – 24:00."
            error={form.errors.weekly}
          >
            <dl className={classes.week}>
              {DAYS.map(([day, name]) => (
                <div key={day}>
                  <dt>{name}</dt>
                  <dd>
                    <HoursField
                      form={form}
                      path={`weekly.${day}`}
                      of={name}
                      hours={weekly[day]}
                      none="Closed"
                    />
                  </dd>
                </div>
              ))}
            </dl>
            <Button size="xs" variant="default" onClick={copyMonday}>
              Monday’s hours until Friday
            </Button>
          </Input.Wrapper>
        )}
        <Input.Wrapper
          label="Holidays"
          labelElement="div"
          description="Nothing counts on these days, or only the hours that you give."
        >
          <Stack gap="sm" mt={6}>
            {holidays.map((h, at) => (
              <div key={h.uid} className={classes.holiday}>
                <TextInput
                  type="date"
                  aria-label={`Day of holiday ${at + 1}`}
                  {...form.getInputProps(`holidays.${at}.date`)}
                />
                <TextInput
                  aria-label={`Name of holiday ${at + 1}`}
                  placeholder="Such as Thanksgiving"
                  maxLength={100}
                  {...form.getInputProps(`holidays.${at}.name`)}
                />
                <ActionIcon
                  aria-label={`Remove ${h.name || `holiday ${at + 1}`}`}
                  onClick={() => form.removeListItem('holidays', at)}
                >
                  <IconTrash size={16} />
                </ActionIcon>
                <div className={classes.hours}>
                  <HoursField
                    form={form}
                    path={`holidays.${at}.hours`}
                    of={h.name || `holiday ${at + 1}`}
                    hours={h.hours}
                    none="Closed all day"
                  />
                </div>
              </div>
            ))}
          </Stack>
        </Input.Wrapper>
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={17} />}
            onClick={() =>
              form.insertListItem('holidays', { uid: crypto.randomUUID(), date: '', name: '', hours: [] })
            }
          >
            Add a holiday
          </Button>
        </Group>
      </FormFrame>
    </FormModal>
  )
}
