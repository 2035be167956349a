import { Anchor, Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { useWords } from '../../i18n/language.ts'
import { sessionQuery } from '../../session/session.ts'
import { DoorTitle } from '../../shell/door/DoorTitle.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { CodeInput } from '../mfa/CodeInput.tsx'
import { PasskeyButton } from '../passkeys/PasskeyButton.tsx'
import { passkeyAsSecondFactor } from '../passkeys/passkey.ts'
import { RememberDevice } from './RememberDevice.tsx'

/** The second factor: a code from the app, or one of the recovery codes when the app is out of reach. */
export function TotpStep({ onDone }: { onDone: () => Promise<unknown> }) {
  const factors = useQuery(sessionQuery).data?.factors ?? ['totp']
  const [recovery, setRecovery] = useState(false)
  const { t } = useWords('door')
  const [remember, setRemember] = useState(false)
  const app = factors.includes('totp')
  const formRef = useRef<HTMLFormElement>(null)
  const form = useForm({ initialValues: { code: '', recoveryCode: '' } })
  const { onSubmit, pending, error } = useSubmit(form, async ({ code, recoveryCode }) => {
    try {
      await ok(
        api.POST('/api/v1/sign-in/totp', {
          body: recovery ? { recoveryCode: recoveryCode.trim() } : { code, remember },
        }),
      )
    } catch (failure) {
      form.reset()
      throw failure instanceof ApiProblem && failure.slug === 'sign-in-failed'
        ? wrong(t('factor.wrong'), recovery ? t('factor.wrongRecovery') : t('factor.wrongCode'))
        : failure
    }
    await onDone()
  })
  return (
    <form onSubmit={onSubmit} ref={formRef}>
      <Stack>
        <DoorTitle>{recovery ? t('factor.recoveryTitle') : t('factor.title')}</DoorTitle>
        <ErrorAlert error={error} shownFields={['code', 'recoveryCode']} />
        {recovery ? (
          <TextInput
            key="recovery"
            label={t('factor.recoveryCode')}
            description={t('factor.recoveryHint')}
            autoComplete="off"
            autoCapitalize="none"
            autoFocus
            required
            ff="monospace"
            {...form.getInputProps('recoveryCode')}
          />
        ) : !app ? null : (
          <CodeInput
            key="code"
            autoFocus
            {...form.getInputProps('code')}
            onComplete={() => setTimeout(() => formRef.current?.requestSubmit())}
          />
        )}
        {!recovery && <RememberDevice checked={remember} onChange={setRemember} />}
        {(app || recovery) && (
          <Button type="submit" size="md" loading={pending}>
            {t('goOn')}
          </Button>
        )}
        {!recovery && factors.includes('passkey') && (
          <PasskeyButton
            label={t('factor.usePasskey')}
            variant={app ? 'default' : 'filled'}
            {...(app && { or: t('factor.or') })}
            use={async () => {
              await passkeyAsSecondFactor(remember)
              await onDone()
            }}
          />
        )}
        <Anchor component="button" type="button" ta="center" onClick={() => setRecovery(!recovery)}>
          {recovery ? t('factor.back') : app ? t('factor.noApp') : t('factor.noPasskey')}
        </Anchor>
      </Stack>
    </form>
  )
}

/** The refusal, with the words that fit this step. */
const wrong = (title: string, detail: string): ApiProblem =>
  new ApiProblem({ type: 'about:blank/code-failed', title, status: 401, detail })
