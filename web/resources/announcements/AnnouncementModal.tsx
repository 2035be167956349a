import { Checkbox, SegmentedControl, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useId } from 'react'
import { useSave } from '../../api/use-save.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { FormModal } from '../../clients/edit/FormModal.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { AudienceFields, EVERYBODY } from '../AudienceFields.tsx'
import type { KeptAnnouncement } from '../queries.ts'
import { fromMomentField, momentField } from './moments.ts'

type Importance = KeptAnnouncement['importance']
const IMPORTANCE = [
  { value: 'normal', label: 'Normal' },
  { value: 'important', label: 'Important' },
  { value: 'urgent', label: 'Urgent' },
]

interface Props {
  announcement: KeptAnnouncement | undefined
  onClose: () => void
}

/** An announcement: new, or as it is. */
export function AnnouncementModal({ announcement, onClose }: Props) {
  const label = useId()
  const save = useSave(
    '/api/v1/announcements',
    announcement,
    ['announcements', 'announcement-receipts'],
    'PATCH',
  )
  const form = useForm({
    initialValues: {
      title: announcement?.title ?? '',
      text: announcement?.text ?? '',
      importance: announcement?.importance ?? ('normal' as Importance),
      startsAt: momentField(announcement?.startsAt),
      endsAt: momentField(announcement?.endsAt),
      audience: announcement?.audience ?? EVERYBODY,
      readAgain: false,
    },
    validate: {
      title: (v) => (v.trim() ? null : 'Give it a title'),
      text: (v) => (v.trim() ? null : 'Say what there is to know'),
    },
  })
  const { onSubmit, pending, error, shown } = useSubmit(
    form,
    async ({ startsAt, endsAt, readAgain, ...v }) => {
      const starts = fromMomentField(startsAt)
      await save.mutateAsync({
        ...v,
        ...(starts && { startsAt: starts }),
        endsAt: fromMomentField(endsAt),
        ...(readAgain && { readAgain: true as const }),
      })
      onClose()
    },
  )
  return (
    <FormModal title={announcement ? announcement.title : 'New announcement'} onClose={onClose}>
      <FormFrame
        onSubmit={onSubmit}
        onCancel={onClose}
        pending={pending}
        error={error}
        shownFields={shown}
        save={announcement ? 'Save' : 'Announce'}
      >
        <TextInput data-autofocus label="Title" maxLength={120} {...form.getInputProps('title')} />
        <Textarea
          label="Text"
          description="For many eyes: nothing about a patient. Line breaks stay as you make them."
          autosize
          minRows={4}
          maxRows={14}
          maxLength={4000}
          {...form.getInputProps('text')}
        />
        <div>
          <Text size="sm" fw={500} mb={4} id={label}>
            Importance
          </Text>
          <SegmentedControl
            fullWidth
            aria-labelledby={label}
            data={IMPORTANCE}
            {...form.getInputProps('importance')}
          />
        </div>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            type="datetime-local"
            label="From (optional)"
            description="Empty: at once."
            {...form.getInputProps('startsAt')}
          />
          <TextInput
            type="datetime-local"
            label="Until (optional)"
            description="Empty: without an end."
            {...form.getInputProps('endsAt')}
          />
        </SimpleGrid>
        <AudienceFields
          value={form.values.audience}
          onChange={(audience) => form.setFieldValue('audience', audience)}
        />
        {announcement && announcement.reads > 0 && (
          <Checkbox
            label="Show it again to those who have read it"
            description="Their receipts are taken back."
            {...form.getInputProps('readAgain', { type: 'checkbox' })}
          />
        )}
      </FormFrame>
    </FormModal>
  )
}
