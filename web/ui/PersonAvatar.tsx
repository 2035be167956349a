import { Avatar } from '@mantine/core'
import { initials } from './initials.ts'

/** A person's initials; always in the same colour, since colours here have meanings. */
export function PersonAvatar({ name, size = 32 }: { name: string; size?: number }) {
  return (
    <Avatar size={size} radius="xl" color="spruce" variant="light" aria-hidden>
      {initials(name)}
    </Avatar>
  )
}
