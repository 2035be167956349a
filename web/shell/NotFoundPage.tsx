import { Button } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'

export function NotFoundPage() {
  return (
    <>
      <PageHeader title="There is no such page" />
      <EmptyState
        icon={IconMapQuestion}
        title="Nothing is at this address"
        action={
          <Button component={Link} to="/">
            Go to the start
          </Button>
        }
      >
        The link may be old, or it leads to something that was removed.
      </EmptyState>
    </>
  )
}
