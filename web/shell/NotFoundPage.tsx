import { Button } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '../ui/EmptyState.tsx'

export function NotFoundPage() {
  return (
    <div>
      <EmptyState
        icon={IconMapQuestion}
        title="There is no such page"
        action={
          <Button component={Link} to="/">
            Go to the start
          </Button>
        }
      >
        The link may be old, or it leads to something that was removed.
      </EmptyState>
    </div>
  )
}
