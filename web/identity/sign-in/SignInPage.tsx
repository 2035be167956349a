import { Alert, Button, Center, Loader, Stack } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { onSignal } from '../../api/signals.ts'
import { useWords } from '../../i18n/language.ts'
import { signOut } from '../../session/leave.ts'
import { refreshSession, sessionQuery } from '../../session/session.ts'
import { onTabMessage } from '../../session/tabs.ts'
import { DoorTitle } from '../../shell/door/DoorTitle.tsx'
import { forgetStorage } from '../../shell/service-worker.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { EnrolTotp } from '../mfa/EnrolTotp.tsx'
import { arrive } from './arrive.ts'
import { ChangePasswordStep } from './ChangePasswordStep.tsx'
import { PasswordStep } from './PasswordStep.tsx'
import { TotpStep } from './TotpStep.tsx'

const route = getRouteApi('/door/sign-in')

/** The way in, step by step. Where it stands is the server's knowledge, so that a reload goes on from there. */
export function SignInPage() {
  const { ended, next } = route.useSearch()
  const { t } = useWords('door')
  const router = useRouter()
  const session = useQuery(sessionQuery)
  const setup = useQuery({
    queryKey: ['setup'],
    queryFn: () => ok(api.GET('/api/v1/setup')),
    enabled: session.data === null,
  })
  const [saving, setSaving] = useState(false)
  const stage = saving ? 'enrol-totp' : session.data?.stage
  const go = () => arrive(router, next)

  useEffect(() => {
    if (stage === 'full') void arrive(router, next)
    return onTabMessage((message) => message === 'signed-in' && !saving && void arrive(router, next))
  }, [router, stage, next, saving])

  const nobody = session.data === null
  useEffect(() => {
    if (nobody) forgetStorage()
  }, [nobody])

  // A half-finished sign-in that the server ended (a lock, a time-out) begins anew.
  useEffect(() => onSignal('signed-out', () => void refreshSession()), [])

  if (session.error) return <ErrorAlert error={session.error} onRetry={() => void session.refetch()} />
  if (session.isPending || stage === 'full') {
    return (
      <Center py="xl">
        <Loader aria-label={t('loading')} />
      </Center>
    )
  }
  if (!stage && setup.data?.needed) return <NotSetUp />
  return (
    <Stack gap="lg">
      {!stage && ended && (
        <Alert color="blue" icon={<IconInfoCircle size={18} />} role="status">
          {t(`ended.${ended}`)}
        </Alert>
      )}
      {!stage && <PasswordStep onDone={go} />}
      {stage === 'totp' && <TotpStep onDone={go} />}
      {stage === 'enrol-totp' && <EnrolTotp onConfirmed={() => setSaving(true)} onDone={go} />}
      {stage === 'change-password' && <ChangePasswordStep onDone={go} />}
      {stage && !saving && (
        <Button variant="subtle" color="gray" onClick={() => void signOut()}>
          {t('signIn.asAnother')}
        </Button>
      )}
    </Stack>
  )
}

function NotSetUp() {
  const { t } = useWords('door')
  return <DoorTitle hint={t('signIn.notSetUpHint')}>{t('signIn.notSetUp')}</DoorTitle>
}
