import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { importRunner } from './imports/runner.ts'
import { importRoutes } from './routes/imports.ts'

export function transferRoutes(services: Services): Route[] {
  return [...importRoutes(services)]
}

/** Starts to run the imports that wait. Stopping pauses the one that runs; it goes on in the next process. */
export function startImports(services: Services): { stop(): Promise<void> } {
  const runner = importRunner(services)
  runner.start()
  return { stop: () => runner.stop() }
}
