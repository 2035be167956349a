import { Checkbox, SegmentedControl, Select, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useSave } from '../../api/use-save.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { FormModal } from '../../clients/edit/FormModal.tsx'
import { choices, queuesQuery, typesQuery, usable } from '../../desk/settings/queries.ts'
import { useSubmit } from '../../ui/use-submit.ts'
import { LoginFields } from '../LoginFields.tsx'
import { LOGIN_FIELDS, loginBody, loginRules, startLogin } from '../login.ts'
import type { Mailbox } from '../queries.ts'
import { ServerFields } from '../ServerFields.tsx'

const KINDS = [
  { value: 'imap', label: 'Read a mailbox' },
  { value: 'smtp', label: 'Mail is handed over' },
]
const ABOUT = {
  imap: 'Wellkeep reads a folder of your mail server by IMAP. Use a mailbox that nobody else reads: what is marked as seen counts as taken.',
  smtp: 'Your mail server hands mail for this address over to Wellkeep by SMTP. Whoever runs the server sets WELLKEEP_SMTP_PORT for it.',
} as const

/** The editor of a mailbox by which tickets come in. */
export function MailboxModal({ mailbox, onClose }: { mailbox: Mailbox | undefined; onClose: () => void }) {
  const queues = useQuery(queuesQuery).data?.items
  const types = useQuery(typesQuery).data?.items
  const save = useSave('/api/v1/mail/mailboxes', mailbox, ['mail'])
  const form = useForm({
    initialValues: {
      address: mailbox?.address ?? '',
      kind: mailbox?.kind ?? ('imap' as 'imap' | 'smtp'),
      enabled: mailbox?.enabled ?? true,
      subaddressing: mailbox?.subaddressing ?? true,
      queueId: mailbox?.queueId ?? null,
      typeId: mailbox?.typeId ?? null,
      host: mailbox?.host ?? '',
      port: (mailbox?.port ?? 993) as number | string,
      security: mailbox?.security ?? ('tls' as const),
      ca: mailbox?.ca ?? '',
      folder: mailbox?.folder ?? 'INBOX',
      moveTo: mailbox?.moveTo ?? '',
      ...startLogin(mailbox?.hasLogin ?? false, true),
    },
    validate: {
      address: (v) => (/^[^\s@]+@[^\s@]+$/.test(v.trim()) ? null : 'Write its e-mail address'),
      queueId: (v) => (v ? null : 'Choose where its tickets go'),
      user: (v, values) => (values.kind === 'imap' ? loginRules.user(v, values) : null),
      password: (v, values) => (values.kind === 'imap' ? loginRules.password(v, values) : null),
      host: (v, { kind }) => (kind === 'smtp' || v.trim() ? null : 'Which server?'),
    },
  })
  const { onSubmit, pending, error, shown } = useSubmit(
    form,
    async (v) => {
      const common = {
        address: v.address.trim(),
        kind: v.kind,
        enabled: v.enabled,
        subaddressing: v.subaddressing,
        queueId: v.queueId!,
        typeId: v.typeId,
      }
      await save.mutateAsync(
        v.kind === 'smtp'
          ? { ...common, login: null }
          : {
              ...common,
              host: v.host.trim(),
              port: v.port === '' ? null : Number(v.port),
              security: v.security,
              ca: v.ca.trim() || null,
              folder: v.folder,
              moveTo: v.moveTo.trim() || null,
              ...loginBody(v),
            },
      )
      onClose()
    },
    LOGIN_FIELDS,
  )
  const { kind } = form.values
  return (
    <FormModal title={mailbox ? mailbox.address : 'New mailbox'} onClose={onClose} size="xl">
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} shownFields={shown}>
        <TextInput
          data-autofocus
          label="E-mail address"
          type="email"
          placeholder="desk@clinic.example"
          autoComplete="off"
          {...form.getInputProps('address')}
        />
        <div>
          <SegmentedControl
            aria-label="How mail comes in"
            data={KINDS}
            fullWidth
            {...form.getInputProps('kind')}
          />
          <Text size="sm" c="dimmed" mt={6}>
            {ABOUT[kind]}
          </Text>
        </div>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label="Queue of its tickets"
            allowDeselect={false}
            data={choices(usable(queues, mailbox?.queueId))}
            {...form.getInputProps('queueId')}
          />
          <Select
            label="Type of its tickets (optional)"
            placeholder="The queue’s own"
            clearable
            data={choices(usable(types, mailbox?.typeId))}
            {...form.getInputProps('typeId')}
          />
        </SimpleGrid>
        {kind === 'imap' && (
          <>
            <ServerFields form={form} ports={{ tls: 993, starttls: 143 }} />
            <LoginFields form={form} isSet={mailbox?.hasLogin ?? false} needed />
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <TextInput label="Folder" maxLength={200} {...form.getInputProps('folder')} />
              <TextInput
                label="Afterwards to the folder (optional)"
                placeholder="Marked as seen where it is"
                maxLength={200}
                {...form.getInputProps('moveTo')}
              />
            </SimpleGrid>
          </>
        )}
        <Checkbox
          label="Answers come back to signed addresses"
          description="Such as desk+t1042-…@clinic.example. Off where your mail server does not deliver what follows a plus."
          {...form.getInputProps('subaddressing', { type: 'checkbox' })}
        />
        <Checkbox label="In use" {...form.getInputProps('enabled', { type: 'checkbox' })} />
      </FormFrame>
    </FormModal>
  )
}
