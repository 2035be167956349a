import { Button, Group, Select, SimpleGrid, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import { useMay } from '../session/session.ts'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { endOfDay, exactTime } from '../ui/time.ts'
import { useSubmit } from '../ui/use-submit.ts'
import { absenceQuery, colleaguesQuery } from './queries.ts'

const today = () => new Date().toLocaleDateString('sv-SE')

/** When one is away, and who covers. */
export function Absence() {
  const state = useQuery(absenceQuery)
  const colleagues = useQuery({ ...colleaguesQuery, enabled: useMay()('messages:write') })
  const form = useForm({ initialValues: { from: today(), until: today(), coverId: null as string | null } })
  const back = useMutation({
    mutationFn: () => ok(api.DELETE('/api/v1/me/absence')),
    meta: { touches: ['me', 'threads'] },
    onSuccess: () => void notifications.show({ message: 'Welcome back' }),
  })
  const { onSubmit, pending, error } = useSubmit(form, async ({ from, until, coverId }) => {
    const body = { from: new Date(`${from}T00:00`).toISOString(), until: endOfDay(until), coverId }
    await ok(api.PUT('/api/v1/me/absence', { body }))
    await state.refetch()
    notifications.show({ message: 'Saved' })
  })
  if (state.error) return <ErrorAlert error={state.error} onRetry={() => void state.refetch()} />
  if (!state.data) return <Skeleton h={80} />
  const { absence } = state.data
  if (absence)
    return (
      <Stack>
        <Text>
          You are away from {exactTime(absence.from)} until {exactTime(absence.until)}.{' '}
          {absence.cover ? `${absence.cover.name} covers.` : 'Nobody covers.'}
        </Text>
        <ErrorAlert error={back.error} />
        <Group>
          <Button variant="default" loading={back.isPending} onClick={() => back.mutate()}>
            I am back
          </Button>
        </Group>
      </Stack>
    )
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        <ErrorAlert error={error} shownFields={['from', 'until', 'coverId']} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput type="date" label="From" required {...form.getInputProps('from')} />
          <TextInput type="date" label="Until the end of" required {...form.getInputProps('until')} />
        </SimpleGrid>
        <Select
          label="Who covers? (optional)"
          clearable
          searchable
          data={(colleagues.data?.items ?? []).map((c) => ({ value: c.id, label: c.name }))}
          {...form.getInputProps('coverId')}
        />
        <Group>
          <Button type="submit" variant="default" loading={pending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
