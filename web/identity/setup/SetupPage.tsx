import { Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { takeFragment } from '../../api/fragment.ts'
import { queryClient } from '../../api/query-client.ts'
import { refreshSession } from '../../session/session.ts'
import { DoorTitle } from '../../shell/door/DoorTitle.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { NewPasswordInput } from '../password/NewPasswordInput.tsx'
import { meetsPolicy } from '../password/policy.ts'
import { STARTING_POLICY } from './starting-policy.ts'

/** The first account of a fresh server, for whoever has the link that it printed. */
export function SetupPage() {
  const [setupToken] = useState(() => takeFragment('setup'))
  const navigate = useNavigate()
  const status = useQuery({ queryKey: ['setup'], queryFn: () => ok(api.GET('/api/v1/setup')) })
  const form = useForm({ initialValues: { organizationName: '', displayName: '', email: '', password: '' } })
  const { onSubmit, pending, error } = useSubmit(form, async (values) => {
    await ok(api.POST('/api/v1/setup', { body: { setupToken, ...values, email: values.email.trim() } }))
    await refreshSession()
    queryClient.removeQueries({ queryKey: ['setup'] })
    await navigate({ to: '/sign-in', replace: true })
  })

  if (status.data && !status.data.needed) {
    return (
      <Stack>
        <DoorTitle hint="Somebody has made the first account already.">Wellkeep is set up</DoorTitle>
        <Button component={Link} to="/sign-in" size="md">
          Sign in
        </Button>
      </Stack>
    )
  }
  if (!setupToken)
    return (
      <DoorTitle hint="Open the whole link that the server printed when it started: it ends with # and a long code.">
        This link is not complete
      </DoorTitle>
    )
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        <DoorTitle hint="You will be its first administrator. Roles, teams and policies come next.">
          Set up your organization
        </DoorTitle>
        <ErrorAlert
          error={error ?? status.error}
          shownFields={['organizationName', 'displayName', 'email', 'password']}
        />
        <TextInput
          label="Name of the organization"
          autoComplete="organization"
          autoFocus
          required
          maxLength={200}
          {...form.getInputProps('organizationName')}
        />
        <TextInput
          label="Your name"
          autoComplete="name"
          required
          maxLength={200}
          {...form.getInputProps('displayName')}
        />
        <TextInput
          label="Your e-mail address"
          type="email"
          autoComplete="username"
          required
          maxLength={254}
          {...form.getInputProps('email')}
        />
        <NewPasswordInput
          policy={STARTING_POLICY}
          label="Your password"
          {...form.getInputProps('password')}
        />
        <Button
          type="submit"
          size="md"
          loading={pending}
          disabled={!meetsPolicy(STARTING_POLICY, form.values.password)}
        >
          Make the first account
        </Button>
      </Stack>
    </form>
  )
}
