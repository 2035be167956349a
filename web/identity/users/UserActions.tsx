import { IconLockOpen, IconPlayerPause, IconPlayerPlay, IconShieldOff, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { queryClient } from '../../api/query-client.ts'
import type { User } from '../../api/types.ts'
import { useSession } from '../../session/session.ts'
import { AccountActions } from '../../ui/AccountActions.tsx'
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
  const done = async (action: UserAction) => {
    if (action === 'remove') await navigate({ to: '/users' })
    await queryClient.invalidateQueries({ queryKey: ['users'] })
  }

  if (offered.length === 0) return null
  return (
    <AccountActions
      account={{ id: user.id, name: user.displayName }}
      actions={ACTIONS}
      icons={ICONS}
      offered={offered}
      onDone={done}
    />
  )
}
