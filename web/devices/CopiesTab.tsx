import { Card, SimpleGrid, Text } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Section } from '../ui/Section.tsx'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import type { Column } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { exactTime } from '../ui/time.ts'
import { Room } from './DevicesPage.tsx'
import { partList } from './part-list.ts'
import { type Device, type History, historyQuery } from './queries.ts'
import { retentionText } from './words.ts'

type Copy = History['copies'][number]
const columns: Column<Copy>[] = [
  { key: 'at', header: 'Came in', phone: 'title', cell: (c) => exactTime(c.receivedAt) },
  { key: 'ago', header: 'How long ago', phone: 'hide', cell: (c) => <TimeAgo at={c.receivedAt} /> },
  {
    key: 'id',
    header: 'restic’s id',
    phone: 'line',
    cell: (c) => (
      <Text span ff="monospace" size="sm">
        {c.id.slice(0, 8)}
      </Text>
    ),
  },
]

/** How a device does at a glance, and each copy that it made. */
export function CopiesTab({ device: d }: { device: Device }) {
  const history = useQuery(historyQuery(d.id))
  const count = history.data?.copyCount
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing={{ base: 'xs', sm: 'md' }} mt="md">
        <Fact label="Last copy">
          <TimeAgo at={d.lastSnapshotAt} never="None yet" />
        </Fact>
        <Fact label="Room">{d.state === 'destroyed' ? 'None' : <Room device={d} />}</Fact>
        <Fact label="Silent after">
          {d.silentHours % 24 === 0 ? `${d.silentHours / 24} days` : `${d.silentHours} hours`}
        </Fact>
        <Fact label="Password of the copies">
          {d.state === 'destroyed' ? 'Destroyed' : d.managed ? 'Kept sealed by Wellkeep' : 'Only you have it'}
        </Fact>
      </SimpleGrid>
      <Section
        title="Copies"
        description={
          d.managed
            ? retentionText(d.retention)
            : 'Every copy stays: without the password single ones can’t be let go.'
        }
      >
        <DataTable
          label="Copies"
          columns={columns}
          list={partList(history, (h) => h.copies)}
          rowKey={(c) => c.id}
          empty={
            <EmptyState icon={IconCopy} title="No copy yet">
              The first one shows here as soon as the computer has sent it.
            </EmptyState>
          }
        />
        {count !== undefined && count > (history.data?.copies.length ?? 0) && (
          <Text size="sm" c="dimmed" mt="xs">
            The newest {history.data?.copies.length} of {count}.
          </Text>
        )}
      </Section>
    </>
  )
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <Card withBorder padding="md" radius="lg">
    <Text size="xs" c="dimmed" mb={4}>
      {label}
    </Text>
    <Text fw={560} component="div">
      {children}
    </Text>
  </Card>
)
