import { Badge, Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconUrgent } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '../session/session.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import type { Column } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { plainList } from '../ui/table/plain-list.ts'
import { useSubmit } from '../ui/use-submit.ts'
import { type BreakGlass, breakGlassList, call } from './api.ts'

const DESTROYED = 'Destroyed with the client'

/** Emergency access beyond the walls: who took it, why, and what a second person makes of it. */
export function EmergencyPage() {
  const { user } = useSession()
  const list = useQuery(breakGlassList)
  const [reviewing, setReviewing] = useState<BreakGlass>()
  const columns: Column<BreakGlass>[] = [
    {
      key: 'who',
      header: 'Who',
      phone: 'title',
      cell: (b) => <Text fw={560}>{b.userName ?? b.userId.slice(0, 8)}</Text>,
    },
    {
      key: 'reason',
      header: 'Reason',
      phone: 'line',
      cell: (b) => <Text maw={420}>{b.reason ?? DESTROYED}</Text>,
    },
    { key: 'when', header: 'When', cell: (b) => <TimeAgo at={b.createdAt} /> },
    {
      key: 'state',
      header: 'Review',
      phone: 'aside',
      interactive: true,
      cell: (b) =>
        b.outcome ? (
          <Badge color={b.outcome === 'justified' ? 'green' : 'red'}>{b.outcome}</Badge>
        ) : b.userId === user.id ? (
          <Badge color="yellow">waits for a colleague</Badge>
        ) : (
          <Button
            size="xs"
            onClick={() => setReviewing(b)}
            aria-label={`Review the access of ${b.userName ?? 'this user'}`}
          >
            Review
          </Button>
        ),
    },
  ]
  return (
    <>
      <PageHeader
        title="Emergency access"
        description="Each opening of a client beyond the walls is reviewed by another person."
      />
      <DataTable
        label="Emergency access"
        columns={columns}
        list={plainList(list)}
        rowKey={(b) => b.id}
        empty={
          <EmptyState icon={IconUrgent} title="Nobody has needed it">
            When somebody opens a client beyond the walls in an emergency, it stands here for review.
          </EmptyState>
        }
      />
      {reviewing && <Review item={reviewing} onClose={() => setReviewing(undefined)} />}
    </>
  )
}

function Review({ item, onClose }: { item: BreakGlass; onClose: () => void }) {
  const form = useForm({ initialValues: { outcome: 'justified', comment: '' } })
  const save = useMutation({
    mutationFn: (body: object) => call('POST', `/break-glass/${item.id}/review`, body),
    meta: { touches: ['break-glass'] },
  })
  const { onSubmit, pending, error } = useSubmit(form, async (values) => {
    await save.mutateAsync(values)
    onClose()
  })
  return (
    <Dialog onClose={onClose} title="Review this emergency access">
      <form onSubmit={onSubmit}>
        <Stack>
          <Text>{item.reason ?? DESTROYED}</Text>
          <ErrorAlert error={error} shownFields={['comment']} />
          <Radio.Group label="Was it justified?" {...form.getInputProps('outcome')}>
            <Stack gap={6} mt={6}>
              <Radio value="justified" label="Justified" />
              <Radio value="unjustified" label="Not justified" />
            </Stack>
          </Radio.Group>
          <Textarea
            label="Comment"
            required
            minLength={3}
            maxLength={500}
            {...form.getInputProps('comment')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending}>
              Save the review
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
