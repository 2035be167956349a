import { Button, Group, Modal, MultiSelect, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { useSession } from '../../session/session.ts'
import { CopyOnce } from '../../ui/CopyOnce.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { permissionsQuery } from '../queries.ts'

const LIFETIMES = [
  { value: '7', label: 'A week' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
]
const DAY = 86_400_000

export function NewTokenModal({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="New service token" size="lg" closeOnClickOutside={false}>
      {opened && <Body onClose={onClose} />}
    </Modal>
  )
}

function Body({ onClose }: { onClose: () => void }) {
  const { user, permissions } = useSession()
  const known = useQuery(permissionsQuery)
  const people = useQuery({
    queryKey: ['users', 'choices'],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/users', { params: { query: { status: 'active', limit: 100 } }, signal })),
    enabled: permissions.includes('users:read') && permissions.includes('roles:manage'),
  })
  const form = useForm({
    initialValues: { name: '', userId: user.id, scopes: [] as string[], days: '90' },
    validate: { scopes: (scopes) => (scopes.length === 0 ? 'Choose at least one scope' : null) },
  })
  const create = useMutation({
    mutationFn: ({ days, ...body }: typeof form.values) =>
      ok(
        api.POST('/api/v1/tokens', {
          body: { ...body, expiresAt: new Date(Date.now() + Number(days) * DAY).toISOString() },
        }),
      ),
    meta: { touches: ['tokens'] },
  })
  const { onSubmit, pending, error } = useSubmit(form, (values) => create.mutateAsync(values), {
    expiresAt: 'days',
  })

  if (create.data) {
    return (
      <Stack>
        <CopyOnce label={`The token of ${create.data.name}`} value={create.data.token}>
          Put it into the program’s own secret store now. It is shown only this once; whoever has it can do
          what its scopes allow.
        </CopyOnce>
        <Group justify="flex-end">
          <Button onClick={onClose}>Done</Button>
        </Group>
      </Stack>
    )
  }
  const services = people.data?.items.filter((u) => u.kind === 'service') ?? []
  const choices = [
    { value: user.id, label: `${user.displayName} (you)` },
    ...services.map((u) => ({ value: u.id, label: u.displayName })),
  ]
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        <ErrorAlert error={error ?? known.error} shownFields={['name', 'userId', 'scopes', 'expiresAt']} />
        <TextInput
          data-autofocus
          label="Name"
          description="The program it is for."
          required
          maxLength={100}
          {...form.getInputProps('name')}
        />
        <Select
          label="Acts as"
          description="It can do no more than this user may."
          data={choices}
          searchable
          allowDeselect={false}
          {...form.getInputProps('userId')}
        />
        <MultiSelect
          label="Scopes"
          description="The least that the program needs."
          data={known.data?.items.map((p) => ({ value: p.name, label: `${p.name}: ${p.description}` })) ?? []}
          searchable
          required
          hidePickedOptions
          {...form.getInputProps('scopes')}
        />
        <Select
          label="Ends after"
          data={LIFETIMES}
          allowDeselect={false}
          maw={240}
          {...form.getInputProps('days')}
        />
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={pending}>
            Make the token
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
