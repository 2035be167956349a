import { Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { useMay } from '../session/session.ts'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { ConfirmModal } from '../ui/ConfirmModal.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageTabs } from '../ui/PageTabs.tsx'
import { StatusDot } from '../ui/StatusDot.tsx'
import { toast } from '../ui/toast.tsx'
import { ActivityTab } from './ActivityTab.tsx'
import { ChangeModal } from './ChangeModal.tsx'
import { CopiesTab } from './CopiesTab.tsx'
import { type Device, deviceQuery, TOUCHES } from './queries.ts'
import { RestoreTab } from './RestoreTab.tsx'
import { SetUpGuide } from './SetUpGuide.tsx'
import { HEALTH, healthOf } from './words.ts'

/** One device: how it does, what it keeps, and how to get it back. */
export function DevicePage() {
  const { deviceId } = useParams({ strict: false }) as { deviceId: string }
  const device = useQuery(deviceQuery(deviceId))
  const may = useMay()
  if (!device.data)
    return device.error ? (
      <>
        <PageHeader title="Device" crumbs={[{ label: 'Device backups', to: '/devices' }]} />
        <ErrorAlert error={device.error} onRetry={() => void device.refetch()} />
      </>
    ) : (
      <PageSkeleton />
    )
  const d = device.data
  const { label, color } = HEALTH[healthOf(d)]
  return (
    <>
      <PageHeader
        title={d.name}
        crumbs={[{ label: 'Device backups', to: '/devices' }]}
        badges={<StatusDot color={color}>{label}</StatusDot>}
        actions={may('devices:manage') && d.state !== 'destroyed' && <Actions device={d} />}
      />
      <PageTabs
        label="Device"
        tabs={[
          { value: 'copies', label: 'Copies', content: <CopiesTab device={d} /> },
          { value: 'restore', label: 'Restore', content: <RestoreTab device={d} /> },
          { value: 'activity', label: 'Activity', content: <ActivityTab device={d} /> },
        ]}
      />
    </>
  )
}

type Doing = 'change' | 'renew' | 'revoke' | 'destroy'

function Actions({ device: d }: { device: Device }) {
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  const params = { path: { id: d.id } }
  const renew = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/devices/{id}/credential', { params, body: {} })),
    meta: TOUCHES,
  })
  const revoke = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/devices/{id}/revoke', { params, body: {} })),
    meta: TOUCHES,
    onSuccess: () => toast('The device is revoked'),
  })
  const destroy = useMutation({
    mutationFn: (reason: string) =>
      ok(api.POST('/api/v1/devices/{id}/destroy', { params, body: { reason } })),
    meta: TOUCHES,
    onSuccess: () => toast('The copies are destroyed'),
  })
  const active = d.state === 'active'
  return (
    <>
      <Button variant="default" onClick={() => setDoing('change')}>
        Change
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" aria-label={`${d.name}: more actions`} px="sm">
            <IconDots size={17} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {active && <Menu.Item onClick={() => setDoing('renew')}>Give it a new secret</Menu.Item>}
          {active && (
            <Menu.Item color="red" onClick={() => setDoing('revoke')}>
              Revoke
            </Menu.Item>
          )}
          {!active && (
            <Menu.Item color="red" onClick={() => setDoing('destroy')}>
              Destroy the copies
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {doing === 'change' && <ChangeModal device={d} onClose={close} />}
      <ConfirmModal
        opened={doing === 'renew' && !renew.data}
        onClose={close}
        title="Give it a new secret?"
        confirmLabel="Make a new one"
        onConfirm={async () => {
          await renew.mutateAsync()
          // The dialog closes itself; the guide takes its place.
          queueMicrotask(() => setDoing('renew'))
        }}
      >
        The one that {d.name} has now opens nothing from that moment on. Have the computer at hand.
      </ConfirmModal>
      {renew.data && doing === 'renew' && (
        <Dialog
          title={`A new secret for ${d.name}`}
          size="xl"
          closeOnClickOutside={false}
          onClose={() => {
            close()
            renew.reset()
          }}
        >
          <SetUpGuide
            again
            access={renew.data}
            onDone={() => {
              close()
              renew.reset()
            }}
          />
        </Dialog>
      )}
      <ConfirmModal
        opened={doing === 'revoke'}
        onClose={close}
        title={`Revoke ${d.name}?`}
        confirmLabel="Revoke"
        danger
        onConfirm={() => revoke.mutateAsync()}
      >
        It is refused from the next request on. Its copies stay and can be restored elsewhere. This can’t be
        undone; the computer can be enrolled anew.
      </ConfirmModal>
      <ConfirmModal
        opened={doing === 'destroy'}
        onClose={close}
        title="Destroy these copies for good?"
        confirmLabel="Destroy"
        danger
        reason={{ label: 'Why', required: true }}
        onConfirm={(reason) => destroy.mutateAsync(reason)}
      >
        The key of {d.name} is destroyed, and with it every copy: nobody can restore anything from them any
        more.
      </ConfirmModal>
    </>
  )
}
