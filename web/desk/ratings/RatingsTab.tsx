import { Button, Group, NumberInput, Skeleton, Stack, Switch } from '@mantine/core'
import { useForm } from '@mantine/form'
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import type { Answer } from '../../api/types.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { Section } from '../../ui/Section.tsx'
import { useSubmit } from '../../ui/use-submit.ts'

type Settings = Answer<'/api/v1/rating-settings', 'get'>

const settingsQuery = queryOptions({
  queryKey: ['desk', 'ratings'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/rating-settings', { signal })),
})

/** Whether requesters are asked how content they are. */
export function RatingsTab() {
  const settings = useQuery(settingsQuery)
  return (
    <Section
      title="Satisfaction"
      description="When a ticket is resolved or closed its requester is asked how it went: in the portal, and by a link in an e-mail that tells the ticket’s number alone. Whoever reopens one is asked again."
    >
      {settings.error && !settings.data && (
        <ErrorAlert error={settings.error} onRetry={() => void settings.refetch()} />
      )}
      {settings.data ? <Form key={settings.data.version} settings={settings.data} /> : <Skeleton h={180} />}
    </Section>
  )
}

function Form({ settings }: { settings: Settings }) {
  const { version, ...initialValues } = settings
  const form = useForm({ initialValues })
  const save = useMutation({
    mutationFn: (body: typeof initialValues) =>
      ok(api.PUT('/api/v1/rating-settings', { body, headers: { 'If-Match': `"${version}"` } })),
    meta: { touches: ['desk'] },
  })
  const { onSubmit, pending, error, shown } = useSubmit(form, (v) => save.mutateAsync(v))
  return (
    <form onSubmit={onSubmit}>
      <Stack maw={420}>
        <Switch label="Ask requesters" {...form.getInputProps('enabled', { type: 'checkbox' })} />
        <NumberInput
          label="A rating may be changed for (days)"
          min={0}
          max={90}
          allowDecimal={false}
          {...form.getInputProps('changeDays')}
        />
        <NumberInput
          label="A link in an e-mail opens for (days)"
          min={1}
          max={90}
          allowDecimal={false}
          {...form.getInputProps('linkDays')}
        />
        <ErrorAlert error={error} shownFields={shown} />
        <Group>
          <Button type="submit" loading={pending} disabled={!form.isDirty()}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
