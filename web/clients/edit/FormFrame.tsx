import { Button, Group, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'

interface Props {
  onSubmit: (event?: FormEvent<HTMLFormElement>) => void
  onCancel: () => void
  pending: boolean
  error: unknown
  /** Fields that say their own part of the error. */
  shownFields?: readonly string[]
  children: ReactNode
  /** Something to decide before it can be sent. */
  notice?: ReactNode
  save?: string
  blocked?: boolean
}

/** The form in a dialog. What came of sending it stands at the buttons, where one looks then. */
export function FormFrame({
  onSubmit,
  onCancel,
  pending,
  error,
  shownFields = [],
  children,
  notice,
  save = 'Save',
  blocked,
}: Props) {
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        {children}
        <ErrorAlert error={error} shownFields={shownFields} />
        {notice}
        <Group justify="flex-end" mt={4}>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={pending} disabled={blocked}>
            {save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
