import { Alert, Button, Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api, ok } from '../api/client.ts'
import { serverNow } from '../session/session.ts'
import { ConfirmModal } from '../ui/ConfirmModal.tsx'
import type { Import } from './api.ts'
import { Issues } from './Issues.tsx'
import { counted, timeLeft } from './words.ts'

/** How far an import is, and what came of it. */
export function Running({ file }: { file: Import }) {
  const cache = useQueryClient()
  const over = file.status !== 'running'
  // Clients that came in belong into every list that is shown.
  useEffect(() => {
    if (over) void cache.invalidateQueries({ queryKey: ['clients'] })
  }, [over, cache])
  return (
    <Stack>
      {file.status === 'running' && <UnderWay file={file} />}
      {file.status === 'done' && <Done file={file} />}
      {(file.status === 'failed' || file.status === 'cancelled') && <Stopped file={file} />}
      {file.startedAt && <Figures file={file} />}
      {file.startedAt && over && <Issues file={file} />}
    </Stack>
  )
}

function UnderWay({ file }: { file: Import }) {
  const [asking, setAsking] = useState(false)
  const cancel = useMutation({
    mutationFn: () =>
      ok(api.POST('/api/v1/imports/{id}/cancel', { params: { path: { id: file.id } }, body: {} })),
    meta: { touches: ['imports'] },
  })
  const share = file.bytesTotal ? Math.min(100, (file.bytesDone / file.bytesTotal) * 100) : 0
  return (
    <>
      <Progress.Root size="lg">
        <Progress.Section value={share} animated aria-label="Import" />
      </Progress.Root>
      <Group justify="space-between">
        <Text>
          {Math.floor(share)} %, {counted(file.rowsRead, 'row')} read
          <Text span c="dimmed" inherit>
            {' '}
            {timeLeft(file, serverNow())}
          </Text>
        </Text>
        <Button variant="default" loading={cancel.isPending} onClick={() => setAsking(true)}>
          Stop
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        It goes on when you leave this page.
      </Text>
      <ConfirmModal
        opened={asking}
        onClose={() => setAsking(false)}
        title="Stop this import?"
        confirmLabel="Stop it"
        danger
        onConfirm={() => cancel.mutateAsync()}
      >
        {file.atomic
          ? 'Nothing of it stays: all or nothing was chosen.'
          : 'What came in so far stays. Importing the same file again adds the rest, and nothing twice.'}
      </ConfirmModal>
    </>
  )
}

const Done = ({ file }: { file: Import }) => (
  <Alert
    role="status"
    color={file.failed > 0 ? 'amber' : 'green'}
    icon={file.failed > 0 ? <IconAlertTriangle size={18} /> : <IconCircleCheck size={18} />}
    title={
      file.failed > 0
        ? `Done, except for ${counted(file.failed, 'row')} that ${file.failed === 1 ? 'is' : 'are'} not right`
        : 'Everything is in'
    }
  >
    <Button component={Link} to="/clients" size="xs" variant="default" mt={4}>
      See the clients
    </Button>
  </Alert>
)

const Stopped = ({ file }: { file: Import }) => (
  <Alert
    role="alert"
    color={file.status === 'failed' ? 'red' : 'gray'}
    icon={<IconAlertTriangle size={18} />}
    title={
      file.status === 'failed'
        ? 'The import failed'
        : file.startedAt
          ? 'The import was stopped'
          : 'The file was discarded'
    }
  >
    {file.error?.message ?? (file.created === 0 && 'Nothing of it was stored.')}
  </Alert>
)

function Figures({ file: f }: { file: Import }) {
  const loose = Object.values(f.unassigned).reduce((a, b) => a + b, 0)
  const figures: [string, number][] = [
    ['New clients', f.created],
    ['Updated', f.updated],
    ['Already there', f.unchanged],
    ['Not right', f.failed],
    ['Contacts', f.contacts],
    ...(f.kind === 'fhir' ? ([['Kept resources', f.others]] as [string, number][]) : []),
    ...(loose > 0 ? ([['Of no client', loose]] as [string, number][]) : []),
  ]
  return (
    <SimpleGrid component="dl" cols={{ base: 2, xs: 3, md: figures.length }} m={0}>
      {figures.map(([label, n]) => (
        <div key={label}>
          <Text component="dt" size="xs" c="dimmed">
            {label}
          </Text>
          <Text
            component="dd"
            m={0}
            fz={24}
            fw={640}
            lh={1.25}
            {...(label === 'Not right' && n > 0 && { c: 'var(--mantine-color-error)' })}
          >
            {n.toLocaleString()}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  )
}
