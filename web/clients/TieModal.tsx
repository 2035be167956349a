import { Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { calendarDate } from '../ui/time.ts'
import { useSubmit } from '../ui/use-submit.ts'
import { FormFrame } from './edit/FormFrame.tsx'
import { refresh } from './refresh.ts'
import { useIdempotencyKey } from './use-idempotency-key.ts'

/** Ties a client to another. */
export function TieModal({ clientId, onClose }: { clientId: string; onClose: () => void }) {
  const cache = useQueryClient()
  const once = useIdempotencyKey()
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 200)
  const form = useForm({
    initialValues: { otherClientId: null as string | null, kind: '' },
    validate: {
      otherClientId: (id) => (id ? null : 'Choose a client'),
      kind: (kind) => (kind.trim() ? null : 'Say how they belong together'),
    },
  })
  const found = useQuery({
    queryKey: ['clients', 'tie', q],
    queryFn: ({ signal }) => ok(api.POST('/api/v1/clients/search', { body: { q, limit: 10 }, signal })),
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
  })
  const save = useMutation({
    mutationFn: ({ otherClientId, kind }: typeof form.values) => {
      const body = { otherClientId: otherClientId!, kind: kind.trim() }
      return ok(
        api.POST('/api/v1/clients/{id}/relationships', {
          params: { path: { id: clientId } },
          body,
          headers: once(body),
        }),
      )
    },
    onSuccess: () => refresh(cache, clientId, 'relationships'),
  })
  const { onSubmit, pending, error } = useSubmit(form, (v) => save.mutateAsync(v).then(onClose))
  const options = (found.data?.items ?? [])
    .filter((c) => c.id !== clientId)
    .map((c) => ({
      value: c.id,
      label: c.birthDate ? `${c.displayName}, born ${calendarDate(c.birthDate)}` : c.displayName,
    }))
  return (
    <Dialog onClose={onClose} title="New relationship" closeOnClickOutside={false}>
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error}>
        <Select
          data-autofocus
          label="Client"
          description="Search by name, birth date or MRN."
          searchable
          searchValue={typed}
          onSearchChange={setTyped}
          filter={({ options: all }) => all}
          data={options}
          nothingFoundMessage={q.length < 2 ? 'Type two letters or more' : 'Nobody matches'}
          {...form.getInputProps('otherClientId')}
        />
        <TextInput
          label="Relationship"
          description="What the other is to this client."
          placeholder="Sister, same household, owner"
          maxLength={60}
          {...form.getInputProps('kind')}
        />
      </FormFrame>
    </Dialog>
  )
}
