import { ActionIcon, Button, Input, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useSave } from '../../../api/use-save.ts'
import { FormFrame } from '../../../clients/edit/FormFrame.tsx'
import { FormModal } from '../../../clients/edit/FormModal.tsx'
import { OrderedList } from '../../../ui/order/OrderedList.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import type { TicketFlow } from '../queries.ts'
import { bodyOf, type DraftStatus, draftOf, keyOf } from './draft.ts'
import classes from './FlowModal.module.css'
import { FlowPicture } from './FlowPicture.tsx'
import { type FlowValues, StatusCard } from './StatusCard.tsx'

const fresh = (): DraftStatus => ({
  uid: crypto.randomUUID(),
  key: '',
  name: '',
  category: 'open',
  next: [],
  requiresSteps: false,
})

/** The editor of a flow: its statuses in their order, and the picture of where tickets may go. */
export function FlowModal({ flow, onClose }: { flow: TicketFlow | undefined; onClose: () => void }) {
  const save = useSave('/api/v1/ticket-flows', flow, ['desk'])
  const form = useForm<FlowValues>({
    initialValues: { name: flow?.name ?? '', statuses: draftOf(flow) },
    validate: {
      name: (v) => (v.trim() ? null : 'Give it a name'),
      statuses: {
        name: (v) => (v.trim() ? null : 'Give it a name'),
        key: (v) => (v.trim() && v.trim() === keyOf(v) ? null : 'Lower-case letters, digits and hyphens'),
      },
    },
  })
  const { onSubmit, pending, error, shown } = useSubmit(form, async ({ name, statuses }) => {
    await save.mutateAsync(bodyOf(name, statuses))
    onClose()
  })
  const { statuses } = form.values
  const remove = (at: number) => {
    const { uid } = statuses[at]!
    form.setFieldValue(
      'statuses',
      statuses.filter((s) => s.uid !== uid).map((s) => ({ ...s, next: s.next.filter((n) => n !== uid) })),
    )
    form.clearErrors()
  }
  return (
    <FormModal title={flow ? flow.name : 'New flow'} onClose={onClose} size="72rem">
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} shownFields={shown}>
        <TextInput data-autofocus label="Name" maxLength={100} maw={420} {...form.getInputProps('name')} />
        <div className={classes.columns}>
          <div className={classes.statuses}>
            <Title order={3} size="h4">
              Statuses
            </Title>
            <Input.Description mb={8}>A ticket begins in the first.</Input.Description>
            <OrderedList
              roomy
              label="Statuses"
              items={statuses}
              keyOf={(s) => s.uid}
              nameOf={(s, at) => s.name || `status ${at + 1}`}
              onMove={(from, to) => {
                form.reorderListItem('statuses', { from, to })
                form.clearErrors()
              }}
              actions={(s, at) => (
                <ActionIcon
                  size="md"
                  aria-label={`Remove ${s.name || `status ${at + 1}`}`}
                  disabled={statuses.length <= 2}
                  onClick={() => remove(at)}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              )}
            >
              {(_, at) => <StatusCard form={form} at={at} />}
            </OrderedList>
            {form.errors.statuses && (
              <Input.Error mt="xs" role="alert">
                {form.errors.statuses}
              </Input.Error>
            )}
            <Button
              mt="sm"
              variant="default"
              leftSection={<IconPlus size={17} />}
              disabled={statuses.length >= 30}
              onClick={() => form.insertListItem('statuses', fresh())}
            >
              Add a status
            </Button>
          </div>
          <aside className={classes.picture} aria-label="Picture of the flow">
            <FlowPicture statuses={statuses} />
          </aside>
        </div>
      </FormFrame>
    </FormModal>
  )
}
