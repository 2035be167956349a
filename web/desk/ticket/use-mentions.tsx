import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { colleaguesQuery } from '../queries.ts'

/** `@` and what is typed after it, at the end of the text. */
const TYPING = /(?:^|\s)@([\p{L}\p{M}.'’ -]{0,40})$/u

/** Colleagues who see a ticket, by their name after an `@`: whom a text mentions, and whom one may mean while typing. */
export function useMentions(ticketId: string) {
  const people = useQuery(colleaguesQuery(ticketId)).data?.items ?? []
  return {
    idsIn: (text: string): string[] => people.filter((p) => text.includes(`@${p.name}`)).map((p) => p.id),
    suggestions(text: string, onText: (text: string) => void): ReactNode {
      const typed = TYPING.exec(text)?.[1]
      if (typed === undefined) return null
      const start = typed.toLowerCase()
      const found = people
        .filter((p) => p.name.toLowerCase().startsWith(start) && p.name !== typed)
        .slice(0, 6)
      if (found.length === 0) return null
      return (
        <Group gap={4} role="group" aria-label="Mention">
          {found.map((p) => (
            <Button
              key={p.id}
              size="compact-sm"
              variant="default"
              onClick={() => onText(`${text.slice(0, text.length - typed.length)}${p.name} `)}
            >
              {p.name}
            </Button>
          ))}
        </Group>
      )
    },
  }
}
