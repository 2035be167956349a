import type { Route } from '../../platform/http/route.ts'
import type { JobSet } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import type { Owners } from '../files/index.ts'
import { linkRoutes } from './links/manage.ts'
import { sharedRoutes } from './links/view.ts'
import { contentRoutes } from './routes/content.ts'
import { destroyRoutes } from './routes/destroy.ts'
import { documentRoutes } from './routes/documents.ts'
import { folderRoutes } from './routes/folders.ts'
import { lifecycleRoutes } from './routes/lifecycle.ts'
import { readingRoutes } from './routes/reading.ts'
import { searchRoutes } from './routes/search.ts'
import { versionRoutes } from './routes/versions.ts'
import { tellOfDocument } from './tell.ts'

export function documentsRoutes(services: Services, owners: Owners): Route[] {
  return [
    ...folderRoutes(services),
    ...documentRoutes(services),
    ...searchRoutes(services),
    ...readingRoutes(services),
    ...versionRoutes(services, owners),
    ...contentRoutes(services, owners),
    ...lifecycleRoutes(services, owners),
    ...linkRoutes(services),
    ...sharedRoutes(services),
    ...destroyRoutes(),
  ]
}

export const documentJobs = (services: Services): JobSet => ({
  tasks: { 'document.tell': (job) => tellOfDocument(services, job) },
})

export { checkClasses, classesOf } from './access.ts'
export { createDocument } from './documents.ts'
export { documentFiles } from './file-owner.ts'
export { createFolder } from './folders.ts'
export { previewOf } from './present.ts'
export { saidPlainly } from './problems.ts'
export { type DocumentRow, lockDocument, readDocument } from './records.ts'
export { DocumentSeal } from './seal.ts'
export { sendText, textOf } from './text.ts'
export { keepBeside, versionByN } from './versions.ts'
export { indexText, WORD_FIELD } from './words.ts'
