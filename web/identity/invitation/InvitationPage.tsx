import { Button, Center, Loader, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { takeFragment } from '../../api/fragment.ts'
import { ApiProblem } from '../../api/problem.ts'
import type { PasswordPolicy } from '../../api/types.ts'
import { refreshSession } from '../../session/session.ts'
import { DoorTitle } from '../../shell/door/DoorTitle.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { NewPasswordInput } from '../password/NewPasswordInput.tsx'
import { meetsPolicy } from '../password/policy.ts'

/** Where an invitation leads: choose a password, then set up the second factor. */
export function InvitationPage() {
  const [token] = useState(() => takeFragment('invite'))
  const invitation = useQuery({
    queryKey: ['invitation'],
    queryFn: () => ok(api.POST('/api/v1/invitations/open', { body: { token } })),
    enabled: token !== '',
    retry: false,
  })
  if (
    !token ||
    (invitation.error instanceof ApiProblem && invitation.error.status < 500 && invitation.error.status > 0)
  ) {
    return (
      <DoorTitle hint="Invitations work once and for a few days. Ask whoever invited you for a new one, and open the whole link.">
        This invitation does not work
      </DoorTitle>
    )
  }
  if (invitation.error)
    return <ErrorAlert error={invitation.error} onRetry={() => void invitation.refetch()} />
  if (!invitation.data) {
    return (
      <Center py="xl">
        <Loader aria-label="Loading" />
      </Center>
    )
  }
  return <Accept token={token} {...invitation.data} />
}

interface AcceptProps {
  token: string
  email: string
  displayName: string
  organizationName: string
  passwordPolicy: PasswordPolicy
}

function Accept({ token, email, organizationName, passwordPolicy, ...invited }: AcceptProps) {
  const navigate = useNavigate()
  const form = useForm({ initialValues: { displayName: invited.displayName, password: '' } })
  const { onSubmit, pending, error } = useSubmit(form, async ({ displayName, password }) => {
    await ok(
      api.POST('/api/v1/invitations/accept', { body: { token, password, displayName: displayName.trim() } }),
    )
    await refreshSession()
    await navigate({ to: '/sign-in', replace: true })
  })
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        <DoorTitle hint="Choose the password you will sign in with. Then you set up an authenticator app.">
          {`Welcome to ${organizationName}`}
        </DoorTitle>
        <ErrorAlert error={error} shownFields={['displayName', 'password']} />
        <TextInput label="You sign in as" value={email} readOnly autoComplete="username" variant="filled" />
        <TextInput
          label="Your name"
          autoComplete="name"
          required
          maxLength={200}
          {...form.getInputProps('displayName')}
        />
        <NewPasswordInput policy={passwordPolicy} label="Your password" {...form.getInputProps('password')} />
        <Button
          type="submit"
          size="md"
          loading={pending}
          disabled={!meetsPolicy(passwordPolicy, form.values.password)}
        >
          Accept the invitation
        </Button>
      </Stack>
    </form>
  )
}
