import { IconDeviceLaptop, IconKeyboard, IconLogout, IconUserCircle, IconUserPlus } from '@tabler/icons-react'
import { signOut } from '../../session/leave.ts'
import { findShortcut } from '../../ui/shortcuts/registry.ts'
import { type NavItem, navFor } from '../nav.ts'

export interface Command {
  id: string
  group: 'Go to' | 'Do'
  label: string
  words: string
  icon: NavItem['icon']
  run: (go: (to: NavItem['to']) => void) => void
}

/** Actions beside the pages of the sidebar. A new one is a line here. */
const ACTIONS: (Omit<Command, 'group'> & { needs?: string })[] = [
  {
    id: 'invite',
    label: 'Invite a user',
    words: 'add new colleague',
    icon: IconUserPlus,
    needs: 'users:manage',
    run: (go) => go('/users/invite'),
  },
  {
    id: 'account',
    label: 'Your account',
    words: 'profile password mfa recovery codes',
    icon: IconUserCircle,
    run: (go) => go('/account'),
  },
  {
    id: 'sessions',
    label: 'Your sessions',
    words: 'devices sign out elsewhere',
    icon: IconDeviceLaptop,
    run: (go) => go('/account/sessions'),
  },
  {
    id: 'shortcuts',
    label: 'Keyboard shortcuts',
    words: 'help keys',
    icon: IconKeyboard,
    run: () => setTimeout(() => findShortcut('?')?.run(), 200),
  },
  { id: 'sign-out', label: 'Sign out', words: 'leave log out', icon: IconLogout, run: () => void signOut() },
]

/** Everything this person may do from the palette. */
export function commandsFor(may: (permission: string) => boolean): Command[] {
  const pages = navFor(may).flatMap((section) => section.items)
  return [
    ...pages.map<Command>((p) => ({
      id: p.to,
      group: 'Go to',
      label: p.label,
      words: p.words ?? '',
      icon: p.icon,
      run: (go) => go(p.to),
    })),
    ...ACTIONS.filter((a) => !a.needs || may(a.needs)).map<Command>((a) => ({ ...a, group: 'Do' })),
  ]
}
