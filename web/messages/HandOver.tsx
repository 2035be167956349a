import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ok } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import { useSession } from '../session/session.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { colleaguesQuery, type Thread, threadQuery } from './queries.ts'

/** Gives a conversation to a colleague, or takes it. Its participants are told who answers from then on. */
export function HandOver({ thread, onClose }: { thread: Thread; onClose: () => void }) {
  const { user } = useSession()
  const colleagues = useQuery(colleaguesQuery)
  const [to, setTo] = useState<string | null>(null)
  const hand = useMutation({
    mutationFn: () =>
      ok(
        api.PATCH('/api/v1/threads/{id}', {
          params: { path: { id: thread.id } },
          headers: { 'If-Match': `"${thread.version}"` },
          body: { assigneeId: to },
        }),
      ),
    onSuccess: (now) => {
      queryClient.setQueryData(threadQuery(thread.id).queryKey, now)
      void queryClient.invalidateQueries({ queryKey: ['threads'] })
      onClose()
    },
  })
  const options = [
    ...(thread.assignee?.id === user.id ? [] : [{ value: user.id, label: 'Me' }]),
    ...(colleagues.data?.items ?? [])
      .filter((c) => c.id !== thread.assignee?.id)
      .map((c) => ({ value: c.id, label: c.name })),
  ]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    hand.mutate()
  }
  return (
    <Dialog onClose={onClose} title="Hand the conversation over">
      <form onSubmit={submit}>
        <Stack>
          <ErrorAlert error={hand.error} />
          <Select
            data-autofocus
            label="Who answers from here on?"
            required
            searchable
            data={options}
            value={to}
            onChange={setTo}
          />
          <Text size="sm" c="dimmed">
            The client sees who answers. Leave a note for your colleague before.
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={hand.isPending} disabled={!to}>
              Hand over
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
