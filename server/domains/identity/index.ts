import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { enrolPasskeyRoutes } from './routes/enrol-passkey.ts'
import { invitationRoutes } from './routes/invitations.ts'
import { meRoutes } from './routes/me.ts'
import { mfaRoutes } from './routes/mfa.ts'
import { myDeviceRoutes } from './routes/my-devices.ts'
import { myLanguageRoutes } from './routes/my-language.ts'
import { myPasskeyRoutes } from './routes/my-passkeys.ts'
import { myTotpRoutes } from './routes/my-totp.ts'
import { organizationRoutes } from './routes/organization.ts'
import { passkeySignInRoutes } from './routes/passkey-sign-in.ts'
import { sessionRoutes } from './routes/session.ts'
import { setupRoutes } from './routes/setup.ts'
import { signInRoutes } from './routes/sign-in.ts'
import { tokenRoutes } from './routes/tokens.ts'
import { userRoutes } from './routes/users.ts'

export function identityRoutes(services: Services): Route[] {
  return [
    ...setupRoutes(services),
    ...signInRoutes(services),
    ...sessionRoutes(services),
    ...passkeySignInRoutes(services),
    ...mfaRoutes(services),
    ...enrolPasskeyRoutes(services),
    ...myPasskeyRoutes(services),
    ...myDeviceRoutes(services),
    ...myTotpRoutes(services),
    ...meRoutes(services),
    ...myLanguageRoutes(),
    ...userRoutes(services),
    ...invitationRoutes(services),
    ...tokenRoutes(services),
    ...organizationRoutes(services),
  ]
}

export { revokeDevices } from './devices.ts'
export { forgetFactors, resetFactors } from './factors.ts'
export { Email, line, Name, Search } from './fields.ts'
export { newInvitation } from './invitation.ts'
export { myName } from './my-name.ts'
export { type OrgPolicy, orgPolicy } from './org-policy.ts'
export { hashPassword } from './password/hash.ts'
export {
  calledBy,
  openPerson,
  openPersonWith,
  PORTAL_NAME,
  type PortalPerson,
  portalAddress,
  sealPerson,
} from './portal-person.ts'
export { Confirmation, whenConfirmed } from './prove.ts'
export { createServiceToken } from './service-tokens.ts'
export { endSessionsOf, revokeTokensOf } from './sessions.ts'
export { makeSetupLink } from './setup-link.ts'
