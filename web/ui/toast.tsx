import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { problemText } from '../api/problem.ts'

/** Says that something worked. Screen readers hear it: a notification is an alert. */
export function toast(message: string): void {
  notifications.show({ message })
}

/** Says what failed and why, for what has no place on the page to say it. */
export function toastError(error: unknown, what?: string): void {
  notifications.show({ color: 'red', title: what, message: problemText(error) })
}

/** As `toast`, with a way back. It stays longer, since a decision takes longer than a look. */
export function toastUndo(message: string, undo: () => Promise<unknown>): void {
  const id = crypto.randomUUID()
  const back = async () => {
    notifications.hide(id)
    await undo().then(
      () => toast('Undone'),
      (error: unknown) => toastError(error, 'That could not be undone'),
    )
  }
  notifications.show({
    id,
    autoClose: 12_000,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text span size="sm">
          {message}
        </Text>
        <Button size="compact-sm" variant="default" onClick={() => void back()}>
          Undo
        </Button>
      </Group>
    ),
  })
}
