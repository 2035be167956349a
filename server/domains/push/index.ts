import type { Route } from '../../platform/http/route.ts'
import type { JobSet } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { pushRoutes as routes } from './routes.ts'
import { sendNotice, tellDevices } from './send.ts'

/** Notices on devices: that there is something new, and of which kind. */
export const pushRoutes = (services: Services): Route[] => routes(services)

export function pushJobs(services: Services): JobSet {
  return {
    tasks: {
      'push.tell': (job) => tellDevices(services, job),
      'push.send': (job) => sendNotice(services, job),
    },
  }
}

export { type Kind, tellByPush } from './tell.ts'
