import { Group, Kbd, Modal, SimpleGrid, Stack, Switch, Text } from '@mantine/core'
import { useDisclosure, useLocalStorage } from '@mantine/hooks'
import { useEffect, useSyncExternalStore } from 'react'
import { MOD } from '../platform-keys.ts'
import { activeShortcuts, findShortcut, subscribeShortcuts } from './registry.ts'
import { follow, type Pressed } from './sequence.ts'
import { useShortcut } from './use-shortcut.ts'

/** Listens for the shortcuts of the page, and shows them all on `?`. They can be turned off (WCAG 2.1.4). */
export function Shortcuts() {
  const [opened, { open, close }] = useDisclosure(false)
  const [on, setOn] = useLocalStorage({
    key: 'wk-shortcuts',
    defaultValue: true,
    getInitialValueInEffect: false,
  })
  const shortcuts = useSyncExternalStore(subscribeShortcuts, activeShortcuts)
  useShortcut('?', 'This list', open)

  useEffect(() => {
    let pressed: Pressed = { keys: '', at: 0 }
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.key.length > 1 || busyElsewhere(event))
        return
      const known = activeShortcuts().map((s) => s.keys)
      const matched = follow(pressed, event.key, Date.now(), known)
      pressed = matched.pressed
      if (!matched.hit || (!on && matched.hit !== '?')) return
      event.preventDefault()
      findShortcut(matched.hit)?.run()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [on])

  return (
    <Modal opened={opened} onClose={close} title="Keyboard shortcuts" size={720}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing={2}>
          <Row keys={`${MOD} k`} label="Search and commands" />
          {shortcuts.map((s) => (
            <Row key={s.keys} keys={s.keys} label={s.label} />
          ))}
        </SimpleGrid>
        <Switch
          label="Single-key shortcuts"
          description="Turn them off if your keyboard or speech input sets them off by accident."
          checked={on}
          onChange={(event) => setOn(event.currentTarget.checked)}
        />
      </Stack>
    </Modal>
  )
}

function Row({ keys, label }: { keys: string; label: string }) {
  return (
    <Group justify="space-between" wrap="nowrap" mih={34}>
      <Text>{label}</Text>
      <Group gap={4} wrap="nowrap">
        {keys.split(' ').map((key, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a key may come twice
          <Kbd key={i}>{key.length === 1 ? key.toUpperCase() : key}</Kbd>
        ))}
      </Group>
    </Group>
  )
}

/** Somebody types, or a dialog has the floor. */
function busyElsewhere(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null
  if (target?.closest('input, textarea, select, [contenteditable="true"], [role="combobox"]')) return true
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null
}
