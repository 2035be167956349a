import type { Route } from '../../platform/http/route.ts'
import type { JobSet } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { myNoticesRoutes } from './my-notices.ts'
import { mailStaff } from './staff.ts'

/** What staff are told of outside the desk, and whether one wants it by e-mail. */
export const noticeRoutes = (): Route[] => myNoticesRoutes()

export const noticeJobs = (services: Services): JobSet => ({
  tasks: { 'staff.notice': (job) => mailStaff(services, job) },
})

export { tellStaff } from './staff.ts'
