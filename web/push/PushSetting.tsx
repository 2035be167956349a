import { Button, Group, Skeleton, Stack, Switch, Text } from '@mantine/core'
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../i18n/language.ts'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { beTold, canBeTold, forgetDevice, myDevices, stopHere } from './device.ts'

const devicesQuery = queryOptions({ queryKey: ['me', 'push'], queryFn: myDevices })

/** Whether this device is told when there is something new; and the way to end it on others. */
export function PushSetting() {
  const { t } = useWords('push')
  const devices = useQuery({ ...devicesQuery, enabled: canBeTold() })
  const [denied, setDenied] = useState(() => canBeTold() && Notification.permission === 'denied')
  const change = useMutation({
    mutationFn: async (on: boolean) => {
      if (on) return setDenied(!(await beTold()))
      const here = devices.data?.here
      await stopHere()
      if (here) await forgetDevice(here)
    },
    meta: { touches: ['me'] },
  })
  const forget = useMutation({
    mutationFn: (ids: string[]) => Promise.all(ids.map(forgetDevice)),
    meta: { touches: ['me'] },
  })
  if (!canBeTold()) return <Text c="dimmed">{t('unsupported')}</Text>
  if (devices.error) return <ErrorAlert error={devices.error} onRetry={() => void devices.refetch()} />
  if (!devices.data) return <Skeleton h={60} />
  const { here, others } = devices.data
  return (
    <Stack gap="sm">
      <Switch
        size="md"
        label={t('label')}
        description={t('hint')}
        checked={here !== undefined}
        disabled={change.isPending || denied}
        onChange={(event) => change.mutate(event.currentTarget.checked)}
      />
      {denied && (
        <Text size="sm" role="alert">
          {t('denied')}
        </Text>
      )}
      {change.error && (
        <Text size="sm" c="red.7" role="alert">
          {t('failed')}
        </Text>
      )}
      {others.length > 0 && (
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {t('others', { n: others.length })}
          </Text>
          <Button variant="default" loading={forget.isPending} onClick={() => forget.mutate(others)}>
            {t('forget')}
          </Button>
        </Group>
      )}
      <ErrorAlert error={forget.error} />
    </Stack>
  )
}
