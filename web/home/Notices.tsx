import { Alert, Anchor, Stack } from '@mantine/core'
import { IconLifebuoy, IconShieldExclamation } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, ok, PASSIVE } from '../api/client.ts'
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
  const unreviewed = waiting.data?.items.filter((x) => !x.reviewedAt).length ?? 0
  if (unreviewed === 0 && mfa) return null
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
