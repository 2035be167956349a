import { Button, Group, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import type { User } from '../../api/types.ts'
import { useMay } from '../../session/session.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { FormSection } from '../../ui/FormSection.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { dateField, endOfDay } from '../../ui/time.ts'
import { useSubmit } from '../../ui/use-submit.ts'
import { AccessFields } from './AccessFields.tsx'

const formOf = (user: User) => ({
  displayName: user.displayName,
  roleIds: user.roles.map((r) => r.id),
  teamIds: user.teams.map((t) => t.id),
  expiresOn: dateField(user.expiresAt),
})

/** Name, roles, teams and end of a user, to read or to change. */
export function UserDetails({ user }: { user: User }) {
  const readOnly = !useMay()('users:manage') || user.status === 'removed'
  const form = useForm({ initialValues: formOf(user) })
  const save = useMutation({
    mutationFn: ({ expiresOn, ...body }: ReturnType<typeof formOf>) =>
      ok(
        api.PATCH('/api/v1/users/{id}', {
          params: { path: { id: user.id } },
          body: { ...body, expiresAt: expiresOn ? endOfDay(expiresOn) : null },
        }),
      ),
    meta: { touches: ['users', 'session'] },
  })
  const { onSubmit, pending, error } = useSubmit(
    form,
    async (values) => {
      await save.mutateAsync(values)
      form.resetDirty(values)
      notifications.show({ message: 'Saved' })
    },
    { expiresAt: 'expiresOn' },
  )
  return (
    <form onSubmit={onSubmit}>
      <FormSection
        title="Access"
        description={
          <>
            Changes take effect with the next request.
            <Text size="sm" mt="xs">
              Last sign-in: <TimeAgo at={user.lastSignInAt} never="never" />
            </Text>
          </>
        }
      >
        <ErrorAlert error={error} shownFields={['displayName', 'roleIds', 'teamIds', 'expiresAt']} />
        <TextInput
          label="Name"
          required
          maxLength={200}
          readOnly={readOnly}
          {...form.getInputProps('displayName')}
        />
        <AccessFields field={(name) => form.getInputProps(name)} readOnly={readOnly} />
        {!readOnly && (
          <Group>
            <Button type="submit" loading={pending} disabled={!form.isDirty()}>
              Save
            </Button>
            {form.isDirty() && (
              <Button variant="subtle" color="gray" onClick={form.reset}>
                Discard
              </Button>
            )}
          </Group>
        )}
      </FormSection>
    </form>
  )
}
