import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { documentHistoryRoutes } from './routes/document-history.ts'
import { eventRoutes } from './routes/events.ts'
import { exportRoutes } from './routes/export.ts'
import { historyRoutes } from './routes/history.ts'
import { listedRoute } from './routes/listed.ts'
import { proofRoutes } from './routes/proof.ts'
import { sessionRoutes } from './routes/sessions.ts'
import { visitRoutes } from './routes/visits.ts'

export function auditingRoutes(services: Services): Route[] {
  return [
    ...eventRoutes(services),
    ...historyRoutes(services),
    ...documentHistoryRoutes(services),
    ...sessionRoutes(services),
    listedRoute(services),
    ...visitRoutes(),
    ...proofRoutes(services),
    ...exportRoutes(services),
  ]
}
