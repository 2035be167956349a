import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { CodeInput } from '../mfa/CodeInput.tsx'
import { RecoveryCodes } from '../mfa/RecoveryCodes.tsx'

/** Ten new recovery codes in place of the old ones, for a code from the app. */
export function NewRecoveryCodes() {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Group>
        <Button variant="default" onClick={open}>
          Make new recovery codes
        </Button>
      </Group>
      <Modal opened={opened} onClose={close} title="New recovery codes" closeOnClickOutside={false}>
        {opened && <Body onClose={close} />}
      </Modal>
    </>
  )
}

function Body({ onClose }: { onClose: () => void }) {
  const [codes, setCodes] = useState<string[]>()
  const form = useForm({ initialValues: { code: '' } })
  const { onSubmit, pending, error } = useSubmit(form, async (body) => {
    const answer = await ok(api.POST('/api/v1/mfa/recovery-codes', { body }))
    setCodes(answer.recoveryCodes)
  })
  if (codes) return <RecoveryCodes codes={codes} onDone={onClose} doneLabel="Done" />
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        <Text>The codes you have now stop working.</Text>
        <ErrorAlert error={error} shownFields={['code']} />
        <CodeInput data-autofocus {...form.getInputProps('code')} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={pending}>
            Make new codes
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
