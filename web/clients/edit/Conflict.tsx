import { Alert, Button, Group, Text } from '@mantine/core'
import { IconGitMerge } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'

interface Props {
  /** What the other person changed, as far as this form shows it. */
  changed: string[]
  onTheirs: () => void
  /** Absent where what was typed can't be put upon what is there now. */
  onMine?: () => void
}

/** Somebody else saved first. Nothing is lost until the person decides. */
export function Conflict({ changed, onTheirs, onMine }: Props) {
  const box = useRef<HTMLDivElement>(null)
  // Newer browsers answer a promise, which an effect must not return.
  useEffect(() => void box.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <Alert
      ref={box}
      role="alert"
      color="amber"
      icon={<IconGitMerge size={18} />}
      title="Somebody changed this client while you were editing"
    >
      <Text size="sm">
        {changed.length > 0
          ? `They changed: ${changed.join(', ')}. Nothing of yours is saved yet.`
          : 'What they changed is not in this form. Nothing of yours is saved yet.'}
      </Text>
      <Group gap={8} mt="sm">
        {onMine && (
          <Button size="xs" onClick={onMine}>
            Keep editing
          </Button>
        )}
        <Button size="xs" variant="default" onClick={onTheirs}>
          Load theirs, drop mine
        </Button>
      </Group>
      {onMine && changed.length > 0 && (
        <Text size="xs" mt={8}>
          Fields that you did not touch become theirs; yours stay, and Save stores them.
        </Text>
      )}
    </Alert>
  )
}
