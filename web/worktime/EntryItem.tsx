import { ActionIcon, Badge, Group, Menu, Text } from '@mantine/core'
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useSession } from '../session/session.ts'
import { StatusDot } from '../ui/StatusDot.tsx'
import classes from './EntryItem.module.css'
import type { Entry } from './queries.ts'
import { durationText, mergedText, STATES } from './words.ts'

interface Props {
  entry: Entry
  /** What the entry is of, where the list does not say so: its ticket, or who worked it. */
  about: ReactNode
  /** Before everything, such as a box to choose it with. */
  lead?: ReactNode
  onEdit?: ((entry: Entry) => void) | undefined
  onRemove?: ((entry: Entry) => void) | undefined
}

/** Whether its author may change it still. */
export const editable = (entry: Entry, userId: string): boolean =>
  entry.userId === userId && (entry.state === 'draft' || entry.state === 'rejected')

/** Time that was worked: how long, on what, its state and its note. */
export function EntryItem({ entry: e, about, lead, onEdit, onRemove }: Props) {
  const { user } = useSession()
  const state = STATES[e.state]
  return (
    <li className={classes.item}>
      <div className={classes.head}>
        {lead}
        <Text span fw={600} style={{ whiteSpace: 'nowrap' }}>
          {durationText(e.minutes)}
        </Text>
        <Text span size="xs" c="dimmed" className={classes.about}>
          {about}
        </Text>
        {onEdit && onRemove && editable(e, user.id) && (
          <Menu>
            <Menu.Target>
              <ActionIcon
                size="md"
                className={classes.actions}
                aria-label={`${durationText(e.minutes)} on #${e.ticketNumber}: actions`}
              >
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onEdit(e)}>
                Change
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={16} />} color="red" onClick={() => onRemove(e)}>
                Remove
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {e.note && <Text className={classes.note}>{e.note}</Text>}
      <Group gap="4px 10px" className={classes.foot}>
        <StatusDot color={state.color}>{state.label}</StatusDot>
        {e.billedMinutes !== null && e.billedMinutes !== e.minutes && (
          <Text span size="xs" c="dimmed">
            {durationText(e.billedMinutes)} billed
          </Text>
        )}
        {e.mergedFrom && (
          <Text span size="xs" c="dimmed">
            {mergedText(e.mergedFrom)}
          </Text>
        )}
        {!e.billable && (
          <Badge color="gray" size="sm">
            not billable
          </Badge>
        )}
      </Group>
      {e.reason && (
        <Text size="xs" c="red" className={classes.note}>
          {e.reason}
        </Text>
      )}
    </li>
  )
}
