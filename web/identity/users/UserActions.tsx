import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  IconDots,
  IconLockOpen,
  IconPlayerPause,
  IconPlayerPlay,
  IconShieldOff,
  IconTrash,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient } from '../../api/query-client.ts'
import type { User } from '../../api/types.ts'
import { useSession } from '../../session/session.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { useNow } from '../../ui/use-now.ts'
import { ACTIONS, type UserAction } from './actions.ts'
import { stateOf } from './state.ts'

const ICONS = {
  unlock: IconLockOpen,
  suspend: IconPlayerPause,
  resume: IconPlayerPlay,
  'reset-mfa': IconShieldOff,
  remove: IconTrash,
}

/** What can be done with an account. Each asks first and says what follows. */
export function UserActions({ user }: { user: User }) {
  const [asked, setAsked] = useState<UserAction>()
  const navigate = useNavigate()
  const self = useSession().user.id === user.id
  const state = stateOf(user, useNow())
  const offered: UserAction[] = [
    ...(state === 'locked' ? (['unlock'] as const) : []),
    ...(user.status === 'suspended'
      ? (['resume'] as const)
      : user.status === 'active' && !self
        ? (['suspend'] as const)
        : []),
    ...(user.mfaEnrolled && !self ? (['reset-mfa'] as const) : []),
    ...(self ? [] : (['remove'] as const)),
  ]
  const spec = asked && ACTIONS[asked]

  const confirm = async () => {
    if (!asked || !spec) return
    await spec.run(user.id)
    notifications.show({ message: spec.done(user.displayName) })
    if (asked === 'remove') await navigate({ to: '/users' })
    await queryClient.invalidateQueries({ queryKey: ['users'] })
  }

  if (offered.length === 0) return null
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" rightSection={<IconDots size={16} />}>
            Actions
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map((action) => {
            const Icon = ICONS[action]
            return (
              <Menu.Item
                key={action}
                leftSection={<Icon size={16} />}
                c={action === 'remove' ? 'var(--mantine-color-error)' : undefined}
                onClick={() => setAsked(action)}
              >
                {ACTIONS[action].label}
              </Menu.Item>
            )
          })}
        </Menu.Dropdown>
      </Menu>
      <ConfirmModal
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={spec ? spec.title(user.displayName) : ''}
        confirmLabel={spec?.label ?? ''}
        danger={spec?.danger}
        onConfirm={confirm}
      >
        {spec?.consequence}
      </ConfirmModal>
    </>
  )
}
