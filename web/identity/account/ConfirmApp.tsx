import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { CodeInput } from '../mfa/CodeInput.tsx'
import { RecoveryCodes } from '../mfa/RecoveryCodes.tsx'
import { type NewSecret, Secret } from '../mfa/Secret.tsx'

interface Props {
  secret: NewSecret | undefined
  onCancel: () => void
  onDone: () => unknown
}

/** The new app: scanned, confirmed by its first code, and its recovery codes kept. */
export function ConfirmApp({ secret, onCancel, onDone }: Props) {
  return (
    <Modal
      opened={secret !== undefined}
      onClose={onCancel}
      title="Set up your authenticator app"
      closeOnClickOutside={false}
      withCloseButton={false}
      closeOnEscape={false}
    >
      {secret && <Steps secret={secret} onCancel={onCancel} onDone={onDone} />}
    </Modal>
  )
}

function Steps({ secret, onCancel, onDone }: Props & { secret: NewSecret }) {
  const [codes, setCodes] = useState<string[]>()
  const form = useForm({ initialValues: { code: '' } })
  const { onSubmit, pending, error } = useSubmit(form, async (body) => {
    setCodes((await ok(api.POST('/api/v1/me/totp/confirm', { body }))).recoveryCodes)
  })
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} doneLabel="Done" />
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        <Text>Scan this with the app, then type the code that it shows. Any authenticator app will do.</Text>
        <Secret value={secret} />
        <ErrorAlert error={error} shownFields={['code']} />
        <CodeInput label="The code that the app shows" data-autofocus {...form.getInputProps('code')} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={pending}>
            Confirm
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
