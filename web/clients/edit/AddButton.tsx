import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import classes from './Lists.module.css'

/** Adds a line to a list in a form. */
export function AddButton({ children, onClick }: { children: string; onClick: () => void }) {
  return (
    <Button
      size="xs"
      variant="subtle"
      className={classes.add}
      leftSection={<IconPlus size={15} />}
      onClick={onClick}
    >
      {children}
    </Button>
  )
}
