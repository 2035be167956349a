import { api, ok } from '../api/client.ts'
import type { AccountAction } from '../ui/AccountActions.tsx'
import type { PortalPerson } from './queries.ts'

export type PersonAction = 'unlock' | 'suspend' | 'resume' | 'reset-mfa' | 'remove'

const at = (id: string) => ({ params: { path: { id } }, body: {} })

export const ACTIONS: Record<PersonAction, AccountAction> = {
  unlock: {
    label: 'Unlock',
    title: (name) => `Unlock ${name}?`,
    consequence: 'They can try to sign in again at once. Make sure that it was they who mistyped.',
    done: (name) => `${name} is unlocked`,
    run: (id) => ok(api.POST('/api/v1/portal-people/{id}/unlock', at(id))),
  },
  suspend: {
    label: 'Suspend',
    title: (name) => `Suspend ${name}?`,
    consequence:
      'All their sessions end at once. Nothing is deleted: resume the account to let them back in.',
    done: (name) => `${name} is suspended`,
    run: (id) => ok(api.POST('/api/v1/portal-people/{id}/suspend', at(id))),
  },
  resume: {
    label: 'Resume',
    title: (name) => `Let ${name} back in?`,
    consequence: 'They can sign in again as before. Devices that were remembered are asked again.',
    done: (name) => `${name} can sign in again`,
    run: (id) => ok(api.POST('/api/v1/portal-people/{id}/resume', at(id))),
  },
  'reset-mfa': {
    label: 'Reset the second factor',
    title: (name) => `Reset the second factor of ${name}?`,
    consequence:
      'Their app, passkeys, recovery codes and remembered devices stop working, and they set up a new one at the next sign-in. Make sure that it is really they who ask.',
    done: (name) => `${name} sets up a second factor at the next sign-in`,
    danger: true,
    run: (id) => ok(api.POST('/api/v1/portal-people/{id}/reset-mfa', at(id))),
  },
  remove: {
    label: 'Remove',
    title: (name) => `Remove ${name}?`,
    consequence: 'All their sessions end at once and they can’t come back. What they did stays in the log.',
    done: (name) => `${name} is removed`,
    danger: true,
    run: (id) => ok(api.DELETE('/api/v1/portal-people/{id}', { params: { path: { id } } })),
  },
}

/** What can be done with an account as it is. */
export const offered = (p: PortalPerson, locked: boolean): PersonAction[] => [
  ...(locked ? (['unlock'] as const) : []),
  ...(p.status === 'suspended' ? (['resume'] as const) : []),
  ...(p.status === 'active' ? (['suspend'] as const) : []),
  ...(p.mfa ? (['reset-mfa'] as const) : []),
  'remove',
]
