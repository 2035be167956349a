import { Button, Group, MultiSelect, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ok } from '../api/client.ts'
import { choicesQuery } from '../clients/queries.ts'
import { ClientPicker } from '../desk/ClientPicker.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import type { PortalPerson } from './queries.ts'

/** Ties a portal person to one more client, or to facilities. */
export function TieModal({ person, onClose }: { person: PortalPerson; onClose: () => void }) {
  const choices = useQuery(choicesQuery)
  const [clientId, setClientId] = useState<string | null>(null)
  const [facilityIds, setFacilityIds] = useState<string[]>([])
  const tie = useMutation({
    mutationFn: () =>
      ok(
        api.POST('/api/v1/portal-people/{id}/ties', {
          params: { path: { id: person.id } },
          body: { clients: clientId ? [{ clientId }] : [], facilityIds },
        }),
      ),
    meta: { touches: ['portal-people'] },
    onSuccess: onClose,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    tie.mutate()
  }
  return (
    <Dialog onClose={onClose} title={`${person.name} is also here for`}>
      <form onSubmit={submit}>
        <Stack>
          <ErrorAlert error={tie.error} />
          <ClientPicker label="Client" value={clientId} onChange={setClientId} autoFocus />
          {(choices.data?.facilities.length ?? 0) > 0 && (
            <MultiSelect
              label="Facilities"
              data={choices.data!.facilities}
              searchable
              value={facilityIds}
              onChange={setFacilityIds}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={tie.isPending} disabled={!clientId && facilityIds.length === 0}>
              Add
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
