import { useState } from 'react'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { ScanStep } from './ScanStep.tsx'

/** Setting up an authenticator app: scan, confirm, and keep the recovery codes. */
export function EnrolTotp({ onDone }: { onDone: () => unknown }) {
  const [codes, setCodes] = useState<string[]>()
  return codes ? <RecoveryCodes codes={codes} onDone={onDone} /> : <ScanStep onConfirmed={setCodes} />
}
