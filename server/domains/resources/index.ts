import type { Route } from '../../platform/http/route.ts'
import type { JobSet } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { announcementJobs } from './announcements.ts'
import { healthJobs } from './check/health.ts'
import { announcementRoutes } from './routes/announcements.ts'
import { linkGroupRoutes } from './routes/link-groups.ts'
import { linkSettingRoutes } from './routes/link-settings.ts'
import { linkRoutes } from './routes/links.ts'
import { readLinkRoutes } from './routes/read-links.ts'
import { readingRoutes } from './routes/reading.ts'

export function resourceRoutes(services: Services): Route[] {
  return [
    ...readLinkRoutes(services),
    ...linkRoutes(services),
    ...linkGroupRoutes(services),
    ...linkSettingRoutes(services),
    ...readingRoutes(services),
    ...announcementRoutes(services),
  ]
}

export const resourceJobs = (services: Services): JobSet[] => [
  healthJobs(services),
  announcementJobs(services),
]

export { announce } from './announcements.ts'
export type { Audience } from './api.ts'
export { addLink, addLinkGroup } from './links.ts'
