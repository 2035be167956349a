import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { refreshSession } from '../../session/session.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import type { NewSecret } from '../mfa/Secret.tsx'
import { myPasskeysQuery, myTotpQuery } from '../queries.ts'
import { ConfirmApp } from './ConfirmApp.tsx'
import { NewRecoveryCodes } from './NewRecoveryCodes.tsx'
import { ProofModal } from './ProofModal.tsx'

/** One's own authenticator app: set up, replaced, given up; and its recovery codes. */
export function SecondFactor() {
  const state = useQuery(myTotpQuery)
  const passkeys = useQuery(myPasskeysQuery)
  const [asking, setAsking] = useState<'app' | 'remove'>()
  const [secret, setSecret] = useState<NewSecret>()
  if (state.error) return <ErrorAlert error={state.error} onRetry={() => void state.refetch()} />
  if (!state.data) return <Skeleton h={80} />
  const { enrolled, since, demanded, recoveryCodesLeft } = state.data
  const settled = async () => {
    await refreshSession()
    await state.refetch()
  }
  return (
    <Stack>
      {enrolled ? (
        <Text>
          Your authenticator app is set up
          {since && (
            <>
              , <TimeAgo at={since} />
            </>
          )}
          . You have {recoveryCodesLeft === 1 ? 'one recovery code' : `${recoveryCodesLeft} recovery codes`}{' '}
          left.
        </Text>
      ) : (
        <Text>
          {passkeys.data?.items.length
            ? 'No authenticator app is set up. Your passkey is your second factor.'
            : 'No authenticator app is set up: your password alone lets anybody in. Your organization leaves it to you.'}
        </Text>
      )}
      <Group>
        <Button variant={enrolled ? 'default' : 'filled'} onClick={() => setAsking('app')}>
          {enrolled ? 'Use another app or phone' : 'Set up an authenticator app'}
        </Button>
        {enrolled && <NewRecoveryCodes onDone={() => state.refetch()} />}
        {enrolled && !demanded && (
          <Button variant="default" color="red" onClick={() => setAsking('remove')}>
            Give it up
          </Button>
        )}
      </Group>
      <ProofModal
        opened={asking === 'app'}
        onClose={() => setAsking(undefined)}
        title={enrolled ? 'Use another app or phone' : 'Set up an authenticator app'}
        confirmLabel="Go on"
        enrolled={enrolled}
        onProven={async (body) => {
          setSecret(await ok(api.POST('/api/v1/me/totp', { body })))
          setAsking(undefined)
        }}
      >
        {enrolled
          ? 'The app you have works until the new one is confirmed. Then your other sessions end.'
          : 'First show that it is you. When the app is confirmed, your other sessions end.'}
      </ProofModal>
      <ProofModal
        opened={asking === 'remove'}
        onClose={() => setAsking(undefined)}
        title="Give up the second factor?"
        confirmLabel="Give it up"
        danger
        enrolled
        onProven={async (body) => {
          await ok(api.POST('/api/v1/me/totp/remove', { body }))
          setAsking(undefined)
          await settled()
          notifications.show({ message: 'Your second factor is gone' })
        }}
      >
        From then on whoever learns your password gets in. Your other sessions end.
      </ProofModal>
      <ConfirmApp
        secret={secret}
        onCancel={() => setSecret(undefined)}
        onDone={async () => {
          await settled()
          setSecret(undefined)
          notifications.show({ message: 'Your authenticator app is set up' })
        }}
      />
    </Stack>
  )
}
