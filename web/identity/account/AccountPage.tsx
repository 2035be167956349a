import { Badge, Group, Stack } from '@mantine/core'
import { LanguageSetting } from '../../i18n/LanguageSetting.tsx'
import { Absence } from '../../messages/Absence.tsx'
import { MailSetting } from '../../push/MailSetting.tsx'
import { PushSetting } from '../../push/PushSetting.tsx'
import { useMay, useSession } from '../../session/session.ts'
import { FormSection } from '../../ui/FormSection.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { AccessSummary } from './AccessSummary.tsx'
import { ChangePassword } from './ChangePassword.tsx'
import { SecondFactor } from './SecondFactor.tsx'
import { SignInWays } from './SignInWays.tsx'

export function AccountPage() {
  const { user, roles, mfa } = useSession()
  const may = useMay()
  return (
    <>
      <PageHeader title="Your account" description={`${user.displayName}, ${user.email}`} />
      <FormSection
        title="Your access"
        description="What your roles let you do. Whoever looks after users can change it."
      >
        <Stack gap="xs">
          <Group gap={6}>
            {roles.map((role) => (
              <Badge key={role.id} color="gray" size="lg">
                {role.name}
              </Badge>
            ))}
          </Group>
          <AccessSummary />
        </Stack>
      </FormSection>
      <FormSection title="Language">
        <LanguageSetting />
      </FormSection>
      <FormSection title="Notices">
        <Stack gap="lg">
          <MailSetting />
          <PushSetting />
        </Stack>
      </FormSection>
      <FormSection title="Password">
        <ChangePassword />
      </FormSection>
      <FormSection
        title="Second factor"
        description={
          mfa
            ? 'You confirmed this session with your authenticator app.'
            : 'A code from an authenticator app, asked after the password.'
        }
      >
        <SecondFactor />
      </FormSection>
      <SignInWays />
      {may('messages:read') && (
        <FormSection
          title="Being away"
          description="Clients who write to you are told, and a colleague sees your conversations as theirs."
        >
          <Absence />
        </FormSection>
      )}
    </>
  )
}
