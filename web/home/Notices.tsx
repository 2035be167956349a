import { Alert, Anchor, Stack } from '@mantine/core'
import { IconDeviceDesktopOff, IconLifebuoy, IconShieldExclamation } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, ok, PASSIVE } from '../api/client.ts'
import { devicesQuery } from '../devices/queries.ts'
import { useMay, useSession } from '../session/session.ts'

/** What waits for this person, or should worry them. */
export function Notices() {
  const may = useMay()
  const { mfa } = useSession()
  const waiting = useQuery({
    queryKey: ['break-glass', 'waiting'],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/break-glass', { params: { query: { limit: 100 } }, headers: PASSIVE, signal })),
    enabled: may('break-glass:review'),
  })
  const devices = useQuery({ ...devicesQuery, enabled: may('devices:read') })
  const silent = devices.data?.items.filter((d) => d.silent).length ?? 0
  const unreviewed = waiting.data?.items.filter((x) => !x.reviewedAt).length ?? 0
  if (unreviewed === 0 && silent === 0 && mfa) return null
  return (
    <Stack gap="xs" mb="md">
      {unreviewed > 0 && (
        <Alert color="amber" icon={<IconLifebuoy size={18} />}>
          {unreviewed === 1 ? 'One emergency access waits' : `${unreviewed} emergency accesses wait`} for your
          review.{' '}
          <Anchor component={Link} to="/emergency-access">
            Review
          </Anchor>
        </Alert>
      )}
      {silent > 0 && (
        <Alert color="amber" icon={<IconDeviceDesktopOff size={18} />}>
          {silent === 1 ? 'One device has' : `${silent} devices have`} sent no copy for longer than expected.{' '}
          <Anchor component={Link} to="/devices">
            See which
          </Anchor>
        </Alert>
      )}
      {!mfa && (
        <Alert color="amber" icon={<IconShieldExclamation size={18} />}>
          You signed in with your password alone. A second factor keeps others out even if they learn it.{' '}
          <Anchor component={Link} to="/account">
            Set it up
          </Anchor>
        </Alert>
      )}
    </Stack>
  )
}
