import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconFlame } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ok } from '../api/client.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import classes from './ClientPage.module.css'
import type { Receipt } from './DestroyedClient.tsx'
import type { Client } from './queries.ts'

const SHORTEST = 10

interface Props {
  client: Client
  onClose: () => void
  onDestroyed: (receipt: Receipt) => void
}

/** Destroys a client's key, after the name was typed and a reason given. Nothing brings the data back. */
export function DestroyModal({ client, onClose, onDestroyed }: Props) {
  const cache = useQueryClient()
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const destroy = useMutation({
    mutationFn: () =>
      ok(
        api.DELETE('/api/v1/clients/{id}', {
          params: { path: { id: client.id } },
          body: { reason: reason.trim() },
        }),
      ),
    onSuccess: ({ receipt }) => {
      onDestroyed(receipt)
      cache.removeQueries({ queryKey: ['clients', 'one', client.id] })
      void cache.invalidateQueries({ queryKey: ['clients', 'list'] })
    },
  })
  const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase()
  const ready = plain(name) === plain(client.displayName) && reason.trim().length >= SHORTEST
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) destroy.mutate()
  }
  return (
    <Dialog onClose={onClose} title="Destroy this client’s data for good?" closeOnClickOutside={false}>
      <form onSubmit={submit}>
        <Stack>
          <Alert color="red" icon={<IconFlame size={18} />}>
            The client’s key is destroyed: Wellkeep can never again show the record, contacts, notes, imported
            data or what the log holds of them. This can’t be undone. Sealed copies in older backups stay
            openable until the keys that wrap them are rotated and destroyed.
          </Alert>
          <ErrorAlert error={destroy.error} />
          <Textarea
            data-autofocus
            label="Reason"
            description={`At least ${SHORTEST} characters. Kept in the audit log with the receipt: no names or health details here.`}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <TextInput
            label={
              <>
                Type the client’s name:{' '}
                <Text span inherit className={classes.name}>
                  {client.displayName}
                </Text>
              </>
            }
            required
            autoComplete="off"
            spellCheck={false}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" color="red" loading={destroy.isPending} disabled={!ready}>
              Destroy for good
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
