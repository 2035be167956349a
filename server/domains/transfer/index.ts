import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { importRunner } from './imports/runner.ts'
import { type ClientResources, exportRoutes } from './routes/exports.ts'
import { importRoutes } from './routes/imports.ts'
import { unassignedRoutes } from './routes/unassigned.ts'

/** `others`: what other domains give out with a client. */
export function transferRoutes(services: Services, others: readonly ClientResources[] = []): Route[] {
  return [...importRoutes(services), ...unassignedRoutes(services), ...exportRoutes(services, others)]
}

/** Starts to run the imports that wait. Stopping pauses the one that runs; it goes on in the next process. */
export function startImports(services: Services): { stop(): Promise<void> } {
  const runner = importRunner(services)
  runner.start()
  return { stop: () => runner.stop() }
}

export { type FilesImport, importFiles } from './imports/from-files.ts'
export type { ImportOptions } from './imports/options.ts'
export type { Progress } from './imports/progress.ts'
export type { StoredIssue } from './imports/store.ts'
export { TransferError } from './problem.ts'
export type { ClientResources } from './routes/exports.ts'
