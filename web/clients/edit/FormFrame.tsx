import { Button, Group, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'

interface Props {
  onSubmit: (event?: FormEvent<HTMLFormElement>) => void
  onCancel: () => void
  pending: boolean
  error: unknown
  children: ReactNode
  save?: string
  /** Something has to be decided first. */
  blocked?: boolean
}

/** The form in a dialog, with its refusal above and its buttons below. */
export function FormFrame({ onSubmit, onCancel, pending, error, children, save = 'Save', blocked }: Props) {
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <ErrorAlert error={error} />
        {children}
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
