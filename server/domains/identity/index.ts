import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'

export function identityRoutes(_services: Services): Route[] {
  return []
}

export { makeSetupLink } from './setup-link.ts'
