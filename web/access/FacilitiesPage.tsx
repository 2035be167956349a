import { ActionIcon, Button, Group, SimpleGrid, Stack, Text, TextInput, Tooltip } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconBuilding, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../session/session.ts'
import { ConfirmModal } from '../ui/ConfirmModal.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import type { Column } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { plainList } from '../ui/table/plain-list.ts'
import { useSubmit } from '../ui/use-submit.ts'
import { call, type Facility, facilityList } from './api.ts'

/** The sites of the organization. */
export function FacilitiesPage() {
  const may = useMay()('facilities:manage')
  const facilities = useQuery(facilityList)
  const [editing, setEditing] = useState<Facility | 'new'>()
  const [removing, setRemoving] = useState<Facility>()
  const remove = useMutation({
    mutationFn: (id: string) => call('DELETE', `/facilities/${id}`),
    meta: { touches: ['facilities'] },
  })
  const add = may && (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setEditing('new')}>
      New facility
    </Button>
  )
  const columns: Column<Facility>[] = [
    { key: 'name', header: 'Name', phone: 'title', cell: (f) => <Text fw={560}>{f.name}</Text> },
    {
      key: 'city',
      header: 'Place',
      cell: (f) => [f.address?.city, f.address?.state].filter(Boolean).join(', '),
    },
    { key: 'phone', header: 'Telephone', cell: (f) => f.phone },
    { key: 'zone', header: 'Time zone', cell: (f) => f.timeZone },
    ...(may
      ? [
          {
            key: 'actions',
            header: '',
            align: 'right' as const,
            phone: 'aside' as const,
            interactive: true,
            cell: (f: Facility) => (
              <Group gap={4} justify="flex-end" wrap="nowrap">
                <Tooltip label="Edit">
                  <ActionIcon aria-label={`Edit ${f.name}`} onClick={() => setEditing(f)}>
                    <IconPencil size={17} />
                  </ActionIcon>
                </Tooltip>
                <Tooltip label="Delete">
                  <ActionIcon aria-label={`Delete ${f.name}`} onClick={() => setRemoving(f)}>
                    <IconTrash size={17} />
                  </ActionIcon>
                </Tooltip>
              </Group>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <PageHeader
        title="Facilities"
        description="The sites of the organization: a clinic, a branch."
        actions={add}
      />
      <DataTable
        label="Facilities"
        columns={columns}
        list={plainList(facilities)}
        rowKey={(f) => f.id}
        empty={
          <EmptyState icon={IconBuilding} title="No facilities yet" action={add}>
            Clients, and later tickets and documents, belong to one.
          </EmptyState>
        }
      />
      {editing && (
        <FacilityModal
          facility={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      <ConfirmModal
        opened={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={`Delete ${removing?.name ?? ''}?`}
        confirmLabel="Delete"
        danger
        onConfirm={() => remove.mutateAsync(removing!.id)}
      >
        Only a facility without clients can be deleted.
      </ConfirmModal>
    </>
  )
}

function FacilityModal({ facility, onClose }: { facility: Facility | undefined; onClose: () => void }) {
  const a = facility?.address
  const form = useForm({
    initialValues: {
      name: facility?.name ?? '',
      phone: facility?.phone ?? '',
      timeZone: facility?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      street: a?.line?.join(', ') ?? '',
      city: a?.city ?? '',
      state: a?.state ?? '',
      postalCode: a?.postalCode ?? '',
    },
  })
  const save = useMutation({
    mutationFn: (body: object) =>
      call(facility ? 'PATCH' : 'POST', facility ? `/facilities/${facility.id}` : '/facilities', body),
    meta: { touches: ['facilities'] },
  })
  const { onSubmit, pending, error } = useSubmit(
    form,
    async ({ name, phone, timeZone, street, city, state, postalCode }) => {
      const given = (o: Record<string, string>) =>
        Object.fromEntries(Object.entries(o).filter(([, v]) => v.trim()))
      await save.mutateAsync({
        name,
        ...given({ phone, timeZone }),
        address: { ...(street.trim() && { line: [street] }), ...given({ city, state, postalCode }) },
      })
      onClose()
    },
  )
  return (
    <Dialog onClose={onClose} title={facility ? facility.name : 'New facility'}>
      <form onSubmit={onSubmit}>
        <Stack>
          <ErrorAlert error={error} shownFields={['name', 'phone', 'timeZone']} />
          <TextInput data-autofocus label="Name" required maxLength={100} {...form.getInputProps('name')} />
          <TextInput label="Telephone" type="tel" {...form.getInputProps('phone')} />
          <TextInput label="Time zone" placeholder="America/Chicago" {...form.getInputProps('timeZone')} />
          <TextInput label="Street" {...form.getInputProps('street')} />
          <SimpleGrid cols={{ base: 1, xs: 3 }}>
            <TextInput label="City" {...form.getInputProps('city')} />
            <TextInput label="State" {...form.getInputProps('state')} />
            <TextInput label="ZIP" {...form.getInputProps('postalCode')} />
          </SimpleGrid>
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
    </Dialog>
  )
}
