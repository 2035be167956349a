import { Button, Card, Group, Stack, Text, Textarea } from '@mantine/core'
import { IconNote } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { useMay, useSession } from '../session/session.ts'
import { ConfirmModal } from '../ui/ConfirmModal.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import { type Client, type Note, notesQuery } from './queries.ts'

const touches = ['clients']

/** Notes, newest first. Only their author edits them; what a note said before stays, sealed, in the log. */
export function NotesTab({ client }: { client: Client }) {
  const may = useMay()
  const notes = useQuery(notesQuery(client.id))
  const [text, setText] = useState('')
  const [removing, setRemoving] = useState<Note>()
  const writes = client.access.write && may('notes:write') && client.access.classes.note === 'write'
  const path = { path: { id: client.id } }
  const add = useMutation({
    mutationFn: () =>
      ok(
        api.POST('/api/v1/clients/{id}/notes', {
          params: path,
          body: { text },
          headers: { 'Idempotency-Key': crypto.randomUUID() },
        }),
      ),
    meta: { touches },
    onSuccess: () => setText(''),
  })
  const remove = useMutation({
    mutationFn: (note: Note) =>
      ok(
        api.DELETE('/api/v1/clients/{id}/notes/{noteId}', {
          params: { path: { id: client.id, noteId: note.id } },
        }),
      ),
    meta: { touches },
  })
  return (
    <Stack>
      {writes && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim()) add.mutate()
          }}
        >
          <Stack gap="xs">
            <Textarea
              label="New note"
              autosize
              minRows={3}
              maxLength={50_000}
              value={text}
              onChange={(e) => setText(e.currentTarget.value)}
            />
            <ErrorAlert error={add.error} />
            <Group justify="flex-end">
              <Button type="submit" loading={add.isPending} disabled={!text.trim()}>
                Add the note
              </Button>
            </Group>
          </Stack>
        </form>
      )}
      <ErrorAlert error={notes.error} onRetry={() => void notes.refetch()} />
      {notes.data?.items.length === 0 && (
        <EmptyState icon={IconNote} title="No notes yet">
          What the next person should know about this client.
        </EmptyState>
      )}
      {notes.data?.items.map((note) => (
        <NoteCard
          key={note.id}
          note={note}
          clientId={client.id}
          editable={writes}
          onRemove={() => setRemoving(note)}
        />
      ))}
      <ConfirmModal
        opened={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title="Remove this note?"
        confirmLabel="Remove"
        danger
        onConfirm={() => remove.mutateAsync(removing!)}
      >
        The log keeps, sealed, that it was there.
      </ConfirmModal>
    </Stack>
  )
}

function NoteCard({
  note,
  clientId,
  editable,
  onRemove,
}: {
  note: Note
  clientId: string
  editable: boolean
  onRemove: () => void
}) {
  const { user } = useSession()
  const [editing, setEditing] = useState<string>()
  const save = useMutation({
    mutationFn: (text: string) =>
      ok(
        api.PATCH('/api/v1/clients/{id}/notes/{noteId}', {
          params: { path: { id: clientId, noteId: note.id } },
          headers: { 'If-Match': `"${note.version}"` },
          body: { text },
        }),
      ),
    meta: { touches },
    onSuccess: () => setEditing(undefined),
  })
  const own = editable && note.authorId === user.id
  return (
    <Card withBorder radius="lg" component="article">
      <Group justify="space-between" mb={6}>
        <Text size="sm" fw={560}>
          {note.authorName}
        </Text>
        <Text size="sm" c="dimmed">
          <TimeAgo at={note.createdAt} />
          {note.editedAt && ' · edited'}
        </Text>
      </Group>
      {editing === undefined ? (
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{note.text}</Text>
      ) : (
        <Stack gap="xs">
          <Textarea
            aria-label="Note"
            autosize
            minRows={3}
            value={editing}
            onChange={(e) => setEditing(e.currentTarget.value)}
          />
          <ErrorAlert error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" size="xs" onClick={() => setEditing(undefined)}>
              Cancel
            </Button>
            <Button
              size="xs"
              loading={save.isPending}
              disabled={!editing.trim()}
              onClick={() => save.mutate(editing)}
            >
              Save
            </Button>
          </Group>
        </Stack>
      )}
      {own && editing === undefined && (
        <Group gap={4} mt="xs">
          <Button size="compact-sm" variant="subtle" onClick={() => setEditing(note.text)}>
            Edit
          </Button>
          <Button size="compact-sm" variant="subtle" color="red" onClick={onRemove}>
            Remove
          </Button>
        </Group>
      )}
    </Card>
  )
}
