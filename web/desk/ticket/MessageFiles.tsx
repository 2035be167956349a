import { Badge, Group } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { filesQuery } from '../../files/queries.ts'
import { STATE_COLORS, stateText } from '../../files/words.ts'
import { useMay } from '../../session/session.ts'

/** What came or went with a message; the files themselves stand beside the conversation. */
export function MessageFiles({ ticketId, messageId }: { ticketId: string; messageId: string }) {
  const may = useMay()
  const files = useQuery({
    ...filesQuery({ type: 'ticket', id: ticketId }),
    enabled: may('files:read'),
  })
  const mine = files.data?.items.filter((f) => f.messageId === messageId) ?? []
  if (mine.length === 0) return null
  return (
    <Group gap={6} mt={8}>
      {mine.map((f) => (
        <Badge
          key={f.id}
          color={STATE_COLORS[f.state] === 'red' ? 'red' : 'gray'}
          leftSection={<IconPaperclip size={13} aria-hidden />}
        >
          {f.name ?? 'A file'}: {stateText(f)}
        </Badge>
      ))}
    </Group>
  )
}
