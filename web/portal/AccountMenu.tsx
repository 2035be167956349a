import { Menu } from '@mantine/core'
import { IconLink, IconLogout, IconUserCircle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useWords } from '../i18n/language.ts'
import { signOut } from '../session/leave.ts'
import { useSession } from '../session/session.ts'
import { ColorSchemeSwitch } from '../shell/ColorSchemeSwitch.tsx'
import { MeButton } from './MeButton.tsx'
import { takeWantedMenu } from './menu-wanted.ts'

/** What is one's own: account, appearance, the way out. */
export function AccountMenu() {
  const { t } = useWords('portal')
  const { user } = useSession()
  const [opened, setOpened] = useState(false)
  useEffect(() => {
    if (takeWantedMenu()) setOpened(true)
  }, [])
  return (
    <Menu position="bottom-end" width={240} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <MeButton />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{user.email}</Menu.Label>
        <Menu.Item component={Link} to="/portal/account" leftSection={<IconUserCircle size={17} />}>
          {t('shell.account')}
        </Menu.Item>
        <Menu.Item component={Link} to="/portal/links" leftSection={<IconLink size={17} />}>
          {t('shell.links')}
        </Menu.Item>
        <ColorSchemeSwitch />
        <Menu.Item leftSection={<IconLogout size={17} />} onClick={() => void signOut()}>
          {t('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
