import { Checkbox, SimpleGrid, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import { useSubmit } from '../ui/use-submit.ts'
import { AddressList } from './edit/AddressList.tsx'
import { FormFrame } from './edit/FormFrame.tsx'
import { FormModal } from './edit/FormModal.tsx'
import { nameValues, toName } from './edit/names.ts'
import { PointList } from './edit/PointList.tsx'
import { addressesOf, pointsOf, toAddresses, toPoints } from './edit/points.ts'
import type { ContactPerson } from './queries.ts'
import { refresh } from './refresh.ts'
import { useIdempotencyKey } from './use-idempotency-key.ts'

interface Props {
  clientId: string
  /** Absent for a new one. */
  contact?: ContactPerson
  onClose: () => void
}

const valuesOf = (c: ContactPerson | undefined) => ({
  name: nameValues(c?.name),
  relationship: c?.relationship ?? '',
  phones: pointsOf(c?.phones ?? [{ value: '', use: 'mobile' }]),
  emails: pointsOf(c?.emails),
  addresses: addressesOf(c?.addresses),
  isGuardian: c?.isGuardian ?? false,
  isEmergency: c?.isEmergency ?? false,
})
type Values = ReturnType<typeof valuesOf>

/** A person to call about a client. */
export function ContactModal({ clientId, contact, onClose }: Props) {
  const cache = useQueryClient()
  const once = useIdempotencyKey()
  const form = useForm<Values>({
    initialValues: valuesOf(contact),
    validate: (v) =>
      v.name.given.trim() || v.name.family.trim() || contact?.name.text
        ? {}
        : { 'name.family': 'A name is required' },
  })
  const save = useMutation({
    mutationFn: (v: Values) => {
      const body = {
        name: toName(contact?.name, v.name),
        ...(v.relationship.trim() && { relationship: v.relationship.trim() }),
        phones: toPoints<ContactPerson['phones'][number]>(v.phones),
        emails: toPoints<ContactPerson['emails'][number]>(v.emails),
        addresses: toAddresses<ContactPerson['addresses'][number]>(v.addresses),
        isGuardian: v.isGuardian,
        isEmergency: v.isEmergency,
      } as Omit<ContactPerson, 'id' | 'version' | 'createdAt' | 'updatedAt'>
      const path = { id: clientId }
      return contact
        ? ok(
            api.PATCH('/api/v1/clients/{id}/contacts/{contactId}', {
              params: { path: { ...path, contactId: contact.id } },
              headers: { 'If-Match': `"${contact.version}"` },
              body,
            }),
          )
        : ok(api.POST('/api/v1/clients/{id}/contacts', { params: { path }, body, headers: once(body) }))
    },
    onSuccess: () => refresh(cache, clientId, 'contacts'),
  })
  const { onSubmit, pending, error } = useSubmit(form, (v) => save.mutateAsync(v).then(onClose), {
    name: 'name.family',
    ...Object.fromEntries(form.values.emails.map((_, i) => [`emails.${i}.value`, `emails.${i}.value`])),
  })
  return (
    <FormModal title={contact ? 'Edit contact' : 'New contact'} onClose={onClose}>
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error}>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            data-autofocus
            label="Given names"
            autoComplete="off"
            {...form.getInputProps('name.given')}
          />
          <TextInput label="Family name" autoComplete="off" {...form.getInputProps('name.family')} />
        </SimpleGrid>
        <TextInput
          label="Relationship"
          placeholder="Mother, guardian, office manager"
          maxLength={100}
          {...form.getInputProps('relationship')}
        />
        <Checkbox
          label="To be called in an emergency"
          {...form.getInputProps('isEmergency', { type: 'checkbox' })}
        />
        <Checkbox label="Guardian" {...form.getInputProps('isGuardian', { type: 'checkbox' })} />
        <PointList
          form={form}
          path="phones"
          legend="Telephones"
          one="Telephone"
          type="tel"
          uses={['mobile', 'home', 'work', 'fax', 'old']}
        />
        <PointList
          form={form}
          path="emails"
          legend="E-mail addresses"
          one="E-mail address"
          type="email"
          uses={['home', 'work', 'old']}
        />
        <AddressList form={form} />
      </FormFrame>
    </FormModal>
  )
}
