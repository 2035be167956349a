import { Button, Center, Loader, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { takeFragment } from '../../api/fragment.ts'
import { ApiProblem } from '../../api/problem.ts'
import type { PasswordPolicy } from '../../api/types.ts'
import { useWords } from '../../i18n/language.ts'
import { refreshSession } from '../../session/session.ts'
import { DoorTitle } from '../../shell/door/DoorTitle.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { NewPasswordInput } from '../password/NewPasswordInput.tsx'
import { meetsPolicy } from '../password/policy.ts'

/** Where an invitation leads: choose a password, then set up the second factor. */
export function InvitationPage() {
  const { t } = useWords('door')
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
    return <DoorTitle hint={t('invitation.brokenHint')}>{t('invitation.broken')}</DoorTitle>
  }
  if (invitation.error)
    return <ErrorAlert error={invitation.error} onRetry={() => void invitation.refetch()} />
  if (!invitation.data) {
    return (
      <Center py="xl">
        <Loader aria-label={t('loading')} />
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
  const { t } = useWords('door')
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
        <DoorTitle hint={t('invitation.hint')}>
          {t('invitation.title', { organization: organizationName })}
        </DoorTitle>
        <ErrorAlert error={error} shownFields={['displayName', 'password']} />
        <TextInput
          label={t('invitation.signInAs')}
          value={email}
          readOnly
          autoComplete="username"
          variant="filled"
        />
        <TextInput
          label={t('invitation.name')}
          autoComplete="name"
          required
          maxLength={200}
          {...form.getInputProps('displayName')}
        />
        <NewPasswordInput
          policy={passwordPolicy}
          label={t('invitation.password')}
          {...form.getInputProps('password')}
        />
        <Button
          type="submit"
          size="md"
          loading={pending}
          disabled={!meetsPolicy(passwordPolicy, form.values.password)}
        >
          {t('invitation.accept')}
        </Button>
      </Stack>
    </form>
  )
}
