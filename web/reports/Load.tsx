import { useQuery } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import type { Answer } from '../api/types.ts'
import { FiguresTable } from './FiguresTable.tsx'
import { Plot } from './Plot.tsx'
import { Shell } from './Shell.tsx'

type Row = Answer<'/api/v1/reports/load', 'post'>['rows'][number]

/** Adds up what several rows say of one queue or technician. */
function sums(rows: Row[], key: (r: Row) => string, name: (r: Row) => string) {
  return [...Map.groupBy(rows, key)].map(([id, of]) => {
    const sum = (part: (r: Row) => number) => of.reduce((n, r) => n + part(r), 0)
    return {
      id,
      name: name(of[0]!),
      working: sum((r) => r.open - r.fresh - r.waiting),
      fresh: sum((r) => r.fresh),
      waiting: sum((r) => r.waiting),
      urgent: sum((r) => r.urgent),
      overdue: sum((r) => r.overdue),
    }
  })
}

/** Who and which queue has how much, now. */
export function Load() {
  const report = useQuery({
    queryKey: ['reports', 'load'],
    queryFn: ({ signal }) => ok(api.POST('/api/v1/reports/load', { body: {}, signal })),
  })
  return (
    <Shell
      query={report}
      empty={(r) => r.rows.length === 0}
      about="Open tickets stand here, by queue and technician."
    >
      {({ rows }) => {
        const people = sums(
          rows,
          (r) => r.technicianId ?? '',
          (r) => r.technicianName ?? 'Nobody yet',
        )
        const queues = sums(
          rows,
          (r) => r.queueId,
          (r) => r.queueName,
        )
        return (
          <>
            <Figures title="By technician" rows={people} />
            <Figures title="By queue" rows={queues} />
          </>
        )
      }}
    </Shell>
  )
}

const SERIES = [
  { name: 'fresh', label: 'New', color: 'blue.6' },
  { name: 'working', label: 'In progress', color: 'spruce.6' },
  { name: 'waiting', label: 'Waiting', color: 'amber.5' },
]

const Figures = ({ title, rows }: { title: string; rows: ReturnType<typeof sums> }) => (
  <>
    <Plot title={title} kind="stack" data={rows} by="name" series={SERIES} />
    <FiguresTable
      label={title}
      rows={rows}
      rowKey={(r) => r.id}
      columns={[
        { header: title.replace('By ', '').replace(/^./, (c) => c.toUpperCase()), cell: (r) => r.name },
        { header: 'New', number: true, cell: (r) => r.fresh },
        { header: 'In progress', number: true, cell: (r) => r.working },
        { header: 'Waiting', number: true, cell: (r) => r.waiting },
        { header: 'Urgent', number: true, cell: (r) => r.urgent },
        { header: 'Overdue', number: true, cell: (r) => r.overdue },
      ]}
    />
  </>
)
