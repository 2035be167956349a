import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { useMay } from '../../session/session.ts'
import { CopyOnce } from '../../ui/CopyOnce.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { dayAndTime, endOfDay } from '../../ui/time.ts'
import { useSubmit } from '../../ui/use-submit.ts'
import { AccessFields } from './AccessFields.tsx'

/** Invites a person: the link that comes back is handed over by whoever invited. */
export function InviteModal({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Invite a user" size="lg" closeOnClickOutside={false}>
      {opened && <InviteForm onClose={onClose} />}
    </Modal>
  )
}

const START = { email: '', displayName: '', roleIds: [] as string[], teamIds: [] as string[], expiresOn: '' }

function InviteForm({ onClose }: { onClose: () => void }) {
  const may = useMay()
  const form = useForm({
    initialValues: START,
    validate: {
      roleIds: (ids) => (may('roles:manage') && ids.length === 0 ? 'Choose at least one role' : null),
    },
  })
  const invite = useMutation({
    mutationFn: ({ expiresOn, ...values }: typeof START) => {
      const body = {
        ...values,
        email: values.email.trim(),
        ...(expiresOn && { expiresAt: endOfDay(expiresOn) }),
      }
      return ok(api.POST('/api/v1/users/invitations', { body }))
    },
    meta: { touches: ['users'] },
  })
  const { onSubmit, pending, error } = useSubmit(form, (values) => invite.mutateAsync(values), {
    expiresAt: 'expiresOn',
  })

  const another = () => {
    form.reset()
    invite.reset()
  }

  if (invite.data) {
    return (
      <Stack>
        <CopyOnce
          label={`The invitation link for ${invite.data.user.displayName}`}
          value={invite.data.invitationUrl}
        >
          Give it to nobody else: whoever opens it first chooses the password. It works once, until{' '}
          {dayAndTime(invite.data.expiresAt)}, and is shown only now.
        </CopyOnce>
        <Group justify="flex-end">
          <Button variant="default" onClick={another}>
            Invite another
          </Button>
          <Button onClick={onClose}>Done</Button>
        </Group>
      </Stack>
    )
  }
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        <ErrorAlert error={error} shownFields={['email', 'displayName', 'roleIds', 'teamIds', 'expiresAt']} />
        <TextInput
          data-autofocus
          label="Name"
          autoComplete="off"
          required
          maxLength={200}
          {...form.getInputProps('displayName')}
        />
        <TextInput
          label="E-mail address"
          type="email"
          autoComplete="off"
          required
          maxLength={254}
          {...form.getInputProps('email')}
        />
        <AccessFields
          field={(name) => form.getInputProps(name)}
          may={{ roles: may('roles:manage'), teams: may('teams:manage'), end: true }}
        />
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={pending}>
            Make the invitation
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
