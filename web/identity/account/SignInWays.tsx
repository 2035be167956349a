import { FormSection } from '../../ui/FormSection.tsx'
import { Passkeys } from './Passkeys.tsx'
import { TrustedDevices } from './TrustedDevices.tsx'

/** Passkeys and remembered devices: of staff and of portal people alike. */
export function SignInWays() {
  return (
    <>
      <FormSection
        title="Passkeys"
        description="A passkey stays on your device, or with the maker of your device, and can’t be given away by mistake."
      >
        <Passkeys />
      </FormSection>
      <FormSection
        title="Remembered devices"
        description="They are not asked for your second factor for a while."
      >
        <TrustedDevices />
      </FormSection>
    </>
  )
}
