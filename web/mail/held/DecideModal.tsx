import { Radio, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { FormModal } from '../../clients/edit/FormModal.tsx'
import { numberText } from '../../desk/words.ts'
import { toast } from '../../ui/toast.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import type { Held } from '../queries.ts'
import { reasonsText } from '../words.ts'

type Decision = 'send' | 'notice' | 'drop'

const DECISIONS: { value: Decision; label: string; about: string; said: string }[] = [
  {
    value: 'notice',
    label: 'Send a notice',
    about: 'The recipient gets a link and the ticket’s number. The reply stays here.',
    said: 'A notice goes out',
  },
  {
    value: 'send',
    label: 'Send it as it is',
    about: 'This once, with all that it holds.',
    said: 'The mail goes out as it is',
  },
  {
    value: 'drop',
    label: 'Drop it',
    about: 'Nothing is sent. The reply stays on the ticket.',
    said: 'The mail is dropped',
  },
]

/** What becomes of one held mail, with the reason. */
export function DecideModal({ held, onClose }: { held: Held; onClose: () => void }) {
  const infected = held.reasons.includes('file-infected')
  const form = useForm({
    initialValues: { decision: 'notice' as Decision, reason: '' },
    validate: { reason: (v) => (v.trim().length >= 3 ? null : 'Say why, in a few words') },
  })
  const decide = useMutation({
    mutationFn: (body: { decision: Decision; reason: string }) =>
      ok(api.POST('/api/v1/mail/held/{id}/decide', { params: { path: { id: held.id } }, body })),
    meta: { touches: ['mail', 'tickets'] },
  })
  const { onSubmit, pending, error, shown } = useSubmit(form, async ({ decision, reason }) => {
    await decide.mutateAsync({ decision, reason: reason.trim() })
    toast(DECISIONS.find((d) => d.value === decision)!.said)
    onClose()
  })
  return (
    <FormModal title={`Mail of ticket ${numberText(held.ticketNumber)}`} onClose={onClose}>
      <FormFrame
        onSubmit={onSubmit}
        onCancel={onClose}
        pending={pending}
        error={error}
        shownFields={shown}
        save="Decide"
      >
        <Text style={{ overflowWrap: 'anywhere' }}>
          To {held.to}. {reasonsText(held.reasons)}.
        </Text>
        <Radio.Group label="What shall become of it?" {...form.getInputProps('decision')}>
          <Stack gap="sm" mt={6}>
            {DECISIONS.map((d, at) => (
              <Radio
                key={d.value}
                value={d.value}
                label={d.label}
                description={
                  d.value === 'send' && infected ? 'An infected file can’t be sent: purge it first.' : d.about
                }
                disabled={d.value === 'send' && infected}
                {...(at === 0 && { 'data-autofocus': true })}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label="Why?"
          description="Kept in the audit log."
          maxLength={500}
          minRows={2}
          {...form.getInputProps('reason')}
        />
      </FormFrame>
    </FormModal>
  )
}
