import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDots } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient } from '../api/query-client.ts'
import { ConfirmModal } from '../ui/ConfirmModal.tsx'
import { useNow } from '../ui/use-now.ts'
import { ACTIONS, offered, type PersonAction } from './actions.ts'
import { isLocked } from './columns.tsx'
import type { PortalPerson } from './queries.ts'

/** What can be done with a portal person’s account. Each asks first and says what follows. */
export function PersonActions({ person }: { person: PortalPerson }) {
  const [asked, setAsked] = useState<PersonAction>()
  const navigate = useNavigate()
  const spec = asked && ACTIONS[asked]
  const locked = isLocked(person, useNow())
  const confirm = async () => {
    if (!spec) return
    await spec.run(person.id)
    notifications.show({ message: spec.done(person.name) })
    if (asked === 'remove') await navigate({ to: '/portal-people' })
    await queryClient.invalidateQueries({ queryKey: ['portal-people'] })
  }
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" rightSection={<IconDots size={16} />}>
            Actions
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offered(person, locked).map((action) => (
            <Menu.Item
              key={action}
              c={action === 'remove' ? 'var(--mantine-color-error)' : undefined}
              onClick={() => setAsked(action)}
            >
              {ACTIONS[action].label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ConfirmModal
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={spec ? spec.title(person.name) : ''}
        confirmLabel={spec?.label ?? ''}
        danger={spec?.danger}
        onConfirm={confirm}
      >
        {spec?.consequence}
      </ConfirmModal>
    </>
  )
}
