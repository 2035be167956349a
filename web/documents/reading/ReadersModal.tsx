import { MultiSelect, Progress, Skeleton, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { useMay } from '../../session/session.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { dayAndTime } from '../../ui/time.ts'
import { useSubmit } from '../../ui/use-submit.ts'
import { documentsChanged } from '../queries.ts'
import { type Readers, readersQuery } from './queries.ts'

interface Props {
  document: { id: string; name: string }
  onClose: () => void
}

/** Who is to read a document, who has, and who has not yet. */
export function ReadersModal({ document: d, onClose }: Props) {
  const readers = useQuery(readersQuery(d.id))
  return (
    <Dialog onClose={onClose} title="Required reading" size="lg">
      <ErrorAlert error={readers.error} onRetry={() => void readers.refetch()} />
      {readers.data ? (
        <Stack>
          <AudienceForm id={d.id} readers={readers.data} onClose={onClose} />
          {readers.data.people.length > 0 && <People readers={readers.data} />}
        </Stack>
      ) : (
        !readers.error && <Skeleton h={200} />
      )}
    </Dialog>
  )
}

function AudienceForm({ id, readers, onClose }: { id: string; readers: Readers; onClose: () => void }) {
  const may = useMay()
  const named = (path: '/api/v1/teams' | '/api/v1/roles', allowed: boolean) =>
    ({
      queryKey: [path.split('/').at(-1), 'names'],
      queryFn: ({ signal }: { signal: AbortSignal }) => ok(api.GET(path, { signal })),
      enabled: allowed,
    }) as const
  const teams = useQuery(named('/api/v1/teams', may('teams:read')))
  const roles = useQuery(named('/api/v1/roles', may('roles:read')))
  const a = readers.audience
  const form = useForm({
    initialValues: {
      everybody: a?.everybody ?? false,
      portal: a?.portal ?? false,
      teamIds: a?.teamIds ?? [],
      roleIds: a?.roleIds ?? [],
      dueOn: a?.dueOn ?? '',
    },
  })
  const { onSubmit, pending, error, shown } = useSubmit(form, async ({ dueOn, ...who }) => {
    await ok(
      api.PUT('/api/v1/documents/{id}/reading', {
        params: { path: { id } },
        body: { ...who, userIds: a?.userIds ?? [], dueOn: dueOn || null },
      }),
    )
    await documentsChanged()
  })
  const options = (list: { items: { id: string; name: string }[] } | undefined) =>
    (list?.items ?? []).map((x) => ({ value: x.id, label: x.name }))
  return (
    <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} shownFields={shown}>
      <Switch label="Everybody who works here" {...form.getInputProps('everybody', { type: 'checkbox' })} />
      <Switch
        label="People of the portal who see it"
        {...form.getInputProps('portal', { type: 'checkbox' })}
      />
      {may('teams:read') && (
        <MultiSelect
          label="Teams"
          data={options(teams.data)}
          searchable
          hidePickedOptions
          {...form.getInputProps('teamIds')}
        />
      )}
      {may('roles:read') && (
        <MultiSelect
          label="Roles"
          data={options(roles.data)}
          searchable
          hidePickedOptions
          {...form.getInputProps('roleIds')}
        />
      )}
      <TextInput type="date" label="Until (optional)" {...form.getInputProps('dueOn')} />
    </FormFrame>
  )
}

function People({ readers: r }: { readers: Readers }) {
  const all = r.done + r.open
  return (
    <div>
      <Text fw={560}>
        {r.done} of {all} have read it
      </Text>
      <Progress value={(r.done / all) * 100} my="xs" aria-label="How many have read it" />
      <ul style={{ margin: 0, paddingLeft: 18, maxHeight: 280, overflow: 'auto' }}>
        {r.people.map((p) => (
          <li key={p.userId}>
            {p.name}:{' '}
            <Text span c={p.n === null ? 'red.7' : 'dimmed'}>
              {p.n === null ? 'not yet' : `version ${p.n}, ${dayAndTime(p.at!)}`}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  )
}
