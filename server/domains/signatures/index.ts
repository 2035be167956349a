import type { Route } from '../../platform/http/route.ts'
import type { JobSet } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import type { Owners } from '../files/index.ts'
import { makeCopy, sweepCopies } from './copy.ts'
import { askRoutes } from './routes/ask.ts'
import { contentRoutes } from './routes/content.ts'
import { readRoutes } from './routes/read.ts'
import { signRoutes } from './routes/sign.ts'
import { mailDue, mailNext, remindOfDays, tellBlocked, tellEnd } from './tell.ts'

/** Signatures of several people in order, with the evidence in the log. */
export const signatureRoutes = (services: Services, owners: Owners): Route[] => [
  ...askRoutes(services),
  ...readRoutes(services),
  ...contentRoutes(services, owners),
  ...signRoutes(services),
]

export const signatureJobs = (services: Services, owners: Owners): JobSet => ({
  tasks: {
    'signature.ask': (job) => mailNext(services, job),
    'signature.ended': (job) => tellEnd(services, job),
    'signature.days': (job) => remindOfDays(services, job.orgId),
    'signature.due': (job) => mailDue(services, job),
    'signature.blocked': (job) => tellBlocked(services, job),
    'signature.copy': (job) => makeCopy(services, owners, job),
    'signature.sweep': (job) => sweepCopies(services, job.orgId),
  },
  everyMinutes: { 'signature.sweep': 10, 'signature.days': 30 },
})

export { askForSignatures } from './ask.ts'
export { SignatureMark } from './mark.ts'
export { formatSignatures, type SignatureReport, verifySigned } from './verify/verify.ts'
