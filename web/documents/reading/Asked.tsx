import { Alert, Button, Group, Text } from '@mantine/core'
import { IconBook, IconCircleCheck } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { calendarDate, dayAndTime } from '../../ui/time.ts'
import { toast, toastError } from '../../ui/toast.tsx'
import type { DocumentWithUpload } from '../queries.ts'

/** Asks whoever is to read it to say that they did. */
export function Asked({ document: d }: { document: DocumentWithUpload }) {
  const say = useMutation({
    mutationFn: () =>
      ok(
        api.POST('/api/v1/documents/{id}/acknowledge', {
          params: { path: { id: d.id } },
          body: { n: d.published! },
        }),
      ),
    meta: { touches: ['documents'] },
    onSuccess: () => toast('Thank you. It is noted that you have read it.'),
    onError: (error) => toastError(error),
  })
  if (!d.reading || d.published === null || d.expired) return null
  if (d.reading.acknowledgedAt)
    return (
      <Text size="sm" c="dimmed" mb="md">
        <IconCircleCheck size={16} style={{ verticalAlign: '-3px' }} aria-hidden /> You said on{' '}
        {dayAndTime(d.reading.acknowledgedAt)} that you have read it.
      </Text>
    )
  return (
    <Alert icon={<IconBook size={18} />} mb="md" title="You are asked to read this">
      <Group justify="space-between">
        <Text size="sm">
          {d.reading.dueOn ? `Please until ${calendarDate(d.reading.dueOn)}. ` : ''}
          Your name and the time are kept.
        </Text>
        <Button loading={say.isPending} onClick={() => say.mutate()}>
          I have read it
        </Button>
      </Group>
    </Alert>
  )
}
