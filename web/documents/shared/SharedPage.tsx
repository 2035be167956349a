import { Button, Center, Loader, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api, ok, send } from '../../api/client.ts'
import { takeFragment } from '../../api/fragment.ts'
import { ApiProblem } from '../../api/problem.ts'
import type { Answer } from '../../api/types.ts'
import { sessionQuery } from '../../session/session.ts'
import { DoorTitle } from '../../shell/door/DoorTitle.tsx'
import { sizeText } from '../../transfer/words.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { saveAs } from '../../ui/save-as.ts'
import { useSubmit } from '../../ui/use-submit.ts'
import { SharedPages } from './SharedPages.tsx'

type Opened = Answer<'/api/v1/shared/open', 'post'>

/** A document that somebody shared by a link. The secret stands behind the `#`, which no server sees. */
export function SharedPage() {
  const [secret] = useState(() => takeFragment('shared'))
  // Another link in the same tab changes nothing but what stands behind the `#`.
  useEffect(() => {
    const again = () => window.location.reload()
    window.addEventListener('hashchange', again)
    return () => window.removeEventListener('hashchange', again)
  }, [])
  const session = useQuery(sessionQuery)
  const [opened, setOpened] = useState<Opened>()
  const asMe = session.data?.stage === 'full'
  const first = useQuery({
    queryKey: ['shared-open'],
    queryFn: async () => {
      const asked = await ok(api.POST('/api/v1/shared/open', { body: { secret } }))
      if (asked.needs !== 'sign-in' || !asMe) return asked
      return ok(api.POST('/api/v1/shared/open-as-me', { body: { secret } }))
    },
    enabled: secret !== '' && !session.isPending,
    retry: false,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const found = opened ?? first.data
  if (!secret || (first.error instanceof ApiProblem && [404, 422].includes(first.error.status)))
    return (
      <DoorTitle hint="Links open for a time, and some only so many times. Ask whoever shared it for another one.">
        This link does not open
      </DoorTitle>
    )
  if (first.error) return <ErrorAlert error={first.error} onRetry={() => void first.refetch()} />
  if (!found)
    return (
      <Center py="xl">
        <Loader aria-label="Loading" />
      </Center>
    )
  if (found.document && found.ticket) return <Shown document={found.document} ticket={found.ticket} />
  if (found.needs === 'sign-in')
    return (
      <>
        <DoorTitle hint="This document is for people who sign in here. Sign in, then open the whole link again.">
          Sign in first
        </DoorTitle>
        <Button component={Link} to="/sign-in" fullWidth>
          Sign in
        </Button>
      </>
    )
  return <Code secret={secret} used={found.needs === 'new-code'} onOpened={setOpened} />
}

function Code({
  secret,
  used,
  onOpened,
}: {
  secret: string
  used: boolean
  onOpened: (opened: Opened) => void
}) {
  const form = useForm({
    initialValues: { code: '' },
    validate: { code: (text) => (text.trim() ? null : 'Type the code') },
  })
  const { onSubmit, pending, error, shown } = useSubmit(form, async ({ code }) => {
    const answer = await ok(api.POST('/api/v1/shared/open', { body: { secret, code: code.trim() } }))
    if (answer.needs === null) return onOpened(answer)
    form.setErrors({
      code:
        answer.needs === 'new-code'
          ? 'This code was used. Ask for another one'
          : 'That is not the code. After five wrong ones the link is dead',
    })
  })
  return (
    <Stack>
      <DoorTitle
        hint={
          used
            ? 'The code of this link was used already. Ask whoever shared it for another one.'
            : 'Whoever shared this document told you a code, which works once.'
        }
      >
        One-time code
      </DoorTitle>
      <form onSubmit={onSubmit}>
        <Stack>
          <TextInput
            data-autofocus
            label="Code"
            autoComplete="one-time-code"
            autoCapitalize="characters"
            maxLength={20}
            {...form.getInputProps('code')}
          />
          <ErrorAlert error={error} shownFields={shown} />
          <Button type="submit" loading={pending} fullWidth>
            Open
          </Button>
        </Stack>
      </form>
    </Stack>
  )
}

function Shown({ document: d, ticket }: { document: NonNullable<Opened['document']>; ticket: string }) {
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<unknown>()
  const download = async () => {
    setPending(true)
    setError(undefined)
    try {
      const response = await send(
        new Request(`${location.origin}/api/v1/shared/download`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ticket }),
        }),
      )
      saveAs(await response.blob(), response)
    } catch (failure) {
      setError(failure)
    } finally {
      setPending(false)
    }
  }
  return (
    <Stack data-wide>
      <DoorTitle hint={d.viewer ? `For ${d.viewer}. ${sizeText(d.size)}.` : sizeText(d.size)}>
        {d.name}
      </DoorTitle>
      {d.mode === 'download' && (
        <Button leftSection={<IconDownload size={17} />} loading={pending} onClick={() => void download()}>
          Download
        </Button>
      )}
      <ErrorAlert error={error} />
      {d.preview === 'pages' ? (
        <SharedPages ticket={ticket} pages={d.pages ?? 1} name={d.name} />
      ) : (
        <Text c="dimmed">There is no preview of this kind of file.</Text>
      )}
    </Stack>
  )
}
