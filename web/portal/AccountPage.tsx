import { Button, Stack } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import { LanguageSetting } from '../i18n/LanguageSetting.tsx'
import { useWords } from '../i18n/language.ts'
import { ChangePassword } from '../identity/account/ChangePassword.tsx'
import { MySessions } from '../identity/account/MySessions.tsx'
import { Passkeys } from '../identity/account/Passkeys.tsx'
import { SecondFactor } from '../identity/account/SecondFactor.tsx'
import { TrustedDevices } from '../identity/account/TrustedDevices.tsx'
import { MailSetting } from '../push/MailSetting.tsx'
import { PushSetting } from '../push/PushSetting.tsx'
import { signOut } from '../session/leave.ts'
import { useSession } from '../session/session.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Card } from './Card.tsx'

/** How one signs in, and from where. */
export function AccountPage() {
  const { t } = useWords('portal')
  const { user } = useSession()
  return (
    <>
      <PageHeader title={t('account.title')} description={`${user.displayName}, ${user.email}`} />
      <Card title={t('account.language')}>
        <LanguageSetting />
      </Card>
      <Card title={t('account.notices')}>
        <Stack gap="lg">
          <MailSetting />
          <PushSetting />
        </Stack>
      </Card>
      <Card title={t('account.passkeys')}>
        <Passkeys />
      </Card>
      <Card title={t('account.factor')}>
        <SecondFactor />
      </Card>
      <Card title={t('account.devices')}>
        <TrustedDevices />
      </Card>
      <Card title={t('account.sessions')}>
        <MySessions />
      </Card>
      <Card title={t('account.password')}>
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
        {t('account.signOut')}
      </Button>
    </>
  )
}
