import { Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api, ok } from '../api/client.ts'
import { takeFragment } from '../api/fragment.ts'
import type { Answer } from '../api/types.ts'
import { useWords } from '../i18n/language.ts'
import { NewPasswordInput } from '../identity/password/NewPasswordInput.tsx'
import { meetsPolicy } from '../identity/password/policy.ts'
import { refreshSession } from '../session/session.ts'
import { DoorTitle } from '../shell/door/DoorTitle.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { useSubmit } from '../ui/use-submit.ts'

type Invitation = Answer<'/api/v1/invitations/open', 'post'>
interface Opened {
  token: string
  invitation: Invitation
}

/** Where an invitation to the portal leads, by its link or by the code that somebody read out or printed. */
export function JoinPage() {
  const [opened, setOpened] = useState<Opened>()
  if (opened) return <Accept {...opened} />
  return <Enter onOpened={setOpened} />
}

function Enter({ onOpened }: { onOpened: (o: Opened) => void }) {
  const { t } = useWords('portal')
  const [linked] = useState(() => takeFragment('join'))
  const form = useForm({ initialValues: { token: linked } })
  const { onSubmit, pending, error } = useSubmit(form, async ({ token }) => {
    const invitation = await ok(api.POST('/api/v1/invitations/open', { body: { token: token.trim() } }))
    onOpened({ token: token.trim(), invitation })
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for whoever came by the link
  useEffect(() => {
    if (linked) onSubmit()
  }, [])
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        <DoorTitle hint={t('join.enterHint')}>{t('join.enter')}</DoorTitle>
        <ErrorAlert error={error} shownFields={['token']} />
        <TextInput
          label={t('join.code')}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          inputMode="text"
          ff="monospace"
          required
          minLength={12}
          maxLength={100}
          {...form.getInputProps('token')}
        />
        <Button type="submit" size="md" loading={pending}>
          {t('join.goOn')}
        </Button>
      </Stack>
    </form>
  )
}

function Accept({ token, invitation }: Opened) {
  const { t } = useWords('portal')
  const navigate = useNavigate()
  const form = useForm({ initialValues: { password: '' } })
  const { onSubmit, pending, error } = useSubmit(form, async ({ password }) => {
    await ok(api.POST('/api/v1/invitations/accept', { body: { token, password } }))
    await refreshSession()
    await navigate({ to: '/sign-in', search: { next: '/portal' }, replace: true })
  })
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        <DoorTitle hint={t('join.welcomeHint', { organization: invitation.organizationName })}>
          {t('join.welcome', { name: invitation.displayName })}
        </DoorTitle>
        <ErrorAlert error={error} shownFields={['password']} />
        <TextInput
          label={t('join.signInAs')}
          value={invitation.email}
          readOnly
          autoComplete="username"
          variant="filled"
        />
        <NewPasswordInput
          policy={invitation.passwordPolicy}
          label={t('join.password')}
          {...form.getInputProps('password')}
        />
        <Button
          type="submit"
          size="md"
          loading={pending}
          disabled={!meetsPolicy(invitation.passwordPolicy, form.values.password)}
        >
          {t('join.accept')}
        </Button>
      </Stack>
    </form>
  )
}
