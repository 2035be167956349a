import { Group, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { calendarDate } from '../ui/time.ts'
import { FiguresTable } from './FiguresTable.tsx'
import { Plot } from './Plot.tsx'
import { minutesText, momentsOf, type PeriodKey, percent, periodOf } from './period.ts'
import { PeriodPicker, Shell } from './Shell.tsx'

const GROUPS = [
  { value: 'queue', label: 'by queue' },
  { value: 'priority', label: 'by priority' },
  { value: 'clientGroup', label: 'by client group' },
  { value: 'technician', label: 'by technician' },
] as const
type GroupBy = (typeof GROUPS)[number]['value']
const PRIORITY_NAMES = ['Urgent', 'High', 'Normal', 'Low']

/** How many promises were kept: share met over time, and who or what they were for. */
export function ServiceLevels() {
  const [period, setPeriod] = useState<PeriodKey>('30')
  const [groupBy, setGroupBy] = useState<GroupBy>('queue')
  const p = periodOf(period)
  const report = useQuery({
    queryKey: ['reports', 'sla', p, groupBy],
    queryFn: ({ signal }) =>
      ok(api.POST('/api/v1/reports/sla', { body: { ...momentsOf(p), groupBy, bucket: p.bucket }, signal })),
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
        about="Once tickets with a service level were answered or resolved, their share of kept promises stands here."
      >
        {(r) => (
          <>
            <Plot
              title="Promises kept"
              kind="line"
              data={r.series.map((s) => ({
                start: calendarDate(s.start),
                response: s.response.attainment === null ? null : s.response.attainment * 100,
                resolution: s.resolution.attainment === null ? null : s.resolution.attainment * 100,
              }))}
              by="start"
              series={[
                { name: 'response', label: 'First reply', color: 'spruce.6' },
                { name: 'resolution', label: 'Resolution', color: 'blue.6' },
              ]}
              value={(n) => `${Math.round(n)} %`}
            />
            <FiguresTable
              label="Service levels"
              rows={[...r.groups, { key: 'total', name: 'All', ...r.total }]}
              rowKey={(g) => g.key ?? 'none'}
              columns={[
                { header: 'For', cell: (g) => nameOf(g, groupBy) },
                { header: 'First reply kept', number: true, cell: (g) => percent(g.response.attainment) },
                { header: 'Median', number: true, cell: (g) => minutesText(g.response.medianMinutes) },
                { header: 'Resolution kept', number: true, cell: (g) => percent(g.resolution.attainment) },
                {
                  header: 'Median to resolve',
                  number: true,
                  cell: (g) => minutesText(g.resolution.medianMinutes),
                },
                { header: '90 % within', number: true, cell: (g) => minutesText(g.resolution.p90Minutes) },
              ]}
            />
          </>
        )}
      </Shell>
    </>
  )
}

function nameOf(g: { key: string | null; name: string | null }, groupBy: GroupBy): string {
  if (groupBy === 'priority' && g.key && g.key !== 'total') return PRIORITY_NAMES[Number(g.key) - 1] ?? g.key
  return g.name ?? (groupBy === 'technician' ? 'Nobody' : 'None')
}
