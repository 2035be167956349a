import { Button, Container, Group } from '@mantine/core'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'

/** In place of a page that failed; the rest of the app goes on. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const again = () => {
    reset()
    void router.invalidate()
  }
  return (
    <Container size="sm" py="xl">
      <ErrorAlert error={error} onRetry={again} />
      <Group mt="md">
        <Button component="a" href="/" variant="default">
          Load Wellkeep again
        </Button>
      </Group>
    </Container>
  )
}
