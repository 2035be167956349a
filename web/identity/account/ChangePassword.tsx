import { Button, Group, PasswordInput, Skeleton, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { refreshSession, useSession } from '../../session/session.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { NewPasswordInput } from '../password/NewPasswordInput.tsx'
import { meetsPolicy } from '../password/policy.ts'
import { passwordPolicyQuery } from '../queries.ts'

/** One's own password. The server asks for the present one, so that an open screen is not enough. */
export function ChangePassword() {
  const { user } = useSession()
  const policy = useQuery(passwordPolicyQuery)
  const form = useForm({ initialValues: { currentPassword: '', newPassword: '' } })
  const { onSubmit, pending, error } = useSubmit(form, async (body) => {
    await ok(api.POST('/api/v1/me/password', { body }))
    form.reset()
    await refreshSession()
    notifications.show({ message: 'Your password is changed' })
  })
  if (policy.error) return <ErrorAlert error={policy.error} onRetry={() => void policy.refetch()} />
  if (!policy.data) return <Skeleton h={120} />
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        <ErrorAlert error={error} shownFields={['currentPassword', 'newPassword']} />
        <TextInput
          value={user.email}
          readOnly
          autoComplete="username"
          display="none"
          aria-hidden
          tabIndex={-1}
        />
        <PasswordInput
          label="Present password"
          autoComplete="current-password"
          required
          {...form.getInputProps('currentPassword')}
        />
        <NewPasswordInput policy={policy.data} {...form.getInputProps('newPassword')} />
        <Group>
          <Button
            type="submit"
            loading={pending}
            disabled={!meetsPolicy(policy.data, form.values.newPassword) || !form.values.currentPassword}
          >
            Change the password
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
