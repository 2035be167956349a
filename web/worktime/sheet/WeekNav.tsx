import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useShortcut } from '../../ui/shortcuts/use-shortcut.ts'
import { dateField } from '../../ui/time.ts'
import { addDays, mondayOf, weekText } from './week.ts'

interface Props {
  monday: string
  onGo: (monday: string) => void
}

/** The week on screen, and the ways to the ones before and after. */
export function WeekNav({ monday, onGo }: Props) {
  const now = mondayOf(dateField(new Date().toISOString()))
  useShortcut('[', 'Week before', () => onGo(addDays(monday, -7)))
  useShortcut(']', 'Week after', () => onGo(addDays(monday, 7)))
  return (
    <Group gap={6}>
      <Tooltip label="Week before">
        <ActionIcon variant="default" aria-label="Week before" onClick={() => onGo(addDays(monday, -7))}>
          <IconChevronLeft size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Week after">
        <ActionIcon variant="default" aria-label="Week after" onClick={() => onGo(addDays(monday, 7))}>
          <IconChevronRight size={18} />
        </ActionIcon>
      </Tooltip>
      <Text fw={600} px={6} aria-live="polite" style={{ whiteSpace: 'nowrap' }}>
        {weekText(monday)}
      </Text>
      {monday !== now && (
        <Button variant="subtle" size="compact-sm" onClick={() => onGo(now)}>
          This week
        </Button>
      )}
    </Group>
  )
}
