import { Skeleton, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { calendarDate } from '../../ui/time.ts'
import type { Contract } from '../queries.ts'
import { addDays } from '../sheet/week.ts'
import { durationText } from '../words.ts'

const right = { textAlign: 'right' as const, whiteSpace: 'nowrap' as const }

/** How a contract was used, period by period, the newest first. */
export function PeriodsModal({ contract, onClose }: { contract: Contract; onClose: () => void }) {
  const use = useQuery({
    queryKey: ['contracts', 'use', contract.id],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/contracts/{id}/use', { params: { path: { id: contract.id } }, signal })),
  })
  const periods = use.data?.periods.toReversed() ?? []
  return (
    <Dialog onClose={onClose} title={`Use of ${contract.name}`} size="xl">
      <Stack>
        <ErrorAlert error={use.error} onRetry={() => void use.refetch()} />
        {use.isPending && <Skeleton h={120} />}
        {use.data && periods.length === 0 && (
          <Text c="dimmed">It begins on {calendarDate(contract.startsOn)}.</Text>
        )}
        {periods.length > 0 && (
          <Table.ScrollContainer minWidth={620} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
            <Table aria-label="Use by period" verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">Period</Table.Th>
                  {['Included', 'Rolled over', 'Worked', 'Used', 'Over', 'Left'].map((header) => (
                    <Table.Th key={header} scope="col" style={right}>
                      {header}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {periods.map((p) => (
                  <Table.Tr key={p.startsOn}>
                    <Table.Td>
                      {calendarDate(p.startsOn)} – {calendarDate(addDays(p.endsBefore, -1))}
                    </Table.Td>
                    <Table.Td style={right}>{durationText(p.included)}</Table.Td>
                    <Table.Td style={right}>{p.rolledIn ? durationText(p.rolledIn) : '–'}</Table.Td>
                    <Table.Td style={right}>{durationText(p.worked)}</Table.Td>
                    <Table.Td style={right}>{durationText(p.used)}</Table.Td>
                    <Table.Td style={right}>
                      {p.over ? (
                        <Text span inherit c="red" fw={600}>
                          {durationText(p.over)}
                        </Text>
                      ) : (
                        '–'
                      )}
                    </Table.Td>
                    <Table.Td style={right}>{durationText(p.left)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
        {use.data && use.data.waitingMinutes > 0 && (
          <Text size="sm" c="dimmed">
            {durationText(use.data.waitingMinutes)} more wait for approval and do not count yet.
          </Text>
        )}
      </Stack>
    </Dialog>
  )
}
