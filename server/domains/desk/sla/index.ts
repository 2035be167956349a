import type { Route } from '../../../platform/http/route.ts'
import type { JobSet } from '../../../platform/jobs/index.ts'
import type { Services } from '../../../platform/services.ts'
import { ring } from './alarm.ts'
import { calendarRoutes } from './routes/calendars.ts'
import { policyRoutes } from './routes/policies.ts'
import { previewRoutes } from './routes/preview.ts'
import { reportRoutes } from './routes/report.ts'
import { recomputeOne, sweep } from './sweep.ts'

export function slaRoutes(services: Services): Route[] {
  return [
    ...calendarRoutes(services),
    ...policyRoutes(services),
    ...previewRoutes(services),
    ...reportRoutes(services),
  ]
}

export function slaJobs(services: Services): JobSet {
  return {
    tasks: {
      'sla.alarm': (job) => ring(services, job),
      'sla.sweep': (job) => sweep(services, job),
      'sla.recompute': (job) => recomputeOne(services, job),
    },
  }
}

export { SlaAnswer, slaOf } from './of-ticket.ts'
export { recomputeSla, recomputeSlas } from './recompute.ts'
