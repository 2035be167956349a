import { Button, Container, Group, Title } from '@mantine/core'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import { ApiProblem } from '../api/problem.ts'
import { onSignal } from '../api/signals.ts'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'

/** In place of all pages, for what fails before there is one. */
export const ErrorPage = (props: ErrorComponentProps) => (
  <main>
    <PageFailed {...props} />
  </main>
)

/** In place of a page that failed; the rest of the app goes on. Comes back by itself when the server answers again. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const again = useCallback(() => {
    reset()
    void router.invalidate()
  }, [router, reset])
  const passing = error instanceof ApiProblem && (error.status === 0 || error.status >= 502)
  useEffect(() => (passing ? onSignal('reached', again) : undefined), [passing, again])
  return (
    <Container size="sm" py="xl">
      <Title order={1} mb="md">
        This page can’t be shown
      </Title>
      <ErrorAlert error={error} onRetry={again} />
      <Group mt="md">
        <Button component="a" href="/" variant="default">
          Load Wellkeep again
        </Button>
      </Group>
    </Container>
  )
}
