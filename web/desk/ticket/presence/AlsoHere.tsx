import { Group, Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { PersonAvatar } from '../../../ui/PersonAvatar.tsx'
import type { Other } from './use-presence.ts'

/** Who else has the ticket open, above the box where one would answer at the same time as they. */
export function AlsoHere({ others }: { others: Other[] }) {
  const writing = others.filter((o) => o.writing)
  return (
    <div role="status">
      {others.length > 0 && (
        <Group gap={6} mt="md" wrap="nowrap">
          {others.slice(0, 4).map((o) => (
            <PersonAvatar key={o.id} name={o.name} size={24} />
          ))}
          {writing.length > 0 && <IconPencil size={16} aria-hidden />}
          <Text size="sm" c="dimmed">
            {writing.length > 0
              ? `${list(writing)} ${writing.length > 1 ? 'are' : 'is'} writing`
              : `${list(others)} ${others.length > 1 ? 'are' : 'is'} also viewing`}
          </Text>
        </Group>
      )}
    </div>
  )
}

const list = (people: Other[]) => new Intl.ListFormat('en').format(people.map((p) => p.name))
