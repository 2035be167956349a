import { Menu, Text } from '@mantine/core'
import { IconDeviceLaptop, IconKeyboard, IconLogout, IconSelector, IconUserCircle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { signOut } from '../session/leave.ts'
import { useSession } from '../session/session.ts'
import { PersonAvatar } from '../ui/PersonAvatar.tsx'
import { findShortcut } from '../ui/shortcuts/registry.ts'
import { ColorSchemeSwitch } from './ColorSchemeSwitch.tsx'
import classes from './UserMenu.module.css'

/** The person, and what is theirs: account, sessions, appearance, sign-out. */
export function UserMenu({ wide }: { wide?: boolean }) {
  const { user, roles } = useSession()
  const roleNames = roles.map((r) => r.name).join(', ')
  return (
    <Menu position={wide ? 'top-start' : 'bottom-end'} width={268}>
      <Menu.Target>
        {wide ? (
          <button type="button" className={classes.wide}>
            <PersonAvatar name={user.displayName} size={32} />
            <span className={classes.names}>
              <span className={classes.name}>{user.displayName}</span>
              <span className={classes.roles}>{roleNames}</span>
            </span>
            <IconSelector size={16} aria-hidden />
          </button>
        ) : (
          <button type="button" className={classes.round} aria-label={`${user.displayName}: account`}>
            <PersonAvatar name={user.displayName} size={32} />
          </button>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="xs" truncate>
            {user.email}
          </Text>
        </Menu.Label>
        <Menu.Item component={Link} to="/account" leftSection={<IconUserCircle size={17} />}>
          Your account
        </Menu.Item>
        <Menu.Item component={Link} to="/account/sessions" leftSection={<IconDeviceLaptop size={17} />}>
          Your sessions
        </Menu.Item>
        <Menu.Item
          leftSection={<IconKeyboard size={17} />}
          onClick={() => setTimeout(() => findShortcut('?')?.run())}
          visibleFrom="sm"
        >
          Keyboard shortcuts
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>Appearance</Menu.Label>
        <ColorSchemeSwitch />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={17} />} onClick={() => void signOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
