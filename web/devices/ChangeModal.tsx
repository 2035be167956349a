import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import { FormFrame } from '../clients/edit/FormFrame.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { toast } from '../ui/toast.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { ALIASES, bodyOf, checks, DeviceFields, SHOWN, valuesOf } from './DeviceFields.tsx'
import { type Device, TOUCHES } from './queries.ts'

export function ChangeModal({ device, onClose }: { device: Device; onClose: () => void }) {
  const form = useForm({ initialValues: valuesOf(device), validate: checks })
  const save = useMutation({
    mutationFn: (values: typeof form.values) => {
      const { retention, ...rest } = bodyOf(values)
      return ok(
        api.PATCH('/api/v1/devices/{id}', {
          params: { path: { id: device.id } },
          headers: { 'If-Match': `"${device.version}"` },
          body: { ...rest, ...(device.managed && { retention }) },
        }),
      )
    },
    meta: TOUCHES,
    onSuccess: () => toast('Saved'),
  })
  const { onSubmit, pending, error } = useSubmit(
    form,
    async (values) => {
      await save.mutateAsync(values)
      onClose()
    },
    ALIASES,
  )
  return (
    <Dialog onClose={onClose} title={`Change ${device.name}`} size="lg" closeOnClickOutside={false}>
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} shownFields={SHOWN}>
        <DeviceFields form={form} managed={device.managed} />
      </FormFrame>
    </Dialog>
  )
}
