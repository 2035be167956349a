import { Group, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { calendarDate } from '../ui/time.ts'
import { FiguresTable } from './FiguresTable.tsx'
import { Plot } from './Plot.tsx'
import { minutesText, moneyText, type PeriodKey, periodOf } from './period.ts'
import { PeriodPicker, Shell } from './Shell.tsx'

const GROUPS = [
  { value: 'client', label: 'by client' },
  { value: 'technician', label: 'by technician' },
  { value: 'queue', label: 'by queue' },
  { value: 'contract', label: 'by contract' },
] as const
type GroupBy = (typeof GROUPS)[number]['value']

/** Where the time went. */
export function WorkedTime() {
  const [period, setPeriod] = useState<PeriodKey>('30')
  const [groupBy, setGroupBy] = useState<GroupBy>('client')
  const p = periodOf(period)
  const report = useQuery({
    queryKey: ['reports', 'time', p, groupBy],
    queryFn: ({ signal }) => ok(api.POST('/api/v1/reports/time', { body: { ...p, groupBy }, signal })),
  })
  return (
    <>
      <Group justify="space-between">
        <PeriodPicker value={period} onChange={setPeriod} />
        <Select
          aria-label="Grouped"
          mb="md"
          allowDeselect={false}
          data={GROUPS}
          value={groupBy}
          onChange={(v) => v && setGroupBy(v as GroupBy)}
        />
      </Group>
      <Shell
        query={report}
        empty={(r) => r.groups.length === 0}
        about="Time that was recorded on tickets stands here."
      >
        {(r) => (
          <>
            <Plot
              title="Hours"
              kind="stack"
              data={r.series.map((s) => ({
                start: calendarDate(s.start),
                billable: s.billableMinutes / 60,
                other: (s.minutes - s.billableMinutes) / 60,
              }))}
              by="start"
              series={[
                { name: 'billable', label: 'Billable', color: 'spruce.6' },
                { name: 'other', label: 'Not billable', color: 'gray.5' },
              ]}
              value={(n) => `${Math.round(n * 10) / 10} h`}
            />
            <FiguresTable
              label="Recorded time"
              rows={[...r.groups, { key: 'total', name: 'All', ...r.total }]}
              rowKey={(g) => g.key ?? 'none'}
              columns={[
                { header: 'For', cell: (g) => g.name ?? (g.key ? 'Name hidden from your roles' : 'None') },
                { header: 'Time', number: true, cell: (g) => minutesText(g.minutes) },
                { header: 'Billable', number: true, cell: (g) => minutesText(g.billableMinutes) },
                { header: 'Billed', number: true, cell: (g) => minutesText(g.billedMinutes) },
                { header: 'Approved', number: true, cell: (g) => minutesText(g.approvedMinutes) },
                {
                  header: 'Amount',
                  number: true,
                  cell: (g) => g.amounts.map((a) => moneyText(a.cents, a.currency)).join(', ') || '–',
                },
              ]}
            />
          </>
        )}
      </Shell>
    </>
  )
}
