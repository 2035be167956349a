import { Skeleton, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { type BillingSettings, billingQuery, TOUCHES } from '../queries.ts'
import { RoundingFields } from './RoundingFields.tsx'

const NAMES = { step: 'stepMinutes', least: 'leastMinutes' }

/** How billable time is rounded up wherever its contract says nothing of it. */
export function RoundingModal({ onClose }: { onClose: () => void }) {
  const settings = useQuery(billingQuery)
  return (
    <Dialog onClose={onClose} title="Rounding of billable time">
      <ErrorAlert error={settings.error} onRetry={() => void settings.refetch()} />
      {settings.isPending && <Skeleton h={180} />}
      {settings.data && <Form key={settings.data.version} settings={settings.data} onClose={onClose} />}
    </Dialog>
  )
}

function Form({ settings, onClose }: { settings: BillingSettings; onClose: () => void }) {
  const { version, ...now } = settings
  const form = useForm<Record<keyof typeof now, number | string>>({
    initialValues: now,
    validate: {
      stepMinutes: (v) => (v === '' ? 'Say how many; 1 is to the minute' : null),
      leastMinutes: (v) => (v === '' ? 'Say how many; none is 0' : null),
    },
  })
  const save = useMutation({
    mutationFn: (v: typeof form.values) =>
      ok(
        api.PUT('/api/v1/billing-settings', {
          headers: { 'If-Match': `"${version}"` },
          body: { stepMinutes: Number(v.stepMinutes), leastMinutes: Number(v.leastMinutes) },
        }),
      ),
    meta: TOUCHES,
  })
  const { onSubmit, pending, error, shown } = useSubmit(form, async (values) => {
    await save.mutateAsync(values)
    toast('Saved, for what is approved from now on')
    onClose()
  })
  return (
    <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} shownFields={shown}>
      <Text size="sm" c="dimmed">
        For time whose contract says nothing of it, and for time without a contract. What was worked stays as
        it was entered; what is billed is decided when it is approved, and stands beside it.
      </Text>
      <RoundingFields form={form} names={NAMES} />
    </FormFrame>
  )
}
