import { ActionIcon, Badge, Button, Group, Text, Tooltip } from '@mantine/core'
import { IconPencil, IconPlus, IconSpeakerphone, IconTrash, IconUsers } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useCursorList } from '../../api/lists.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { dayAndTime } from '../../ui/time.ts'
import { AudienceText } from '../AudienceText.tsx'
import type { KeptAnnouncement } from '../queries.ts'
import { AnnouncementModal } from './AnnouncementModal.tsx'
import { turnOf } from './moments.ts'
import { ReadersModal } from './ReadersModal.tsx'

const TURNS = {
  scheduled: { label: 'Scheduled', color: 'blue' },
  shown: { label: 'Shown', color: 'green' },
  over: { label: 'Over', color: 'gray' },
} as const

type Doing = { what: 'edit' | 'readers' | 'remove'; announcement: KeptAnnouncement } | { what: 'new' }

/** Where announcements are made, and where one sees who has read them. */
export function ManageAnnouncementsPage() {
  const list = useCursorList<KeptAnnouncement>(['announcements', 'all'], (cursor, signal) =>
    ok(api.GET('/api/v1/announcements/all', { params: { query: cursor ? { cursor } : {} }, signal })),
  )
  const [doing, setDoing] = useState<Doing>()
  const done = () => setDoing(undefined)
  const remove = useMutation({
    mutationFn: (id: string) => api.DELETE('/api/v1/announcements/{id}', { params: { path: { id } } }),
    meta: { touches: ['announcements'] },
  })
  const add = (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setDoing({ what: 'new' })}>
      New announcement
    </Button>
  )
  return (
    <>
      <PageHeader
        title="Manage announcements"
        description="What staff and people of the portal find on their start pages until they have read it."
        crumbs={[{ label: 'Announcements', to: '/announcements' }]}
        actions={add}
      />
      <DataTable
        label="Announcements"
        columns={columns(setDoing)}
        list={list}
        rowKey={(a) => a.id}
        empty={
          <EmptyState icon={IconSpeakerphone} title="Nothing announced yet" action={add}>
            A closed day, a new number, a change of rules: what many should know.
          </EmptyState>
        }
      />
      {doing?.what === 'new' && <AnnouncementModal announcement={undefined} onClose={done} />}
      {doing?.what === 'edit' && <AnnouncementModal announcement={doing.announcement} onClose={done} />}
      {doing?.what === 'readers' && <ReadersModal announcement={doing.announcement} onClose={done} />}
      <ConfirmModal
        opened={doing?.what === 'remove'}
        onClose={done}
        title={doing?.what === 'remove' ? `Remove “${doing.announcement.title}”?` : ''}
        confirmLabel="Remove"
        danger
        onConfirm={() => remove.mutateAsync(doing?.what === 'remove' ? doing.announcement.id : '')}
      >
        It goes from every start page, and with it who has read it.
      </ConfirmModal>
    </>
  )
}

function columns(onDo: (doing: Doing) => void): Column<KeptAnnouncement>[] {
  return [
    {
      key: 'title',
      header: 'Title',
      phone: 'title',
      cell: (a) => (
        <Text fw={560} style={{ overflowWrap: 'anywhere' }}>
          {a.title}
        </Text>
      ),
    },
    {
      key: 'turn',
      header: 'Now',
      cell: (a) => {
        const { label, color } = TURNS[turnOf(a, Date.now())]
        return (
          <Badge color={color} variant="light">
            {label}
          </Badge>
        )
      },
    },
    { key: 'for', header: 'For', cell: (a) => <AudienceText audience={a.audience} /> },
    { key: 'from', header: 'From', cell: (a) => dayAndTime(a.startsAt) },
    { key: 'until', header: 'Until', cell: (a) => a.endsAt && dayAndTime(a.endsAt) },
    { key: 'reads', header: 'Read by', align: 'right', cell: (a) => String(a.reads) },
    {
      key: 'actions',
      header: '',
      align: 'right',
      phone: 'aside',
      interactive: true,
      cell: (announcement) => (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          {(
            [
              ['readers', `Who has read ${announcement.title}`, IconUsers],
              ['edit', `Edit ${announcement.title}`, IconPencil],
              ['remove', `Remove ${announcement.title}`, IconTrash],
            ] as const
          ).map(([what, label, Icon]) => (
            <Tooltip key={what} label={label}>
              <ActionIcon aria-label={label} onClick={() => onDo({ what, announcement })}>
                <Icon size={17} />
              </ActionIcon>
            </Tooltip>
          ))}
        </Group>
      ),
    },
  ]
}
