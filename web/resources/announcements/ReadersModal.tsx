import { Badge, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FormModal } from '../../clients/edit/FormModal.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { type KeptAnnouncement, readersQuery } from '../queries.ts'

type Reader = { id: string; name: string | null; kind: 'person' | 'portal'; readAt: string | null }

/** Who has read an announcement, and who of its audience has not yet. */
export function ReadersModal({
  announcement,
  onClose,
}: {
  announcement: KeptAnnouncement
  onClose: () => void
}) {
  const readers = useQuery(readersQuery(announcement.id))
  const items = readers.data?.items ?? []
  return (
    <FormModal title={`Who has read “${announcement.title}”`} onClose={onClose}>
      <Stack>
        <ErrorAlert error={readers.error} onRetry={() => void readers.refetch()} />
        {readers.isPending && <Skeleton h={160} radius="lg" aria-busy />}
        {readers.data && (
          <>
            <People title="Not yet" people={items.filter((r) => !r.readAt)} />
            <People title="Read" people={items.filter((r) => r.readAt)} />
          </>
        )}
      </Stack>
    </FormModal>
  )
}

/** Staff by name; people of the portal by their number, as their names stand behind walls. */
function People({ title, people }: { title: string; people: Reader[] }) {
  const staff = people.filter((p) => p.kind === 'person')
  const portal = people.length - staff.length
  return (
    <section aria-label={title}>
      <Group gap={8} mb={6}>
        <Title order={3} size="h4">
          {title}
        </Title>
        <Badge color="gray" variant="light">
          {people.length}
        </Badge>
      </Group>
      {people.length === 0 && <Text c="dimmed">Nobody.</Text>}
      <Stack gap={4}>
        {staff.map((p) => (
          <Group key={p.id} justify="space-between" gap="sm" wrap="nowrap">
            <Text style={{ overflowWrap: 'anywhere' }}>{p.name}</Text>
            {p.readAt && (
              <Text size="sm" c="dimmed">
                <TimeAgo at={p.readAt} />
              </Text>
            )}
          </Group>
        ))}
        {portal > 0 && (
          <Text c="dimmed">
            {portal === 1 ? 'One person of the portal' : `${portal} people of the portal`}
          </Text>
        )}
      </Stack>
    </section>
  )
}
