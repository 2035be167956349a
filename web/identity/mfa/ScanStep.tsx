import { Button, Center, Loader, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useWords } from '../../i18n/language.ts'
import { DoorTitle } from '../../shell/door/DoorTitle.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { deviceName } from '../account/device.ts'
import { PasskeyButton } from '../passkeys/PasskeyButton.tsx'
import { enrolPasskey } from '../passkeys/passkey.ts'
import { RememberDevice } from '../sign-in/RememberDevice.tsx'
import { CodeInput } from './CodeInput.tsx'
import { Secret } from './Secret.tsx'

/** Shows the secret as a QR code and as text, and has it confirmed by a first code. */
export function ScanStep({ onConfirmed }: { onConfirmed: (recoveryCodes: string[]) => void }) {
  const { t } = useWords('door')
  const formRef = useRef<HTMLFormElement>(null)
  const secret = useQuery({
    queryKey: ['mfa', 'secret'],
    queryFn: () => ok(api.POST('/api/v1/mfa/totp', { body: {} })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
  const form = useForm({ initialValues: { code: '' } })
  const [remember, setRemember] = useState(false)
  const { onSubmit, pending, error } = useSubmit(form, async ({ code }) => {
    const body = { code, remember }
    const { recoveryCodes } = await ok(api.POST('/api/v1/mfa/totp/confirm', { body })).catch(
      (failure: unknown) => {
        form.reset()
        throw failure
      },
    )
    onConfirmed(recoveryCodes)
  })
  if (secret.error) return <ErrorAlert error={secret.error} onRetry={() => void secret.refetch()} />
  if (!secret.data) {
    return (
      <Center py="xl">
        <Loader aria-label={t('loading')} />
      </Center>
    )
  }
  return (
    <form onSubmit={onSubmit} ref={formRef}>
      <Stack>
        <DoorTitle hint={t('enrol.hint')}>{t('enrol.title')}</DoorTitle>
        <Secret value={secret.data} />
        <ErrorAlert error={error} shownFields={['code']} />
        <CodeInput
          label={t('enrol.code')}
          {...form.getInputProps('code')}
          onComplete={() => setTimeout(() => formRef.current?.requestSubmit())}
        />
        <RememberDevice checked={remember} onChange={setRemember} />
        <Button type="submit" size="md" loading={pending}>
          {t('enrol.confirm')}
        </Button>
        <PasskeyButton
          label={t('enrol.passkey')}
          or={t('enrol.orPasskey')}
          use={async () => onConfirmed(await enrolPasskey(deviceName(navigator.userAgent), remember))}
        />
      </Stack>
    </form>
  )
}
