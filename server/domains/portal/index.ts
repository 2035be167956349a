import type { Route } from '../../platform/http/route.ts'
import type { JobSet } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { mailInvitation, mailNotice } from './mail.ts'
import { manageRoutes } from './routes/manage.ts'
import { peopleRoutes } from './routes/people.ts'
import { portalRoutes } from './routes/portal.ts'
import { requestRoutes } from './routes/requests.ts'

/** The people of the portal: who they are, whom they are for, and how they get in. */
export function portalPeopleRoutes(services: Services): Route[] {
  return [
    ...peopleRoutes(services),
    ...manageRoutes(services),
    ...portalRoutes(services),
    ...requestRoutes(services),
  ]
}

export function portalJobs(services: Services): JobSet {
  return {
    tasks: {
      'portal.invite': (job) => mailInvitation(services, job),
      'portal.notice': (job) => mailNotice(services, job),
    },
  }
}

export { tellPortal } from './mail.ts'
export { myClients } from './my-clients.ts'
