import type { Route } from '../../platform/http/route.ts'
import type { JobSet } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { clientOwner } from './client-owner.ts'
import { type FileOwner, Owners } from './owners.ts'
import { readFile } from './read.ts'
import { removeBlobs } from './remove.ts'
import { contentRoutes } from './routes/content.ts'
import { readRoutes } from './routes/read.ts'
import { settleRoutes } from './routes/settle.ts'
import { uploadRoutes } from './routes/upload.ts'
import { sweepFiles } from './sweep.ts'

/** What files may hang on: clients, and what other domains bring. */
export const fileOwners = (others: readonly FileOwner[] = []): Owners => new Owners([clientOwner, ...others])

export function fileRoutes(services: Services, owners: Owners): Route[] {
  return [
    ...uploadRoutes(services, owners),
    ...readRoutes(services, owners),
    ...contentRoutes(services, owners),
    ...settleRoutes(services, owners),
  ]
}

export function fileJobs(services: Services, owners: Owners): JobSet {
  return {
    tasks: {
      'file.read': (job) => readFile(services, owners, job),
      'file.remove': (job) => removeBlobs(services, job.orgId, String(job.payload.fileId)),
      'file.sweep': (job) => sweepFiles(services, owners, job.orgId),
    },
    everyMinutes: { 'file.sweep': 10 },
  }
}

export type { By as FileBy } from '../../platform/http/by.ts'
export { AttachedFile, FileAnswer, type FileAnswerBody, Fingerprint, PictureQuery } from './api.ts'
export { fileBytes } from './bytes.ts'
export { completeFile } from './complete.ts'
export { type OpenedFile, openFile, refuseUnlessOpen, sendContent, sendPicture } from './content.ts'
export { createFile } from './create.ts'
export { filesOfMessage, linkToMessage, type MessageFile } from './messages.ts'
export { moveFiles } from './move-owner.ts'
export { cleanName, contentDisposition } from './names.ts'
export type { FileOwner, HungFile, OwnerPlace, Owners, OwnerType } from './owners.ts'
export { isOpen, presentAttached, presentFile } from './present.ts'
export { receive } from './receive.ts'
export { Received, receiveRequest } from './receive-request.ts'
export {
  FILE_STATES,
  type FileRow,
  FileSeal,
  type FileState,
  filesOf,
  lockFile,
  readFileRow,
  UNSETTLED,
} from './records.ts'
export { backupsGoneBy, clearFile, lockForChange, purgeFile } from './settle.ts'
export { aboutFile } from './state.ts'
export { attachStored, type StoredBytes, storeStream } from './store-stream.ts'
