import { Button, Checkbox, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiProblem } from '../../api/problem.ts'
import { sendJson } from '../../api/use-save.ts'
import { useWords } from '../../i18n/language.ts'
import { CodeInput } from '../../identity/mfa/CodeInput.tsx'
import { PasskeyButton } from '../../identity/passkeys/PasskeyButton.tsx'
import { confirmWithPasskey } from '../../identity/passkeys/passkey.ts'
import { myPasskeysQuery, myTotpQuery } from '../../identity/queries.ts'
import { useSession } from '../../session/session.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { SignaturePad } from '../../ui/SignaturePad.tsx'
import type { SignatureValue } from '../../ui/signature.ts'
import { pathOf, type Side, type SignatureRequest } from '../queries.ts'
import classes from './View.module.css'

/** The signature itself: the mark, the words that one agrees to, and who one is. */
export function SignForm({
  request: r,
  side,
  onDecline,
}: {
  request: SignatureRequest
  side: Side
  onDecline: () => void
}) {
  const { t } = useWords('signatures')
  const { user } = useSession()
  const [mark, setMark] = useState<SignatureValue | null>(null)
  const [agreed, setAgreed] = useState(false)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const passkeys = useQuery(myPasskeysQuery).data?.items.length ?? 0
  const enrolled = useQuery(myTotpQuery).data?.enrolled ?? false
  const signing = useMutation({
    mutationFn: (proof: object) =>
      sendJson('POST', pathOf(side, r.id, 'sign'), { mark, consent: r.consent, proof }),
    meta: { touches: ['signatures', 'documents'] },
    onError: () => setCode(''),
  })
  const ready = mark !== null && agreed
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (ready && password && (!enrolled || code.length === 6))
      signing.mutate({ password, ...(enrolled && { code }) })
  }
  const withPasskey = async () => {
    setTried(true)
    if (!ready) return
    const passkey = await confirmWithPasskey()
    await signing.mutateAsync({ passkey }).catch(() => {})
  }
  const wrong = (field: string) =>
    signing.error instanceof ApiProblem && signing.error.errors.some((e) => e.field === field)
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <div>
          <Text fw={560} mb={6}>
            {t('sign.agreeTo')}
          </Text>
          <p className={classes.consent}>{r.consent}</p>
        </div>
        <SignaturePad
          value={mark}
          onChange={setMark}
          suggestedName={user.displayName}
          error={tried && !mark ? t('sign.noMark') : undefined}
        />
        <Checkbox
          label={t('sign.agree')}
          checked={agreed}
          onChange={(event) => setAgreed(event.currentTarget.checked)}
          error={tried && !agreed ? t('sign.notAgreed') : undefined}
        />
        <Text size="sm" c="dimmed">
          {t('sign.why')}
        </Text>
        {passkeys > 0 && <PasskeyButton label={t('sign.passkey')} variant="filled" use={withPasskey} />}
        <PasswordInput
          label={t('sign.password')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={
            wrong('password')
              ? t('sign.wrongPassword')
              : tried && !password && !passkeys
                ? t('sign.noPassword')
                : undefined
          }
        />
        {enrolled && (
          <CodeInput
            value={code}
            onChange={setCode}
            error={wrong('code') ? t('sign.wrongCode') : undefined}
          />
        )}
        <ErrorAlert error={signing.error} shownFields={['password', 'code']} />
        <Group>
          <Button
            type="submit"
            size="md"
            loading={signing.isPending}
            leftSection={<IconSignature size={19} />}
          >
            {t('sign.sign')}
          </Button>
          <Button size="md" variant="default" onClick={onDecline}>
            {t('sign.decline')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
