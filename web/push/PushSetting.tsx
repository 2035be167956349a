import { Button, Group, Skeleton, Stack, Switch, Text } from '@mantine/core'
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useWords } from '../i18n/language.ts'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { beTold, canBeTold, forgetDevice, myDevices, onPermission, stopHere } from './device.ts'
import { HowToAllow, HowToInstall } from './HowTo.tsx'

const devicesQuery = queryOptions({ queryKey: ['me', 'push'], queryFn: myDevices })

/** Whether this device is told when there is something new; and the way to end it on others. */
export function PushSetting() {
  const { t } = useWords('push')
  const able = canBeTold()
  const devices = useQuery(devicesQuery)
  const permission = usePermission(able)
  const [dismissed, setDismissed] = useState(false)
  const change = useMutation({
    mutationFn: async (on: boolean) => {
      setDismissed(false)
      if (on) return setDismissed((await beTold()) === 'default')
      await stopHere(devices.data?.here)
    },
    meta: { touches: ['me'] },
  })
  const forget = useMutation({
    mutationFn: (ids: string[]) => Promise.all(ids.map(forgetDevice)),
    meta: { touches: ['me'] },
  })
  if (devices.error) return <ErrorAlert error={devices.error} onRetry={() => void devices.refetch()} />
  if (!devices.data) return <Skeleton h={60} />
  const { here, others } = devices.data
  const denied = permission === 'denied'
  return (
    <Stack gap="sm">
      {able ? (
        <Switch
          size="md"
          label={t('label')}
          description={t('hint')}
          checked={here !== undefined && !denied}
          disabled={change.isPending || denied}
          onChange={(event) => change.mutate(event.currentTarget.checked)}
        />
      ) : (
        <HowToInstall />
      )}
      <div role="status">
        {denied && <HowToAllow />}
        {change.isPending && change.variables && permission === 'default' && (
          <Text size="sm">{t('asking')}</Text>
        )}
        {dismissed && !denied && <Text size="sm">{t('dismissed')}</Text>}
        {here !== undefined && !denied && change.isSuccess && <Text size="sm">{t('done')}</Text>}
      </div>
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

/** What the browser lets this site do, also when that is changed in its settings meanwhile. */
function usePermission(able: boolean): NotificationPermission | undefined {
  const [permission, setPermission] = useState(() => (able ? Notification.permission : undefined))
  useEffect(() => {
    if (able) return onPermission(() => setPermission(Notification.permission))
  }, [able])
  return permission
}
