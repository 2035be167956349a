import { api, ok } from '../../api/client.ts'
import type { AccountAction } from '../../ui/AccountActions.tsx'

export type UserAction = 'suspend' | 'resume' | 'unlock' | 'reset-mfa' | 'remove'

const at = (id: string) => ({ params: { path: { id } }, body: {} })

export const ACTIONS: Record<UserAction, AccountAction> = {
  unlock: {
    label: 'Unlock',
    title: (name) => `Unlock ${name}?`,
    consequence: 'They can try to sign in again at once. Make sure that it was they who mistyped.',
    done: (name) => `${name} is unlocked`,
    run: (id) => ok(api.POST('/api/v1/users/{id}/unlock', at(id))),
  },
  suspend: {
    label: 'Suspend',
    title: (name) => `Suspend ${name}?`,
    consequence:
      'All their sessions and tokens end at once. Nothing is deleted: resume the account to let them back in.',
    done: (name) => `${name} is suspended`,
    run: (id) => ok(api.POST('/api/v1/users/{id}/suspend', at(id))),
  },
  resume: {
    label: 'Resume',
    title: (name) => `Let ${name} back in?`,
    consequence: 'They can sign in again with the password and the second factor they had.',
    done: (name) => `${name} can sign in again`,
    run: (id) => ok(api.POST('/api/v1/users/{id}/resume', at(id))),
  },
  'reset-mfa': {
    label: 'Reset the second factor',
    title: (name) => `Reset the second factor of ${name}?`,
    consequence:
      'Their authenticator app and recovery codes stop working, and they set up new ones at the next sign-in. Make sure that it is really they who ask.',
    done: (name) => `${name} sets up a second factor at the next sign-in`,
    danger: true,
    run: (id) => ok(api.POST('/api/v1/users/{id}/reset-mfa', at(id))),
  },
  remove: {
    label: 'Remove',
    title: (name) => `Remove ${name}?`,
    consequence:
      'All their sessions and tokens end at once and they can’t come back. What they did stays in the log under their name.',
    done: (name) => `${name} is removed`,
    danger: true,
    run: (id) => ok(api.DELETE('/api/v1/users/{id}', { params: { path: { id } } })),
  },
}
