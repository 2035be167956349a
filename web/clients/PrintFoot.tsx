import { useSession } from '../session/session.ts'

/** On paper alone: whose it is, who printed it and when, so that a stray sheet finds its way back. */
export function PrintFoot() {
  const { organization, user } = useSession()
  return (
    <p className="wk-print-only" style={{ marginTop: 24, fontSize: '9pt' }}>
      {organization.name}. Printed by {user.displayName}, {new Date().toLocaleString()}. Confidential: holds
      protected health information.
    </p>
  )
}
