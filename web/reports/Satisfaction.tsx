import { Group, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { calendarDate } from '../ui/time.ts'
import { FiguresTable } from './FiguresTable.tsx'
import { Plot } from './Plot.tsx'
import { momentsOf, type PeriodKey, percent, periodOf } from './period.ts'
import { PeriodPicker, Shell } from './Shell.tsx'

const GROUPS = [
  { value: 'queue', label: 'by queue', header: 'Queue', nobody: '–' },
  { value: 'technician', label: 'by technician', header: 'Technician', nobody: 'Nobody' },
  { value: 'client', label: 'by client', header: 'Client', nobody: 'No client, or none that you may see' },
] as const
type GroupBy = (typeof GROUPS)[number]['value']

/** What requesters said of tickets that had ended. */
export function Satisfaction() {
  const [period, setPeriod] = useState<PeriodKey>('91')
  const [groupBy, setGroupBy] = useState<GroupBy>('queue')
  const p = periodOf(period)
  const { header, nobody } = GROUPS.find((g) => g.value === groupBy)!
  const report = useQuery({
    queryKey: ['reports', 'ratings', p, groupBy],
    queryFn: ({ signal }) =>
      ok(
        api.POST('/api/v1/reports/ratings', { body: { ...momentsOf(p), groupBy, bucket: p.bucket }, signal }),
      ),
  })
  return (
    <>
      <Group justify="space-between">
        <PeriodPicker value={period} onChange={setPeriod} />
        <Select
          aria-label="Grouped"
          mb="md"
          allowDeselect={false}
          data={GROUPS.map(({ value, label }) => ({ value, label }))}
          value={groupBy}
          onChange={(v) => v && setGroupBy(v as GroupBy)}
        />
      </Group>
      <Shell
        query={report}
        empty={(r) => r.total.rated === 0}
        about="Once requesters said how content they were, it stands here."
      >
        {(r) => (
          <>
            <Plot
              title="What requesters said"
              kind="stack"
              data={r.series.map(({ start, good, neither, bad }) => ({
                start: calendarDate(start),
                good,
                neither,
                bad,
              }))}
              by="start"
              series={[
                { name: 'good', label: 'Good', color: 'green.6' },
                { name: 'neither', label: 'Neither', color: 'gray.5' },
                { name: 'bad', label: 'Bad', color: 'red.6' },
              ]}
            />
            <FiguresTable
              label="What requesters said"
              rows={[...r.groups, { ...r.total, key: 'total', name: 'All' }]}
              rowKey={(g) => g.key ?? 'none'}
              columns={[
                { header, cell: (g) => g.name ?? nobody },
                { header: 'Good', number: true, cell: (g) => g.good },
                { header: 'Neither', number: true, cell: (g) => g.neither },
                { header: 'Bad', number: true, cell: (g) => g.bad },
                { header: 'Content', number: true, cell: (g) => percent(g.share) },
              ]}
            />
          </>
        )}
      </Shell>
    </>
  )
}
