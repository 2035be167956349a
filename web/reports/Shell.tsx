import { SegmentedControl, Skeleton } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { PERIODS, type PeriodKey } from './period.ts'

interface Props<T> {
  query: UseQueryResult<T>
  empty: (data: T) => boolean
  /** What would be here. */
  about: string
  children: (data: T) => ReactNode
}

/** A report while it comes, when it can't, when there is nothing to report, and when there is. */
export function Shell<T>({ query, empty, about, children }: Props<T>) {
  if (query.error) return <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <Skeleton h={300} radius="lg" />
  if (empty(query.data))
    return (
      <EmptyState icon={IconChartBar} title="Nothing to report yet">
        {about}
      </EmptyState>
    )
  return children(query.data)
}

export const PeriodPicker = ({ value, onChange }: { value: PeriodKey; onChange: (p: PeriodKey) => void }) => (
  <SegmentedControl
    aria-label="Period"
    mb="md"
    value={value}
    onChange={(v) => onChange(v as PeriodKey)}
    data={PERIODS.map(({ value: v, label }) => ({ value: v, label }))}
  />
)
