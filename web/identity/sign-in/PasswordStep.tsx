import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { api, ok } from '../../api/client.ts'
import { useWords } from '../../i18n/language.ts'
import { DoorTitle } from '../../shell/door/DoorTitle.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { PasskeyButton } from '../passkeys/PasskeyButton.tsx'
import { signInWithPasskey } from '../passkeys/passkey.ts'

/** E-mail and password. A wrong one of either gets the same words, whether the account exists or not. */
export function PasswordStep({ onDone }: { onDone: () => Promise<unknown> }) {
  const { t } = useWords('door')
  const form = useForm({ initialValues: { email: '', password: '' } })
  const { onSubmit, pending, error } = useSubmit(form, async (values) => {
    await ok(api.POST('/api/v1/sign-in', { body: { ...values, email: values.email.trim() } }))
    await onDone()
  })
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        <DoorTitle>{t('signIn.title')}</DoorTitle>
        <ErrorAlert error={error} shownFields={['email', 'password']} />
        <TextInput
          label={t('signIn.email')}
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          autoFocus
          required
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          required
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" loading={pending} mt={4}>
          {t('signIn.title')}
        </Button>
        <PasskeyButton
          label={t('signIn.passkey')}
          or={t('factor.or')}
          use={async () => {
            await signInWithPasskey()
            await onDone()
          }}
        />
      </Stack>
    </form>
  )
}
