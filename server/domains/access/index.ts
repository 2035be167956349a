import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { breakGlassRoutes } from './routes/break-glass.ts'
import { clientGroupRoutes } from './routes/client-groups.ts'
import { explainRoutes } from './routes/explain.ts'
import { facilityRoutes } from './routes/facilities.ts'
import { roleRoutes } from './routes/roles.ts'
import { teamRoutes } from './routes/teams.ts'
import { wallRoutes } from './routes/walls.ts'

export function accessRoutes(services: Services): Route[] {
  return [
    ...roleRoutes(services),
    ...teamRoutes(services),
    ...clientGroupRoutes(services),
    ...wallRoutes(services),
    ...facilityRoutes(services),
    ...breakGlassRoutes(services),
    ...explainRoutes(services),
  ]
}

export { keepAnAdministrator } from './administrators.ts'
export { createFacility, createGroup, createTeam, setWall } from './make.ts'
export { createShippedRoles } from './shipped-roles.ts'
