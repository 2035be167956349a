import { Button, Center, Loader, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { takeFragment } from '../../api/fragment.ts'
import { ApiProblem } from '../../api/problem.ts'
import { useWords } from '../../i18n/language.ts'
import { DoorTitle } from '../../shell/door/DoorTitle.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { RatingForm } from './RatingForm.tsx'

/** Where the link in the mail about a ticket that has ended leads: its number, and the question. The secret stands behind the `#`. */
export function RatePage() {
  const { t } = useWords('rating')
  const [first] = useState(() => takeFragment('rate'))
  /** A link works once; whoever used it may say more with what it answered, as long as the page is open. */
  const [next, setNext] = useState<string>()
  const [done, setDone] = useState(false)
  useEffect(() => {
    const again = () => window.location.reload()
    window.addEventListener('hashchange', again)
    return () => window.removeEventListener('hashchange', again)
  }, [])
  const asked = useQuery({
    queryKey: ['rate'],
    queryFn: () => ok(api.POST('/api/v1/rate/open', { body: { secret: first } })),
    enabled: first !== '',
    retry: false,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!first || (asked.error instanceof ApiProblem && [404, 422].includes(asked.error.status)))
    return <DoorTitle hint={t('overHint')}>{t('over')}</DoorTitle>
  if (asked.error) return <ErrorAlert error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data)
    return (
      <Center py="xl" aria-busy>
        <Loader aria-label={t('title')} />
      </Center>
    )
  if (done)
    return (
      <Stack>
        <DoorTitle hint={t('thanksHint')}>{t('thanks')}</DoorTitle>
        <Button variant="default" onClick={() => setDone(false)}>
          {t('more')}
        </Button>
      </Stack>
    )
  return (
    <Stack>
      <DoorTitle hint={t('hint')}>{t('ticket', { n: asked.data.number })}</DoorTitle>
      <RatingForm
        send={async (rating) => {
          const answer = await ok(api.POST('/api/v1/rate', { body: { secret: next ?? first, ...rating } }))
          setNext(answer.next)
          setDone(true)
        }}
      />
    </Stack>
  )
}
