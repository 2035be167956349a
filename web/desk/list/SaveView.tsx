import { Button, Checkbox, Modal, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconDeviceFloppy, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import type { Item } from '../../api/types.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { useMay, useSession } from '../../session/session.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { askedOf, setListState, useListState } from './state.ts'

type Saved = Item<'/api/v1/ticket-views'>

/** Keeps what the list is narrowed to under a name, or removes a view of one's own. */
export function SaveView({ saved }: { saved: Saved[] }) {
  const may = useMay()
  const { user } = useSession()
  const { view, filter, q } = useListState()
  const [dialog, setDialog] = useState<'save' | 'remove'>()
  const current = saved.find((v) => v.id === view)
  const narrowed = Object.keys(filter).length > 0 || q.trim() !== ''
  const own = current && (current.ownerId === user.id || may('desk:settings'))
  const remove = useMutation({
    mutationFn: (id: string) => ok(api.DELETE('/api/v1/ticket-views/{id}', { params: { path: { id } } })),
    meta: { touches: ['ticket-views'] },
    onSuccess: () => setListState({ view: 'open' }),
  })
  return (
    <>
      {narrowed && (
        <Button
          mt="sm"
          size="xs"
          variant="default"
          leftSection={<IconDeviceFloppy size={15} />}
          onClick={() => setDialog('save')}
        >
          Save as a view
        </Button>
      )}
      {own && !narrowed && (
        <Button
          mt="sm"
          size="xs"
          variant="subtle"
          color="gray"
          leftSection={<IconTrash size={15} />}
          onClick={() => setDialog('remove')}
        >
          Remove this view
        </Button>
      )}
      {dialog === 'save' && <SaveModal onClose={() => setDialog(undefined)} base={current} />}
      <ConfirmModal
        opened={dialog === 'remove'}
        onClose={() => setDialog(undefined)}
        title={`Remove the view “${current?.name}”?`}
        confirmLabel="Remove"
        danger
        onConfirm={() => remove.mutateAsync(current!.id)}
      >
        {current?.shared ? 'It disappears for everybody.' : 'It is yours alone.'} Tickets stay as they are.
      </ConfirmModal>
    </>
  )
}

function SaveModal({ onClose, base }: { onClose: () => void; base: Saved | undefined }) {
  const may = useMay()
  const state = useListState()
  const form = useForm({
    initialValues: { name: '', shared: false },
    validate: { name: (v) => (v.trim() ? null : 'Give it a name') },
  })
  const save = useMutation({
    mutationFn: ({ name, shared }: typeof form.values) =>
      ok(
        api.POST('/api/v1/ticket-views', {
          headers: { 'Idempotency-Key': crypto.randomUUID() },
          body: {
            name: name.trim(),
            shared,
            filter: { ...base?.filter, ...askedOf(state).filter },
            sort: state.sort,
            layout: state.layout,
          },
        }),
      ),
    meta: { touches: ['ticket-views'] },
    onSuccess: (made) => setListState({ view: made.id, filter: {}, q: '' }),
  })
  const { onSubmit, pending, error } = useSubmit(form, (v) => save.mutateAsync(v).then(onClose))
  return (
    <Modal opened onClose={onClose} title="Save as a view">
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error}>
        <TextInput data-autofocus label="Name" maxLength={100} {...form.getInputProps('name')} />
        {may('desk:settings') && (
          <Checkbox
            label="Share it with everybody who works tickets"
            {...form.getInputProps('shared', { type: 'checkbox' })}
          />
        )}
      </FormFrame>
    </Modal>
  )
}
