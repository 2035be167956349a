import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  SegmentedControl,
  Stack,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { FieldClass } from '../api/types.ts'
import { permissionsQuery } from '../identity/queries.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { call, type Role } from './api.ts'

const CLASSES: { value: FieldClass; label: string; about: string }[] = [
  { value: 'contact', label: 'Contact', about: 'names, telephones, e-mail, addresses' },
  { value: 'demographic', label: 'Demographic', about: 'birth date, sex, language, tags' },
  { value: 'identifier', label: 'Identifiers', about: 'SSN, MRN, member ids, masked' },
  { value: 'clinical', label: 'Clinical', about: 'summary, imported records' },
  { value: 'financial', label: 'Financial', about: 'payer, plan' },
  { value: 'note', label: 'Notes', about: 'notes on clients' },
]
const ACCESS = [
  { value: 'none', label: 'Hidden' },
  { value: 'read', label: 'Read' },
  { value: 'write', label: 'Write' },
]

interface Props {
  role: Role | undefined
  onClose: () => void
  onDelete: (role: Role) => void
}

/** The role editor. */
export function RoleModal({ role, onClose, onDelete }: Props) {
  const known = useQuery(permissionsQuery)
  const form = useForm({
    initialValues: {
      name: role?.name ?? '',
      description: role?.description ?? '',
      permissions: role?.permissions ?? [],
      ipAllowList: role?.ipAllowList ?? [],
      fieldClasses: (role?.fieldClasses ?? {}) as Record<string, string>,
    },
  })
  const save = useMutation({
    mutationFn: (body: object) => call(role ? 'PATCH' : 'POST', role ? `/roles/${role.id}` : '/roles', body),
    meta: { touches: ['roles', 'session'] },
  })
  const { onSubmit, pending, error } = useSubmit(form, async (values) => {
    await save.mutateAsync({
      ...values,
      fieldClasses: Object.fromEntries(Object.entries(values.fieldClasses).filter(([, a]) => a !== 'none')),
    })
    onClose()
  })
  const byResource = Map.groupBy(known.data?.items ?? [], (p) => p.name.split(':')[0]!)
  return (
    <Dialog onClose={onClose} title={role ? role.name : 'New role'} size="xl">
      <form onSubmit={onSubmit}>
        <Stack>
          <ErrorAlert
            error={error ?? known.error}
            shownFields={['name', 'description', 'permissions', 'ipAllowList']}
          />
          <TextInput data-autofocus label="Name" required maxLength={100} {...form.getInputProps('name')} />
          <Textarea
            label="Description (optional)"
            autosize
            minRows={2}
            maxLength={500}
            {...form.getInputProps('description')}
          />
          <Fieldset legend="Which classes of fields it sees">
            <Stack gap="sm">
              {CLASSES.map((c) => (
                <Group key={c.value} justify="space-between" gap="xs">
                  <div>
                    <Text fw={560} id={`class-${c.value}`}>
                      {c.label}
                    </Text>
                    <Text size="sm" c="dimmed">
                      {c.about}
                    </Text>
                  </div>
                  <SegmentedControl
                    aria-labelledby={`class-${c.value}`}
                    data={ACCESS}
                    value={form.values.fieldClasses[c.value] ?? 'none'}
                    onChange={(value) => form.setFieldValue(`fieldClasses.${c.value}`, value)}
                  />
                </Group>
              ))}
            </Stack>
          </Fieldset>
          <Fieldset legend="What it may do">
            <Checkbox.Group {...form.getInputProps('permissions')}>
              <Stack gap="md">
                {[...byResource].map(([resource, permissions]) => (
                  <Stack key={resource} gap={6}>
                    <Text size="sm" c="dimmed" tt="capitalize">
                      {resource.replace('-', ' ')}
                    </Text>
                    {permissions.map((p) => (
                      <Checkbox key={p.name} value={p.name} label={p.description} description={p.name} />
                    ))}
                  </Stack>
                ))}
              </Stack>
            </Checkbox.Group>
          </Fieldset>
          <TagsInput
            label="Only from these addresses (optional)"
            description="Networks such as 10.0.0.0/8. From elsewhere the role gives nothing."
            {...form.getInputProps('ipAllowList')}
          />
          <Group justify="space-between">
            {role && !role.builtIn ? (
              <Button
                variant="subtle"
                color="red"
                onClick={() => {
                  onClose()
                  onDelete(role)
                }}
              >
                Delete
              </Button>
            ) : (
              <span />
            )}
            <Group>
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button type="submit" loading={pending}>
                Save
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
