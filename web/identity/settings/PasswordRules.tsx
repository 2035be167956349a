import { Checkbox, NumberInput, SimpleGrid, Stack } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { FormSection } from '../../ui/FormSection.tsx'
import type { SettingsValues } from './form.ts'

const KINDS = [
  ['requireUpper', 'A capital letter'],
  ['requireLower', 'A small letter'],
  ['requireDigit', 'A digit'],
  ['requireSymbol', 'A symbol'],
] as const

export function PasswordRules({ form }: { form: UseFormReturnType<SettingsValues> }) {
  return (
    <FormSection
      title="Passwords"
      description="NIST SP 800-63B advises length over complexity. Passwords that many people use are always refused."
    >
      <NumberInput
        label="Least length"
        suffix=" characters"
        min={8}
        max={128}
        maw={260}
        required
        {...form.getInputProps('policy.password.minLength')}
      />
      <Stack gap={8} role="group" aria-label="Must contain">
        {KINDS.map(([key, label]) => (
          <Checkbox
            key={key}
            label={label}
            {...form.getInputProps(`policy.password.${key}`, { type: 'checkbox' })}
          />
        ))}
      </Stack>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NumberInput
          label="Earlier passwords refused"
          description="0 for none"
          min={0}
          max={24}
          required
          {...form.getInputProps('policy.password.history')}
        />
        <NumberInput
          label="Forced reset after (optional)"
          description="Empty for never"
          suffix=" days"
          min={1}
          max={3650}
          {...form.getInputProps('policy.password.maxAgeDays')}
        />
      </SimpleGrid>
    </FormSection>
  )
}
