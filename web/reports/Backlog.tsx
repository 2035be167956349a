import { useQuery } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import { FiguresTable } from './FiguresTable.tsx'
import { Plot } from './Plot.tsx'
import { Shell } from './Shell.tsx'

const COLORS = ['green.6', 'spruce.6', 'blue.6', 'amber.5', 'red.5', 'red.8', 'violet.6']

/** How long open tickets have been open, now. */
export function Backlog() {
  const report = useQuery({
    queryKey: ['reports', 'backlog'],
    queryFn: ({ signal }) => ok(api.POST('/api/v1/reports/backlog', { body: {}, signal })),
  })
  return (
    <Shell
      query={report}
      empty={(r) => r.queues.length === 0}
      about="The age of open tickets stands here, by queue."
    >
      {({ ages, queues }) => {
        const labels = ages.map((age, i) => ageText(ages[i - 1] ?? 0, age))
        return (
          <>
            <Plot
              title="Open tickets by age"
              kind="stack"
              data={queues.map((q) => ({
                name: q.queueName,
                ...Object.fromEntries(q.counts.map((n, i) => [`a${i}`, n])),
              }))}
              by="name"
              series={labels.map((label, i) => ({ name: `a${i}`, label, color: COLORS[i] ?? 'gray.6' }))}
            />
            <FiguresTable
              label="Open tickets by age"
              rows={queues}
              rowKey={(q) => q.queueId}
              columns={[
                { header: 'Queue', cell: (q) => q.queueName },
                ...labels.map((header, i) => ({
                  header,
                  number: true,
                  cell: (q: (typeof queues)[number]) => q.counts[i],
                })),
                { header: 'Oldest', number: true, cell: (q) => `${q.oldestDays} d` },
              ]}
            />
          </>
        )
      }}
    </Shell>
  )
}

const ageText = (from: number, to: number | null): string =>
  to === null
    ? `${from} days and more`
    : from === 0
      ? `under ${to} ${to === 1 ? 'day' : 'days'}`
      : `${from} to ${to} days`
