import { Alert, Button, Card, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconDownload, IconShieldCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api, ok, PASSIVE } from '../api/client.ts'
import { useMay } from '../session/session.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import classes from './CheckpointCard.module.css'

const TROUBLE = {
  'rolled-back': 'The database has fewer events than were signed before: it may be an older copy.',
  rewritten: 'Events that were signed before are not there as they were.',
  'state-damaged': 'The file that remembers what was signed can’t be read.',
}

/** How far the log is signed, and what one takes along to verify it elsewhere. */
export function CheckpointCard() {
  const may = useMay()
  const checkpoint = useQuery({
    queryKey: ['audit', 'checkpoint'],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/audit/checkpoint', { headers: PASSIVE, signal })),
    refetchInterval: 15_000,
  })
  const c = checkpoint.data
  if (checkpoint.error && !c) return <ErrorAlert error={checkpoint.error} />
  if (!c) return <Card withBorder radius="lg" padding="md" h={76} />
  if (c.trouble)
    return (
      <Alert
        role="alert"
        color="red"
        icon={<IconAlertTriangle size={18} />}
        title="The log needs attention: nothing is signed just now"
      >
        {TROUBLE[c.trouble]} Export the log, and run <code>wellkeep audit verify</code> on it.
      </Alert>
    )
  return (
    <Card withBorder radius="lg" padding="md">
      <Group justify="space-between" gap="sm">
        <Group gap="sm" wrap="nowrap" flex="1 1 260px">
          <IconShieldCheck
            size={24}
            color="var(--mantine-color-success)"
            style={{ flex: 'none' }}
            aria-hidden
          />
          <div>
            <Text fw={560}>{c.size.toLocaleString()} events under a signed checkpoint</Text>
            <Text size="xs" c="dimmed">
              {c.at && (
                <>
                  Signed <TimeAgo at={c.at} />
                  {c.waiting > 0 && `, ${c.waiting.toLocaleString()} waiting`}.{' '}
                </>
              )}
              The export and this key are all that <code>wellkeep audit verify</code> needs.
            </Text>
          </div>
        </Group>
        <Group gap="xs" className={classes.buttons}>
          <CopyButton value={c.verifierKey}>Copy the key</CopyButton>
          {may('audit:export') && (
            // The browser takes it to the disk as it comes: the log may be larger than the memory.
            <Button
              component="a"
              href="/api/v1/audit/export"
              download
              variant="default"
              leftSection={<IconDownload size={17} />}
            >
              Export the log
            </Button>
          )}
        </Group>
      </Group>
    </Card>
  )
}
