import { useState } from 'react'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { ScanStep } from './ScanStep.tsx'

interface Props {
  /** The codes are on screen now, and must stay until they are saved. */
  onConfirmed?: () => void
  onDone: () => unknown
}

/** Setting up an authenticator app: scan, confirm, and keep the recovery codes. */
export function EnrolTotp({ onConfirmed, onDone }: Props) {
  const [codes, setCodes] = useState<string[]>()
  const confirmed = (list: string[]) => {
    setCodes(list)
    onConfirmed?.()
  }
  return codes ? <RecoveryCodes codes={codes} onDone={onDone} /> : <ScanStep onConfirmed={confirmed} />
}
