import type { Route } from '../../platform/http/route.ts'
import type { JobSet } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { removeCopies } from './destroy.ts'
import { drillDevice } from './drill.ts'
import { retainCopies } from './retention.ts'
import { copyRoutes } from './routes/copies.ts'
import { deviceRoutes } from './routes/devices.ts'
import { repositoryRoutes } from './routes/repository.ts'
import { sweepDeviceBlobs, sweepDevices } from './sweep.ts'
import { tellOfDevice } from './tell.ts'

/** Copies of folders on the organization's computers, as restic keeps them. */
export function deviceBackupRoutes(services: Services): Route[] {
  return [...deviceRoutes(services), ...copyRoutes(services), ...repositoryRoutes(services)]
}

export function deviceJobs(services: Services): JobSet {
  return {
    tasks: {
      'device.sweep': (job) => sweepDevices(services, job.orgId),
      'device.sweep-blobs': (job) => sweepDeviceBlobs(services, job.orgId),
      'device.retention': (job) => retainCopies(services, job),
      'device.drill': (job) => drillDevice(services, job),
      'device.remove': (job) => removeCopies(services, job),
      'device.tell': (job) => tellOfDevice(services, job),
    },
    everyMinutes: { 'device.sweep': 5, 'device.sweep-blobs': 59 },
  }
}

export { enrol } from './enrol.ts'
export { firstCopy } from './restic/first-copy.ts'
export { findRestic } from './restic/program.ts'
