import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { changeRoutes, type MovedWith } from './routes/change.ts'
import { contactRoutes } from './routes/contacts.ts'
import { nameRoutes } from './routes/names.ts'
import { noteRoutes } from './routes/notes.ts'
import { readRoutes } from './routes/read.ts'
import { relationshipRoutes } from './routes/relationships.ts'
import { resourceRoutes } from './routes/resources.ts'
import { type DestroyedWith, shredRoutes } from './routes/shred.ts'

/** What other domains do with what they hold about a client: destroy it with the client, see to it when the client moves. */
export function clientRoutes(
  services: Services,
  destroyedWith: readonly DestroyedWith[] = [],
  movedWith: readonly MovedWith[] = [],
): Route[] {
  return [
    ...readRoutes(services),
    ...nameRoutes(services),
    ...changeRoutes(services, movedWith),
    ...shredRoutes(services, destroyedWith),
    ...contactRoutes(services),
    ...relationshipRoutes(services),
    ...noteRoutes(services),
    ...resourceRoutes(services),
  ]
}

export { type EmailOwner, ownersOfEmail } from './by-email.ts'
export { changeRecord } from './change-of.ts'
export { areKnownNames } from './known-names.ts'
export { displayName, mask } from './present.ts'
export {
  type ClientRow,
  openClasses,
  RECORD_CLASSES,
  readClient,
  readClients,
  recentClients,
  visibleClasses,
} from './records.ts'
export { type ReindexProgress, reindexClients, startReindex } from './reindex.ts'
export { type ResourceLabel, resourceLabelPlace, resourcePlace } from './resources.ts'
export { contactPlace } from './routes/contacts.ts'
export { notePlace } from './routes/notes.ts'
export type { DestroyedWith } from './routes/shred.ts'
export * from './schema.ts'
export { searchClients } from './search.ts'
export {
  type ClientChange,
  insertClients,
  type NewClient,
  type PreparedClient,
  prepareClient,
  updateClient,
} from './write.ts'
