import '@mantine/charts/styles.layer.css'
import { BarChart, LineChart } from '@mantine/charts'
import { Card, Text } from '@mantine/core'
import type { ReactNode } from 'react'

export interface Series {
  name: string
  label: string
  color: string
}

interface Props {
  title: string
  data: Record<string, string | number | null>[]
  /** The field that names each place on the axis. */
  by: string
  series: Series[]
  kind?: 'bars' | 'stack' | 'line'
  value?: (n: number) => string
  /** Below the plot: what a reader of the screen needs in words stands in the table of the page. */
  note?: ReactNode
}

/** What is hidden from screen readers takes no focus either. */
const UNFOCUSED = { accessibilityLayer: false }

/** A plot in a card. Its figures stand in a table beside it too: a picture alone tells a screen reader nothing. */
export function Plot({ title, data, by, series, kind = 'bars', value, note }: Props) {
  const common = {
    h: 240,
    data,
    dataKey: by,
    series,
    withLegend: series.length > 1,
    legendProps: { verticalAlign: 'bottom' as const, height: 36 },
    ...(value && { valueFormatter: value }),
    tickLine: 'none' as const,
    gridAxis: 'x' as const,
  }
  return (
    <Card withBorder radius="lg" padding="md" mb="lg">
      <Text component="h2" fw={600} mb="xs">
        {title}
      </Text>
      <div aria-hidden>
        {kind === 'line' ? (
          <LineChart {...common} lineChartProps={UNFOCUSED} curveType="linear" connectNulls={false} />
        ) : (
          <BarChart
            {...common}
            barChartProps={UNFOCUSED}
            type={kind === 'stack' ? 'stacked' : 'default'}
            maxBarWidth={40}
          />
        )}
      </div>
      {note}
    </Card>
  )
}
