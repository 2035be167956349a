import {
  Badge,
  Button,
  Checkbox,
  Group,
  Modal,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconLink, IconPlus, IconUserHeart } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { linkOptions } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { ConfirmModal } from '../ui/ConfirmModal.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { Section } from '../ui/Section.tsx'
import { DataTable } from '../ui/table/DataTable.tsx'
import { plainList } from '../ui/table/plain-list.ts'
import { useSubmit } from '../ui/use-submit.ts'
import { nameText, phoneText } from './format.ts'
import {
  type Client,
  type ContactPerson,
  contactsQuery,
  type Relationship,
  relationshipsQuery,
} from './queries.ts'

const touches = ['clients']

/** People tied to the client, and other clients that belong together with this one. */
export function ContactsTab({ client }: { client: Client }) {
  const [editing, setEditing] = useState<ContactPerson | 'new'>()
  const [removing, setRemoving] = useState<ContactPerson>()
  const contacts = useQuery(contactsQuery(client.id))
  const writes = client.access.write && client.access.classes.contact === 'write'
  const remove = useMutation({
    mutationFn: (c: ContactPerson) =>
      ok(
        api.DELETE('/api/v1/clients/{id}/contacts/{contactId}', {
          params: { path: { id: client.id, contactId: c.id } },
        }),
      ),
    meta: { touches },
  })
  const add = writes && (
    <Button variant="default" leftSection={<IconPlus size={17} />} onClick={() => setEditing('new')}>
      New contact
    </Button>
  )
  return (
    <>
      <Section title="Contacts" actions={add}>
        <DataTable
          label="Contacts"
          columns={[
            {
              key: 'name',
              header: 'Name',
              phone: 'title',
              cell: (c) => (
                <Group gap={8}>
                  <Text fw={560}>{nameText(c.name)}</Text>
                  {c.isGuardian && <Badge color="gray">Guardian</Badge>}
                  {c.isEmergency && <Badge color="gray">Emergency</Badge>}
                </Group>
              ),
            },
            { key: 'tie', header: 'Relationship', phone: 'line', cell: (c) => c.relationship ?? '' },
            {
              key: 'phone',
              header: 'Telephone',
              cell: (c) => c.phones.map((p) => phoneText(p.value)).join(', '),
            },
            { key: 'email', header: 'E-mail', cell: (c) => c.emails.map((e) => e.value).join(', ') },
            ...(writes
              ? [
                  {
                    key: 'actions',
                    header: '',
                    align: 'right' as const,
                    phone: 'aside' as const,
                    interactive: true,
                    cell: (c: ContactPerson) => (
                      <Group gap={4} justify="flex-end" wrap="nowrap">
                        <Button
                          size="compact-sm"
                          variant="subtle"
                          onClick={() => setEditing(c)}
                          aria-label={`Edit ${nameText(c.name)}`}
                        >
                          Edit
                        </Button>
                        <Button
                          size="compact-sm"
                          variant="subtle"
                          color="red"
                          onClick={() => setRemoving(c)}
                          aria-label={`Remove ${nameText(c.name)}`}
                        >
                          Remove
                        </Button>
                      </Group>
                    ),
                  },
                ]
              : []),
          ]}
          list={plainList(contacts)}
          rowKey={(c) => c.id}
          empty={
            <EmptyState icon={IconUserHeart} title="No contacts yet" action={add}>
              Guardians, relatives, an office manager: whom to call.
            </EmptyState>
          }
        />
      </Section>
      <Relationships client={client} writes={writes} />
      {editing && (
        <ContactModal
          clientId={client.id}
          contact={editing === 'new' ? undefined : editing}
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

function ContactModal({
  clientId,
  contact,
  onClose,
}: {
  clientId: string
  contact: ContactPerson | undefined
  onClose: () => void
}) {
  const form = useForm({
    initialValues: {
      given: contact?.name.given.join(' ') ?? '',
      family: contact?.name.family ?? '',
      relationship: contact?.relationship ?? '',
      phones: contact?.phones.map((p) => p.value) ?? [],
      emails: contact?.emails.map((e) => e.value) ?? [],
      isGuardian: contact?.isGuardian ?? false,
      isEmergency: contact?.isEmergency ?? false,
    },
    validate: { family: (v, all) => (v || all.given ? null : 'A name is required') },
  })
  const save = useMutation({
    mutationFn: (v: typeof form.values) => {
      const body = {
        name: {
          ...contact?.name,
          given: v.given.split(/\s+/).filter(Boolean),
          ...(v.family && { family: v.family }),
        },
        ...(v.relationship && { relationship: v.relationship }),
        phones: v.phones.map((value) => contact?.phones.find((p) => p.value === value) ?? { value }),
        emails: v.emails.map((value) => ({ value })),
        addresses: contact?.addresses ?? [],
        isGuardian: v.isGuardian,
        isEmergency: v.isEmergency,
      }
      return contact
        ? ok(
            api.PATCH('/api/v1/clients/{id}/contacts/{contactId}', {
              params: { path: { id: clientId, contactId: contact.id } },
              headers: { 'If-Match': `"${contact.version}"` },
              body,
            }),
          )
        : ok(
            api.POST('/api/v1/clients/{id}/contacts', {
              params: { path: { id: clientId } },
              body,
              headers: { 'Idempotency-Key': crypto.randomUUID() },
            }),
          )
    },
    meta: { touches },
  })
  const { onSubmit, pending, error } = useSubmit(form, async (v) => {
    await save.mutateAsync(v)
    onClose()
  })
  return (
    <Modal opened onClose={onClose} title={contact ? 'Edit contact' : 'New contact'}>
      <form onSubmit={onSubmit}>
        <Stack>
          <ErrorAlert error={error} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput data-autofocus label="Given names" {...form.getInputProps('given')} />
            <TextInput label="Family name" {...form.getInputProps('family')} />
          </SimpleGrid>
          <TextInput
            label="Relationship"
            placeholder="Mother, guardian, office manager"
            {...form.getInputProps('relationship')}
          />
          <TagsInput
            label="Telephones"
            description="Press Enter after each."
            {...form.getInputProps('phones')}
          />
          <TagsInput label="E-mail addresses" {...form.getInputProps('emails')} />
          <Checkbox label="Guardian" {...form.getInputProps('isGuardian', { type: 'checkbox' })} />
          <Checkbox label="Emergency contact" {...form.getInputProps('isEmergency', { type: 'checkbox' })} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function Relationships({ client, writes }: { client: Client; writes: boolean }) {
  const list = useQuery(relationshipsQuery(client.id))
  const [adding, setAdding] = useState(false)
  const remove = useMutation({
    mutationFn: (r: Relationship) =>
      ok(
        api.DELETE('/api/v1/clients/{id}/relationships/{relationshipId}', {
          params: { path: { id: client.id, relationshipId: r.id } },
        }),
      ),
    meta: { touches },
  })
  const add = writes && (
    <Button variant="default" leftSection={<IconPlus size={17} />} onClick={() => setAdding(true)}>
      Tie to a client
    </Button>
  )
  return (
    <Section title="Relationships" actions={add}>
      <DataTable
        label="Relationships"
        columns={[
          { key: 'name', header: 'Client', phone: 'title', cell: (r) => <Text fw={560}>{r.otherName}</Text> },
          { key: 'kind', header: 'Tie', phone: 'line', cell: (r) => r.kind },
          ...(writes
            ? [
                {
                  key: 'actions',
                  header: '',
                  align: 'right' as const,
                  phone: 'aside' as const,
                  interactive: true,
                  cell: (r: Relationship) => (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      color="red"
                      onClick={() => remove.mutate(r)}
                      aria-label={`Untie ${r.otherName}`}
                    >
                      Untie
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
        list={plainList(list)}
        rowKey={(r) => r.id}
        rowLink={(r) => linkOptions({ to: '/clients/$clientId', params: { clientId: r.otherClientId } })}
        empty={
          <EmptyState icon={IconLink} title="No ties" action={add}>
            Family members, a household, a practice and its owner.
          </EmptyState>
        }
      />
      {adding && <TieModal clientId={client.id} onClose={() => setAdding(false)} />}
    </Section>
  )
}

function TieModal({ clientId, onClose }: { clientId: string; onClose: () => void }) {
  const [q, setQ] = useState('')
  const form = useForm({ initialValues: { otherClientId: '', kind: '' } })
  const found = useQuery({
    queryKey: ['clients', 'tie', q],
    queryFn: ({ signal }) => ok(api.POST('/api/v1/clients/search', { body: { q, limit: 10 }, signal })),
    enabled: q.trim().length > 1,
  })
  const save = useMutation({
    mutationFn: (body: typeof form.values) =>
      ok(
        api.POST('/api/v1/clients/{id}/relationships', {
          params: { path: { id: clientId } },
          body,
          headers: { 'Idempotency-Key': crypto.randomUUID() },
        }),
      ),
    meta: { touches },
  })
  const { onSubmit, pending, error } = useSubmit(form, async (v) => {
    await save.mutateAsync(v)
    onClose()
  })
  return (
    <Modal opened onClose={onClose} title="Tie to a client">
      <form onSubmit={onSubmit}>
        <Stack>
          <ErrorAlert error={error} />
          <Select
            data-autofocus
            label="Client"
            placeholder="Type a name"
            searchable
            required
            searchValue={q}
            onSearchChange={setQ}
            filter={({ options }) => options}
            data={(found.data?.items ?? [])
              .filter((c) => c.id !== clientId)
              .map((c) => ({ value: c.id, label: c.displayName }))}
            nothingFoundMessage="Nobody matches"
            {...form.getInputProps('otherClientId')}
          />
          <TextInput
            label="Tie"
            placeholder="Sister, household, owner"
            required
            maxLength={60}
            {...form.getInputProps('kind')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
