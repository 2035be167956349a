import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ReactNode } from 'react'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { NO_PROOF, ProofFields, proofBody } from './ProofFields.tsx'

interface Props {
  opened: boolean
  onClose: () => void
  title: string
  /** What it brings about. */
  children: string
  confirmLabel: string
  danger?: boolean
  enrolled: boolean
  /** A field of its own, above the proof. */
  before?: ReactNode
  onProven: (body: ReturnType<typeof proofBody>) => Promise<unknown>
}

/** Asks for the password and the second factor before something about them changes. */
export function ProofModal({ opened, onClose, title, ...rest }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeOnClickOutside={false}>
      {opened && <Body onClose={onClose} {...rest} />}
    </Modal>
  )
}

function Body({
  onClose,
  children,
  confirmLabel,
  danger,
  enrolled,
  before,
  onProven,
}: Omit<Props, 'opened' | 'title'>) {
  const form = useForm({ initialValues: NO_PROOF })
  const { onSubmit, pending, error } = useSubmit(form, (values) => onProven(proofBody(values)))
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        <Text>{children}</Text>
        {before}
        <ErrorAlert error={error} shownFields={['password', 'code', 'recoveryCode']} />
        <ProofFields form={form} enrolled={enrolled} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={pending} {...(danger && { color: 'red' })}>
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
