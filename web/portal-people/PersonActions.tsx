import { useNavigate } from '@tanstack/react-router'
import { queryClient } from '../api/query-client.ts'
import { AccountActions } from '../ui/AccountActions.tsx'
import { useNow } from '../ui/use-now.ts'
import { ACTIONS, offered, type PersonAction } from './actions.ts'
import { isLocked } from './columns.tsx'
import type { PortalPerson } from './queries.ts'

/** What can be done with a portal person’s account. Each asks first and says what follows. */
export function PersonActions({ person }: { person: PortalPerson }) {
  const navigate = useNavigate()
  const locked = isLocked(person, useNow())
  const done = async (action: PersonAction) => {
    if (action === 'remove') await navigate({ to: '/portal-people' })
    await queryClient.invalidateQueries({ queryKey: ['portal-people'] })
  }
  return <AccountActions account={person} actions={ACTIONS} offered={offered(person, locked)} onDone={done} />
}
