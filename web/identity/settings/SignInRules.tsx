import { NumberInput, SimpleGrid, Switch, TagsInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { FormSection } from '../../ui/FormSection.tsx'
import type { SettingsValues } from './form.ts'

/** Second factor, sessions, lock-out and where people may sign in from. */
export function SignInRules({ form }: { form: UseFormReturnType<SettingsValues> }) {
  return (
    <>
      <FormSection title="Second factor">
        <Switch
          label="Everybody uses a second factor"
          description="An authenticator app or a passkey. Whoever has none yet sets one up at the next sign-in."
          {...form.getInputProps('policy.mfaRequired', { type: 'checkbox' })}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NumberInput
            label="Remembered on a device of staff for"
            description="0 asks at every sign-in."
            suffix=" days"
            min={0}
            max={90}
            required
            {...form.getInputProps('policy.remember.staffDays')}
          />
          <NumberInput
            label="On a device of portal people for"
            description="0 asks at every sign-in."
            suffix=" days"
            min={0}
            max={90}
            required
            {...form.getInputProps('policy.remember.portalDays')}
          />
        </SimpleGrid>
      </FormSection>
      <FormSection
        title="Sessions"
        description="People are told a minute before. After that they sign in again, and nothing stays on the screen."
      >
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NumberInput
            label="Ends when idle for"
            suffix=" minutes"
            min={1}
            max={480}
            required
            {...form.getInputProps('policy.session.idleMinutes')}
          />
          <NumberInput
            label="Ends in any case after"
            suffix=" hours"
            min={1}
            max={72}
            required
            {...form.getInputProps('policy.session.absoluteHours')}
          />
        </SimpleGrid>
      </FormSection>
      <FormSection
        title="Lock-out"
        description="Against guessing. An administrator can unlock an account at any time."
      >
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          <NumberInput
            label="Failed attempts"
            min={3}
            max={50}
            required
            {...form.getInputProps('policy.lockout.attempts')}
          />
          <NumberInput
            label="Within"
            suffix=" minutes"
            min={1}
            max={1440}
            required
            {...form.getInputProps('policy.lockout.windowMinutes')}
          />
          <NumberInput
            label="Locked for"
            suffix=" minutes"
            min={1}
            max={1440}
            required
            {...form.getInputProps('policy.lockout.lockMinutes')}
          />
        </SimpleGrid>
      </FormSection>
      <FormSection
        title="Addresses"
        description="From where people may sign in and work. Roles can narrow it further."
      >
        <TagsInput
          label="Allowed IP addresses and networks (optional)"
          description="Such as 203.0.113.7 or 203.0.113.0/24. Empty allows every address. Keep your own in it."
          placeholder={form.values.policy.ipAllowList.length === 0 ? 'Every address' : ''}
          splitChars={[',', ' ', ';']}
          {...form.getInputProps('policy.ipAllowList')}
        />
      </FormSection>
    </>
  )
}
