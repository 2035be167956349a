import { Alert, Anchor, Stack, Table } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMay } from '../session/session.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { exactTime } from '../ui/time.ts'
import { ChangeList } from './ChangeList.tsx'
import type { LogEvent } from './log-event.ts'
import { ProofButton } from './ProofButton.tsx'
import { actionText, objectText } from './words.ts'

/** All that an event holds. */
export function EventDetail({ event: e, onClose }: { event: LogEvent; onClose: () => void }) {
  const may = useMay()
  const facts = Object.entries(e.facts).map(([k, v]) => `${k}: ${v}`)
  const link = (to: string, text: string) => (
    <Anchor component={Link} to={to} inherit onClick={onClose}>
      {text}
    </Anchor>
  )
  const about = objectText(e.object)
  const rows: [string, ReactNode][] = [
    ['Time', e.time && exactTime(e.time)],
    ['Who', e.actor.osUser ? `${e.actor.name} (${e.actor.osUser} on the server)` : e.actor.name],
    ['Outcome', e.outcome],
    [
      'On',
      e.object?.id && e.object.type === 'client' && may('clients:read')
        ? link(`/clients/${e.object.id}`, about)
        : about,
    ],
    ['Records', e.objectCount > 1 ? e.objectCount.toLocaleString() : ''],
    ['Field classes', e.classes.join(', ')],
    ['Purpose', e.purpose],
    ['Reason', e.reason ?? (e.textHidden ? 'not shown by your roles' : '')],
    ['From', e.ip],
    ['Screen', e.screen],
    [
      'Session',
      e.sessionId && may('audit:read')
        ? link(`/audit/sessions/${e.sessionId}`, 'What this session visited')
        : e.sessionId,
    ],
    ['Facts', facts.length > 0 && facts.map((f) => <div key={f}>{f}</div>)],
    ['Place in the log', e.leafIndex?.toLocaleString() ?? 'within two seconds'],
    ['Event', e.id],
  ]
  return (
    <Dialog onClose={onClose} title={actionText(e.action)} size="lg">
      <Stack>
        {e.tampered && (
          <Alert
            color="red"
            icon={<IconAlertTriangle size={18} />}
            title="This event is not as the log has it"
          >
            What stands in the database differs from what was signed. Export the log and verify it.
          </Alert>
        )}
        <Table withRowBorders verticalSpacing={7} horizontalSpacing={0}>
          <Table.Tbody>
            {rows
              .filter(([, v]) => v !== undefined && v !== null && v !== '' && v !== false)
              .map(([k, v]) => (
                <Table.Tr key={k}>
                  <Table.Th scope="row" w={132} pr="sm" style={{ verticalAlign: 'top' }}>
                    {k}
                  </Table.Th>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{v}</Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
        <ChangeList changes={e.changes ?? []} />
        {may('audit:read') && e.leafIndex !== null && <ProofButton eventId={e.id} />}
      </Stack>
    </Dialog>
  )
}
