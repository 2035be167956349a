import { Button, Card, Group, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { useSession } from '../session/session.ts'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { PersonAvatar } from '../ui/PersonAvatar.tsx'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import type { Note } from './queries.ts'
import { refresh } from './refresh.ts'

interface Props {
  note: Note
  clientId: string
  writes: boolean
  onRemove: () => void
}

/** One note; its author edits it in place. */
export function NoteCard({ note, clientId, writes, onRemove }: Props) {
  const { user } = useSession()
  const [editing, setEditing] = useState<{ version: number; text: string }>()
  const own = writes && note.authorId === user.id
  return (
    <Card withBorder radius="lg" padding="md" component="article" aria-label={`Note by ${note.authorName}`}>
      <Group justify="space-between" mb={8} gap={8} wrap="nowrap">
        <Group gap={8} wrap="nowrap" miw={0}>
          <PersonAvatar name={note.authorName} size={26} />
          <Text size="sm" fw={560} truncate>
            {note.authorName}
          </Text>
        </Group>
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          <TimeAgo at={note.createdAt} />
          {note.editedAt && (
            <>
              {', edited '}
              <TimeAgo at={note.editedAt} />
            </>
          )}
        </Text>
      </Group>
      {editing ? (
        <EditNote clientId={clientId} noteId={note.id} start={editing} onDone={() => setEditing(undefined)} />
      ) : (
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{note.text}</Text>
      )}
      {own && !editing && (
        <Group gap={4} mt={6} ml={-10}>
          <Button
            size="xs"
            variant="subtle"
            onClick={() => setEditing({ version: note.version, text: note.text })}
          >
            Edit
          </Button>
          <Button size="xs" variant="subtle" color="red" onClick={onRemove}>
            Remove
          </Button>
        </Group>
      )}
    </Card>
  )
}

interface EditProps {
  clientId: string
  noteId: string
  start: { version: number; text: string }
  onDone: () => void
}

function EditNote({ clientId, noteId, start, onDone }: EditProps) {
  const cache = useQueryClient()
  const [text, setText] = useState(start.text)
  const save = useMutation({
    mutationFn: () =>
      ok(
        api.PATCH('/api/v1/clients/{id}/notes/{noteId}', {
          params: { path: { id: clientId, noteId } },
          headers: { 'If-Match': `"${start.version}"` },
          body: { text: text.trim() },
        }),
      ),
    onSuccess: () => {
      refresh(cache, clientId, 'notes')
      onDone()
    },
  })
  return (
    <Stack gap="xs">
      <Textarea
        autoFocus
        aria-label="Text of the note"
        maxLength={50_000}
        maxRows={16}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ErrorAlert error={save.error} />
      <Group justify="flex-end">
        <Button variant="default" size="xs" onClick={onDone}>
          Cancel
        </Button>
        <Button size="xs" loading={save.isPending} disabled={!text.trim()} onClick={() => save.mutate()}>
          Save
        </Button>
      </Group>
    </Stack>
  )
}
