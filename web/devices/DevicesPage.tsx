import { Button, Progress, Text } from '@mantine/core'
import { IconDeviceDesktopUp, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { linkOptions } from '@tanstack/react-router'
import { useState } from 'react'
import { facilityList } from '../access/api.ts'
import { useMay } from '../session/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { StatusDot } from '../ui/StatusDot.tsx'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import type { Column } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { plainList } from '../ui/table/plain-list.ts'
import { EnrolModal } from './EnrolModal.tsx'
import { type Device, devicesQuery } from './queries.ts'
import { bytesText, HEALTH, healthOf } from './words.ts'

/** The organization's computers that keep copies of their folders here. */
export function DevicesPage() {
  const may = useMay()
  const devices = useQuery(devicesQuery)
  const facilities = useQuery({ ...facilityList, enabled: may('facilities:read') })
  const [enrolling, setEnrolling] = useState(false)
  const nameOf = (id: string | null) => facilities.data?.items.find((f) => f.id === id)?.name
  const add = may('devices:manage') && (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setEnrolling(true)}>
      Enrol a device
    </Button>
  )
  const columns: Column<Device>[] = [
    {
      key: 'name',
      header: 'Device',
      phone: 'title',
      cell: (d) => (
        <div style={{ overflowWrap: 'anywhere' }}>
          <Text fw={560} span>
            {d.name}
          </Text>
        </div>
      ),
    },
    { key: 'facility', header: 'Facility', cell: (d) => nameOf(d.facilityId) },
    {
      key: 'state',
      header: 'State',
      phone: 'line',
      cell: (d) => {
        const { label, color } = HEALTH[healthOf(d)]
        return <StatusDot color={color}>{label}</StatusDot>
      },
    },
    { key: 'last', header: 'Last copy', cell: (d) => <TimeAgo at={d.lastSnapshotAt} never="none yet" /> },
    { key: 'room', header: 'Room', width: 200, cell: (d) => d.state !== 'destroyed' && <Room device={d} /> },
  ]
  return (
    <>
      <PageHeader
        title="Device backups"
        description="Computers that keep encrypted copies of their folders here, with restic. What came in can’t be changed or deleted from the computer."
        actions={add}
      />
      <DataTable
        label="Devices"
        columns={columns}
        list={plainList(devices)}
        rowKey={(d) => d.id}
        rowLink={(d) => linkOptions({ to: '/devices/$deviceId', params: { deviceId: d.id } })}
        empty={
          <EmptyState icon={IconDeviceDesktopUp} title="No devices yet" action={add}>
            Enrol the front desk’s computer, or the one with the scans: its folders are copied here,
            encrypted, every few hours.
          </EmptyState>
        }
      />
      {enrolling && <EnrolModal onClose={() => setEnrolling(false)} />}
    </>
  )
}

/** How much of a device's room is used. */
export function Room({ device: d }: { device: Device }) {
  const share = Math.min(100, (d.usedBytes / d.quotaBytes) * 100)
  return (
    <div>
      <Text size="sm">
        {bytesText(d.usedBytes)} of {bytesText(d.quotaBytes)}
      </Text>
      <Progress.Root size="sm" mt={4}>
        <Progress.Section
          value={share}
          color={share > 95 ? 'amber' : undefined}
          aria-label={`${d.name}: ${Math.round(share)} % of its room`}
        />
      </Progress.Root>
    </div>
  )
}
