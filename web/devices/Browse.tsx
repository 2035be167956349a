import { ActionIcon, Anchor, Breadcrumbs, Button, Loader, Select, Stack, Text, Tooltip } from '@mantine/core'
import { IconDownload, IconFile, IconFolder, IconFolderOpen } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../api/client.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { saveFile } from '../ui/save-as.ts'
import type { Column } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { RowButton } from '../ui/table/RowButton.tsx'
import { exactTime } from '../ui/time.ts'
import { toastError } from '../ui/toast.tsx'
import { partList } from './part-list.ts'
import { type Device, type Look, lookQuery } from './queries.ts'
import { bytesText } from './words.ts'

type Entry = Look['entries'][number]

/** Looks into a copy folder by folder. Nothing is asked before somebody wants to see it. */
export function Browse({ device: d }: { device: Device }) {
  const [open, setOpen] = useState(false)
  const copies = useQuery({ ...lookQuery(d.id, {}), enabled: open })
  const [copy, setCopy] = useState<string>()
  if (!open)
    return (
      <Button variant="default" leftSection={<IconFolderOpen size={17} />} onClick={() => setOpen(true)}>
        Look into the copies
      </Button>
    )
  if (copies.error) return <ErrorAlert error={copies.error} onRetry={() => void copies.refetch()} />
  if (!copies.data) return <Waiting />
  const list = copies.data.copies
  if (list.length === 0) return <EmptyState icon={IconFolder} title="No copy yet" />
  const chosen = list.find((c) => c.id === copy) ?? list[0]!
  return (
    <Stack>
      <Select
        label="Copy"
        allowDeselect={false}
        maw={560}
        data={list.map((c) => ({
          value: c.id,
          label: `${exactTime(c.receivedAt)}: ${c.paths.join(', ')}`,
        }))}
        value={chosen.id}
        onChange={(id) => setCopy(id ?? undefined)}
      />
      <Folder key={chosen.id} device={d} copy={chosen.id} start={startOf(chosen.paths)} />
    </Stack>
  )
}

const Waiting = () => (
  <Text c="dimmed" role="status">
    <Loader size="xs" mr="xs" /> Opening the copies takes a moment
  </Text>
)

/** The folder that was copied, where it is one; a path of Windows lies otherwise in a copy. */
const startOf = (paths: string[]) => (paths.length === 1 && paths[0]!.startsWith('/') ? paths[0]! : '/')

function Folder({ device: d, copy, start }: { device: Device; copy: string; start: string }) {
  const [path, setPath] = useState(start)
  const look = useQuery(lookQuery(d.id, { copy, path }))
  const fetch = useMutation({
    mutationFn: async (e: Entry) => {
      const response = await send(
        new Request(`${location.origin}/api/v1/devices/${d.id}/fetch`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ copy, path: e.path }),
        }),
      )
      saveFile(await response.blob(), e.name)
    },
    onError: (error) => toastError(error, 'The file could not be fetched'),
  })
  const columns: Column<Entry>[] = [
    {
      key: 'name',
      header: 'Name',
      phone: 'title',
      link: false,
      interactive: true,
      cell: (e) =>
        e.type === 'dir' ? (
          <RowButton onClick={() => setPath(e.path)}>
            <IconFolder size={17} aria-hidden style={{ verticalAlign: '-3px', marginInlineEnd: 8 }} />
            {e.name}
          </RowButton>
        ) : (
          <>
            <IconFile size={17} aria-hidden style={{ verticalAlign: '-3px', marginInlineEnd: 8 }} />
            {e.name}
          </>
        ),
    },
    {
      key: 'size',
      header: 'Size',
      align: 'right',
      phone: 'line',
      cell: (e) => e.size !== null && bytesText(e.size),
    },
    { key: 'changed', header: 'Changed', phone: 'hide', cell: (e) => e.changedAt && exactTime(e.changedAt) },
    {
      key: 'get',
      header: 'Download',
      quietHeader: true,
      align: 'right',
      phone: 'aside',
      interactive: true,
      cell: (e) =>
        e.type === 'file' && (
          <Tooltip label="Download">
            <ActionIcon
              aria-label={`Download ${e.name}`}
              loading={fetch.isPending && fetch.variables?.path === e.path}
              onClick={() => fetch.mutate(e)}
            >
              <IconDownload size={17} />
            </ActionIcon>
          </Tooltip>
        ),
    },
  ]
  return (
    <Stack gap="xs">
      <Way path={path} onGo={setPath} />
      {look.isPending ? (
        <Waiting />
      ) : (
        <DataTable
          label={`Folder ${path}`}
          columns={columns}
          list={partList(look, (l) => l.entries)}
          rowKey={(e) => e.path}
          empty={<EmptyState icon={IconFolder} title="Nothing in this folder" />}
        />
      )}
      {look.data?.more && (
        <Text size="sm" c="dimmed">
          There is more in this folder than is shown.
        </Text>
      )}
    </Stack>
  )
}

/** Where one is, and the way back up. */
function Way({ path, onGo }: { path: string; onGo: (path: string) => void }) {
  const parts = path.split('/').filter(Boolean)
  return (
    <nav aria-label="Folder">
      <Breadcrumbs style={{ flexWrap: 'wrap' }}>
        {['All', ...parts].map((name, i) => {
          const at = `/${parts.slice(0, i).join('/')}`
          return i === parts.length ? (
            <Text key={at} span aria-current="location" style={{ overflowWrap: 'anywhere' }}>
              {name}
            </Text>
          ) : (
            <Anchor
              key={at}
              component="button"
              type="button"
              py={{ base: 12, sm: 4 }}
              onClick={() => onGo(at)}
            >
              {name}
            </Anchor>
          )
        })}
      </Breadcrumbs>
    </nav>
  )
}
