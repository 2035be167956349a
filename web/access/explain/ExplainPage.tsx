import { Button, Group, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { call, type Explanation } from '../api.ts'
import { Answer } from './Answer.tsx'
import { type Subject, SubjectPicker, useWays } from './SubjectPicker.tsx'
import { UserPicker } from './UserPicker.tsx'

/** For any user, and any client or group of clients: what the user may see, and why. */
export function ExplainPage() {
  const search = useSearch({ strict: false }) as { client?: string }
  const ways = useWays()
  const [userId, setUserId] = useState<string | null>(null)
  const [subject, setSubject] = useState<Subject>(
    search.client ? { way: 'id', id: search.client } : { way: ways[0]!.value, id: '' },
  )
  const explain = useMutation({
    mutationFn: async () => ({
      of: subject.way === 'group' ? ('the clients of this group' as const) : ('this client' as const),
      e: await call<Explanation>(
        'GET',
        `/explain?userId=${userId}&${subject.way === 'group' ? 'groupId' : 'clientId'}=${encodeURIComponent(subject.id.trim())}`,
      ),
    }),
  })
  const ready = userId !== null && subject.id.trim() !== ''
  const ask = (event: FormEvent) => {
    event.preventDefault()
    if (ready) explain.mutate()
  }
  /** An answer is of the question that was asked: a new question takes it away. */
  const change = <T,>(set: (value: T) => void) => {
    return (value: T) => {
      set(value)
      explain.reset()
    }
  }
  return (
    <>
      <PageHeader
        title="Access explained"
        description="What a user may see of a client, and by which role, team and wall. The same rules decide every request."
      />
      <form onSubmit={ask}>
        <Stack maw={640}>
          <UserPicker value={userId} onChange={change(setUserId)} />
          <SubjectPicker ways={ways} value={subject} onChange={change(setSubject)} />
          <Group>
            <Button type="submit" loading={explain.isPending} disabled={!ready}>
              Explain
            </Button>
          </Group>
        </Stack>
      </form>
      <div aria-live="polite">
        <ErrorAlert error={explain.error} />
        {explain.data && <Answer {...explain.data} />}
      </div>
    </>
  )
}
