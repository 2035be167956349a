import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { calendarDate } from '../ui/time.ts'
import { FiguresTable } from './FiguresTable.tsx'
import { Plot } from './Plot.tsx'
import { momentsOf, type PeriodKey, percent, periodOf } from './period.ts'
import { PeriodPicker, Shell } from './Shell.tsx'

/** Of what was resolved, how much came back. */
export function Reopened() {
  const [period, setPeriod] = useState<PeriodKey>('91')
  const p = periodOf(period)
  const report = useQuery({
    queryKey: ['reports', 'reopened', p],
    queryFn: ({ signal }) =>
      ok(api.POST('/api/v1/reports/reopened', { body: { ...momentsOf(p), bucket: p.bucket }, signal })),
  })
  return (
    <>
      <PeriodPicker value={period} onChange={setPeriod} />
      <Shell
        query={report}
        empty={(r) => r.total.resolved === 0}
        about="Once tickets were resolved, the share that was opened again stands here."
      >
        {(r) => (
          <>
            <Plot
              title="Resolved, and reopened since"
              data={r.series.map((s) => ({
                start: calendarDate(s.start),
                resolved: s.resolved,
                reopened: s.reopened,
              }))}
              by="start"
              series={[
                { name: 'resolved', label: 'Resolved', color: 'spruce.6' },
                { name: 'reopened', label: 'Reopened', color: 'red.6' },
              ]}
            />
            <FiguresTable
              label="Reopened"
              rows={[...r.groups, { key: 'total', name: 'All', ...r.total }]}
              rowKey={(g) => g.key}
              columns={[
                { header: 'Queue', cell: (g) => g.name },
                { header: 'Resolved', number: true, cell: (g) => g.resolved },
                { header: 'Reopened', number: true, cell: (g) => g.reopened },
                { header: 'Share', number: true, cell: (g) => percent(g.rate) },
              ]}
            />
          </>
        )}
      </Shell>
    </>
  )
}
