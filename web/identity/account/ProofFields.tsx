import { Anchor, PasswordInput, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useState } from 'react'
import { CodeInput } from '../mfa/CodeInput.tsx'

/** What shows that it is the account's owner who asks. */
export interface ProofValues {
  password: string
  code: string
  recoveryCode: string
}
export const NO_PROOF: ProofValues = { password: '', code: '', recoveryCode: '' }

/** As the API takes it: what is empty is left out. */
export const proofBody = ({ password, code, recoveryCode }: ProofValues) => ({
  password,
  ...(recoveryCode.trim() ? { recoveryCode: recoveryCode.trim() } : code ? { code } : {}),
})

interface Props {
  form: UseFormReturnType<ProofValues>
  /** An app is set up, so its code, or a recovery code, is asked too. */
  enrolled: boolean
}

/** The password, and the second factor where there is one. */
export function ProofFields({ form, enrolled }: Props) {
  const [recovery, setRecovery] = useState(false)
  const other = () => {
    form.setFieldValue(recovery ? 'recoveryCode' : 'code', '')
    setRecovery(!recovery)
  }
  return (
    <>
      <PasswordInput
        label="Your password"
        autoComplete="current-password"
        required
        data-autofocus
        {...form.getInputProps('password')}
      />
      {enrolled &&
        (recovery ? (
          <TextInput
            label="Recovery code"
            autoComplete="off"
            autoCapitalize="none"
            required
            ff="monospace"
            {...form.getInputProps('recoveryCode')}
          />
        ) : (
          <CodeInput label="Code from your present app" {...form.getInputProps('code')} />
        ))}
      {enrolled && (
        <Anchor component="button" type="button" ta="start" size="sm" onClick={other}>
          {recovery ? 'Use a code from the app' : 'I no longer have that app'}
        </Anchor>
      )}
    </>
  )
}
