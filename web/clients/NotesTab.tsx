import { Button, Group, Skeleton, Stack, Text, Textarea } from '@mantine/core'
import { IconNote } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ok } from '../api/client.ts'
import { useCursorList } from '../api/lists.ts'
import { useMay } from '../session/session.ts'
import { ConfirmModal } from '../ui/ConfirmModal.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { toastUndo } from '../ui/toast.tsx'
import { draftOf, keepDraft } from './drafts.ts'
import { NoteCard } from './NoteCard.tsx'
import type { Client, Note } from './queries.ts'
import { refresh } from './refresh.ts'
import { useIdempotencyKey } from './use-idempotency-key.ts'

/** Notes, newest first. Only their author edits them; what a note said before stays, sealed, in the log. */
export function NotesTab({ client }: { client: Client }) {
  const may = useMay()
  const cache = useQueryClient()
  const path = { id: client.id }
  const [removing, setRemoving] = useState<Note>()
  const writes = client.access.write && may('notes:write') && client.access.classes.note === 'write'
  const notes = useCursorList<Note>(['clients', 'notes', client.id], (cursor, signal) =>
    ok(
      api.GET('/api/v1/clients/{id}/notes', {
        params: { path, query: { ...(cursor && { cursor }), limit: 50 } },
        signal,
      }),
    ),
  )
  const remove = useMutation({
    mutationFn: (note: Note) =>
      ok(
        api.DELETE('/api/v1/clients/{id}/notes/{noteId}', {
          params: { path: { ...path, noteId: note.id } },
        }),
      ),
    onSuccess: (_, { text }) => {
      refresh(cache, client.id, 'notes')
      // What comes back is written anew, by the same author: the log has both.
      toastUndo('Note removed', async () => {
        await ok(api.POST('/api/v1/clients/{id}/notes', { params: { path }, body: { text } }))
        refresh(cache, client.id, 'notes')
      })
    },
  })
  return (
    <Stack maw={760}>
      {writes && <NewNote clientId={client.id} />}
      <ErrorAlert error={notes.error} onRetry={notes.retry} />
      {notes.loading && [0, 1].map((i) => <Skeleton key={i} h={92} radius="lg" />)}
      {!notes.loading && !notes.error && notes.rows.length === 0 && (
        <EmptyState icon={IconNote} title="No notes yet">
          What the next person should know about this client.
        </EmptyState>
      )}
      {notes.rows.map((note) => (
        <NoteCard
          key={note.id}
          note={note}
          clientId={client.id}
          writes={writes}
          onRemove={() => setRemoving(note)}
        />
      ))}
      {notes.hasMore && (
        <Group justify="center">
          <Button variant="default" loading={notes.loadingMore} onClick={notes.loadMore}>
            Show more
          </Button>
        </Group>
      )}
      <ConfirmModal
        opened={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title="Remove this note?"
        confirmLabel="Remove"
        danger
        onConfirm={() => remove.mutateAsync(removing!)}
      >
        It disappears from the record. The log keeps, sealed, what it said.
      </ConfirmModal>
    </Stack>
  )
}

function NewNote({ clientId }: { clientId: string }) {
  const once = useIdempotencyKey()
  const cache = useQueryClient()
  // The same words may be a second note.
  const [added, setAdded] = useState(0)
  const [text, setText] = useState(() => draftOf(clientId))
  const type = (next: string) => {
    setText(next)
    keepDraft(clientId, next)
  }
  const add = useMutation({
    mutationFn: () => {
      const body = { text: text.trim() }
      return ok(
        api.POST('/api/v1/clients/{id}/notes', {
          params: { path: { id: clientId } },
          body,
          headers: once({ ...body, added }),
        }),
      )
    },
    onSuccess: () => {
      refresh(cache, clientId, 'notes')
      setAdded((n) => n + 1)
      type('')
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() && !add.isPending) add.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Textarea
          label="New note"
          maxLength={50_000}
          maxRows={16}
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
          }}
        />
        <ErrorAlert error={add.error} />
        <Group justify="space-between">
          <Text size="xs" c="dimmed" visibleFrom="sm">
            Ctrl Enter adds it
          </Text>
          <Button type="submit" ml="auto" loading={add.isPending} disabled={!text.trim()}>
            Add the note
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
