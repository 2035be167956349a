import { Alert, Progress, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { sweepQuery } from './queries.ts'

/** While a change still goes over the open tickets. */
export function SweepProgress() {
  const sweep = useQuery(sweepQuery).data
  if (!sweep?.requestedAt || sweep.finishedAt || sweep.total === 0) return null
  const { done, total } = sweep
  return (
    <Alert color="blue" mt="md" py="sm" role="status">
      <Text size="sm" mb={6}>
        The change goes over all open tickets: {done.toLocaleString()} of {total.toLocaleString()}
      </Text>
      <Progress value={(done / total) * 100} size="sm" aria-label={`${done} of ${total} tickets gone over`} />
    </Alert>
  )
}
