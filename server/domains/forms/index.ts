import type { Route } from '../../platform/http/route.ts'
import type { JobSet } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { builderRoutes } from './routes/builder.ts'
import { exportRoutes } from './routes/exports.ts'
import { portalRoutes } from './routes/portal.ts'
import { responseRoutes } from './routes/responses.ts'
import { tellOfAnswers } from './tell.ts'

/** Forms: what is asked of clients, and what they answered. */
export function formRoutes(services: Services): Route[] {
  return [
    ...builderRoutes(services),
    ...responseRoutes(services),
    ...portalRoutes(services),
    ...exportRoutes(services),
  ]
}

export const formJobs = (services: Services): JobSet => ({
  tasks: { 'form.handed-in': (job) => tellOfAnswers(services, job) },
})

export { answerForm, askForm, makeForm } from './by-hand.ts'
export { responsesInBundle } from './export/in-bundle.ts'
export { responseFiles } from './files.ts'
