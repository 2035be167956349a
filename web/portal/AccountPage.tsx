import { Button, Stack } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import { ChangePassword } from '../identity/account/ChangePassword.tsx'
import { MySessions } from '../identity/account/MySessions.tsx'
import { Passkeys } from '../identity/account/Passkeys.tsx'
import { SecondFactor } from '../identity/account/SecondFactor.tsx'
import { TrustedDevices } from '../identity/account/TrustedDevices.tsx'
import { signOut } from '../session/leave.ts'
import { useSession } from '../session/session.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Card } from './Card.tsx'

const T = {
  title: 'Your account',
  passkeys: 'Passkeys',
  factor: 'Second factor',
  devices: 'Remembered devices',
  password: 'Password',
  sessions: 'Where you are signed in',
  signOut: 'Sign out',
}

/** How one signs in, and from where. */
export function AccountPage() {
  const { user } = useSession()
  return (
    <>
      <PageHeader title={T.title} description={`${user.displayName}, ${user.email}`} />
      <Card title={T.passkeys}>
        <Passkeys />
      </Card>
      <Card title={T.factor}>
        <SecondFactor />
      </Card>
      <Card title={T.devices}>
        <TrustedDevices />
      </Card>
      <Card title={T.sessions}>
        <MySessions />
      </Card>
      <Card title={T.password}>
        <Stack>
          <ChangePassword />
        </Stack>
      </Card>
      <Button
        mt="lg"
        fullWidth
        variant="default"
        leftSection={<IconLogout size={18} />}
        onClick={() => void signOut()}
      >
        {T.signOut}
      </Button>
    </>
  )
}
