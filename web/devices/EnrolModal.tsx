import { Radio, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { FormFrame } from '../clients/edit/FormFrame.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { ALIASES, bodyOf, checks, DeviceFields, newDevice, SHOWN } from './DeviceFields.tsx'
import { TOUCHES } from './queries.ts'
import { SetUpGuide } from './SetUpGuide.tsx'

/** Enrols a device, then shows on it, step by step, what to do there. */
export function EnrolModal({ onClose }: { onClose: () => void }) {
  const [managed, setManaged] = useState(true)
  const form = useForm({ initialValues: newDevice(), validate: checks })
  const enrol = useMutation({
    mutationFn: (values: typeof form.values) => {
      const body = bodyOf(values)
      return ok(
        api.POST('/api/v1/devices', {
          body: { ...body, managed, retention: managed ? body.retention : null },
        }),
      )
    },
    meta: TOUCHES,
  })
  const { onSubmit, pending, error } = useSubmit(form, (values) => enrol.mutateAsync(values), ALIASES)
  if (enrol.data)
    return (
      <Dialog
        onClose={onClose}
        title={`Set up ${enrol.data.name}`}
        size="xl"
        closeOnClickOutside={false}
        closeOnEscape={false}
      >
        <SetUpGuide access={enrol.data.access} onDone={onClose} />
      </Dialog>
    )
  return (
    <Dialog onClose={onClose} title="Enrol a device" size="lg" closeOnClickOutside={false}>
      <FormFrame
        onSubmit={onSubmit}
        onCancel={onClose}
        pending={pending}
        error={error}
        shownFields={SHOWN}
        save="Enrol"
      >
        <DeviceFields form={form} managed={managed}>
          <Radio.Group
            label="Who keeps the password of the copies"
            value={managed ? 'managed' : 'own'}
            onChange={(v) => setManaged(v === 'managed')}
          >
            <Stack gap="xs" mt="xs">
              <Radio
                value="managed"
                label="Wellkeep"
                description="Kept sealed. Wellkeep can look into copies, try restores and let old ones go; nobody loses a password."
              />
              <Radio
                value="own"
                label="Only we"
                description="Wellkeep can’t open these copies, nor let single ones go. If the password is lost, so are they."
              />
            </Stack>
          </Radio.Group>
        </DeviceFields>
      </FormFrame>
    </Dialog>
  )
}
