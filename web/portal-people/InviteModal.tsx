import { Button, Group, MultiSelect, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import { choicesQuery } from '../clients/queries.ts'
import { ClientPicker } from '../desk/ClientPicker.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { InvitationMade } from './InvitationMade.tsx'

interface Props {
  onClose: () => void
  /** Whom the person is for, where that is known: the client's page. */
  client?: { id: string; contactId?: string; name?: string; email?: string }
}

/** Invites somebody to the portal: by e-mail, or with a code to read out or print. */
export function InviteModal({ onClose, client }: Props) {
  const choices = useQuery(choicesQuery)
  const form = useForm({
    initialValues: {
      name: client?.name ?? '',
      email: client?.email ?? '',
      phone: '',
      clientId: client?.id ?? (null as string | null),
      facilityIds: [] as string[],
      deliver: 'code' as 'email' | 'code',
    },
  })
  const invite = useMutation({
    mutationFn: ({ clientId, phone, ...values }: typeof form.values) =>
      ok(
        api.POST('/api/v1/portal-people', {
          body: {
            ...values,
            email: values.email.trim(),
            ...(phone.trim() && { phone: phone.trim() }),
            clients: clientId
              ? [{ clientId, ...(client?.contactId && { contactId: client.contactId }) }]
              : [],
          },
        }),
      ),
    meta: { touches: ['portal-people'] },
  })
  const { onSubmit, pending, error } = useSubmit(form, (values) => invite.mutateAsync(values), {
    clients: 'clientId',
    'clients.0.clientId': 'clientId',
  })
  if (invite.data)
    return (
      <Dialog onClose={onClose} title="The invitation" closeOnClickOutside={false}>
        <InvitationMade invited={invite.data} onClose={onClose} />
      </Dialog>
    )
  return (
    <Dialog onClose={onClose} title="Invite somebody to the portal" size="lg" closeOnClickOutside={false}>
      <form onSubmit={onSubmit}>
        <Stack>
          <ErrorAlert
            error={error}
            shownFields={['name', 'email', 'phone', 'clients', 'clients.0.clientId', 'facilityIds']}
          />
          <TextInput
            data-autofocus
            label="Name"
            autoComplete="off"
            required
            maxLength={200}
            {...form.getInputProps('name')}
          />
          <TextInput
            label="E-mail address"
            description="They sign in with it. No health information is ever sent there."
            type="email"
            autoComplete="off"
            required
            maxLength={254}
            {...form.getInputProps('email')}
          />
          <TextInput
            label="Telephone (optional)"
            type="tel"
            autoComplete="off"
            maxLength={40}
            {...form.getInputProps('phone')}
          />
          {!client && (
            <ClientPicker
              label="Client"
              description="Whose documents and messages they see."
              value={form.values.clientId}
              error={form.errors.clientId}
              onChange={(id) => form.setFieldValue('clientId', id)}
            />
          )}
          {(choices.data?.facilities.length ?? 0) > 0 && (
            <MultiSelect
              label="Facilities (optional)"
              description="Where they work, or are seen."
              data={choices.data!.facilities}
              searchable
              {...form.getInputProps('facilityIds')}
            />
          )}
          <Radio.Group label="How does the invitation reach them?" {...form.getInputProps('deliver')}>
            <Stack gap={4} mt={6}>
              <Radio value="code" label="With a code that I read out or print" />
              <Radio value="email" label="By e-mail, with a link that works once" />
            </Stack>
          </Radio.Group>
          <Text size="sm" c="dimmed">
            Make sure that it is really they who get it: whoever has it first gets in.
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending}>
              Invite
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
