import { Tabs } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Backlog } from './Backlog.tsx'
import { Load } from './Load.tsx'
import { Reopened } from './Reopened.tsx'
import { Satisfaction } from './Satisfaction.tsx'
import { ServiceLevels } from './ServiceLevels.tsx'
import type { Report } from './tabs.ts'
import { WorkedTime } from './WorkedTime.tsx'

const route = getRouteApi('/inside/reports')

/** How the desk does, over the tickets that one may see. */
export function ReportsPage() {
  const { report = 'sla' } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <>
      <PageHeader
        title="Reports"
        description="Over the tickets that your walls open. What stands behind others is not counted."
      />
      <Tabs
        value={report}
        keepMounted={false}
        onChange={(next) =>
          void navigate({ search: next === 'sla' ? {} : { report: next as Report }, replace: true })
        }
      >
        <Tabs.List mb="lg">
          <Tabs.Tab value="sla">Service levels</Tabs.Tab>
          <Tabs.Tab value="load">Load</Tabs.Tab>
          <Tabs.Tab value="backlog">Backlog</Tabs.Tab>
          <Tabs.Tab value="reopened">Reopened</Tabs.Tab>
          <Tabs.Tab value="satisfaction">Satisfaction</Tabs.Tab>
          <Tabs.Tab value="time">Time</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="sla">
          <ServiceLevels />
        </Tabs.Panel>
        <Tabs.Panel value="load">
          <Load />
        </Tabs.Panel>
        <Tabs.Panel value="backlog">
          <Backlog />
        </Tabs.Panel>
        <Tabs.Panel value="reopened">
          <Reopened />
        </Tabs.Panel>
        <Tabs.Panel value="satisfaction">
          <Satisfaction />
        </Tabs.Panel>
        <Tabs.Panel value="time">
          <WorkedTime />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
