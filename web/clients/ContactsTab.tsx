import { Badge, Button, Group, Text } from '@mantine/core'
import { IconPlus, IconUserHeart } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { ConfirmModal } from '../ui/ConfirmModal.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Section } from '../ui/Section.tsx'
import type { Column } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { plainList } from '../ui/table/plain-list.ts'
import { toastUndo } from '../ui/toast.tsx'
import { ContactModal } from './ContactModal.tsx'
import { Emails, Phones } from './ContactSection.tsx'
import { nameText } from './format.ts'
import { type Client, type ContactPerson, contactsQuery } from './queries.ts'
import { Relationships } from './Relationships.tsx'
import { RowActions } from './RowActions.tsx'
import { refresh } from './refresh.ts'

/** People tied to the client, and other clients that belong together with this one. */
export function ContactsTab({ client }: { client: Client }) {
  const writes = client.access.write && client.access.classes.contact === 'write'
  return (
    <div style={{ marginTop: 'calc(-1 * var(--mantine-spacing-md))' }}>
      <Contacts client={client} writes={writes} />
      <Relationships client={client} writes={writes} />
    </div>
  )
}

const COLUMNS: Column<ContactPerson>[] = [
  { key: 'name', header: 'Name', phone: 'title', cell: (c) => <Name contact={c} /> },
  { key: 'relationship', header: 'Relationship', phone: 'line', cell: (c) => c.relationship ?? '' },
  {
    key: 'phone',
    header: 'Telephone',
    phone: 'line',
    interactive: true,
    cell: (c) => <Phones phones={c.phones} />,
  },
  {
    key: 'email',
    header: 'E-mail',
    phone: 'line',
    interactive: true,
    cell: (c) => <Emails emails={c.emails} />,
  },
]

const Name = ({ contact: c }: { contact: ContactPerson }) => (
  <Group gap="4px 8px">
    <Text fw={560}>{nameText(c.name)}</Text>
    {c.isEmergency && <Badge color="red">Emergency</Badge>}
    {c.isGuardian && <Badge color="blue">Guardian</Badge>}
  </Group>
)

function Contacts({ client, writes }: { client: Client; writes: boolean }) {
  const cache = useQueryClient()
  const [editing, setEditing] = useState<ContactPerson | 'new'>()
  const [removing, setRemoving] = useState<ContactPerson>()
  const contacts = useQuery(contactsQuery(client.id))
  const remove = useMutation({
    mutationFn: (c: ContactPerson) =>
      ok(
        api.DELETE('/api/v1/clients/{id}/contacts/{contactId}', {
          params: { path: { id: client.id, contactId: c.id } },
        }),
      ),
    onSuccess: (_, { id: _id, version: _version, createdAt: _made, updatedAt: _changed, ...body }) => {
      refresh(cache, client.id, 'contacts')
      toastUndo(`${nameText(body.name)} removed`, async () => {
        await ok(api.POST('/api/v1/clients/{id}/contacts', { params: { path: { id: client.id } }, body }))
        refresh(cache, client.id, 'contacts')
      })
    },
  })
  const add = writes && (
    <Button variant="default" leftSection={<IconPlus size={17} />} onClick={() => setEditing('new')}>
      New contact
    </Button>
  )
  const actions: Column<ContactPerson> = {
    key: 'actions',
    header: 'Actions',
    quietHeader: true,
    align: 'right',
    phone: 'aside',
    interactive: true,
    cell: (c) => (
      <RowActions name={nameText(c.name)} onEdit={() => setEditing(c)} onRemove={() => setRemoving(c)} />
    ),
  }
  return (
    <>
      <Section title="Contacts" actions={contacts.data?.items.length ? add : undefined}>
        <DataTable
          label="Contacts"
          columns={writes ? [...COLUMNS, actions] : COLUMNS}
          list={plainList(contacts)}
          rowKey={(c) => c.id}
          empty={
            <EmptyState icon={IconUserHeart} title="No contacts yet" action={add}>
              Guardians, relatives, an office manager: whom to call.
            </EmptyState>
          }
        />
      </Section>
      {editing && (
        <ContactModal
          clientId={client.id}
          {...(editing !== 'new' && { contact: editing })}
          onClose={() => setEditing(undefined)}
        />
      )}
      <ConfirmModal
        opened={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={`Remove ${removing ? nameText(removing.name) : ''}?`}
        confirmLabel="Remove"
        danger
        onConfirm={() => remove.mutateAsync(removing!)}
      >
        This contact is deleted from the client.
      </ConfirmModal>
    </>
  )
}
