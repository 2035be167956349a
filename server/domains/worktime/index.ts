import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { alsoMerged, alsoSealedUnderTickets } from '../desk/index.ts'
import { mergeTime } from './merged.ts'
import { approvalRoutes } from './routes/approval.ts'
import { billingRoutes } from './routes/billing.ts'
import { contractRoutes } from './routes/contracts.ts'
import { entryRoutes } from './routes/entries.ts'
import { exportRoutes } from './routes/export.ts'
import { invoiceRoutes } from './routes/invoices.ts'
import { reportRoutes } from './routes/report.ts'
import { timerRoutes } from './routes/timer.ts'

alsoSealedUnderTickets({
  table: 'time_entries',
  columns: ['sealed_note', 'sealed_reason'],
  ticket: 'stands_at',
})
alsoMerged('time', mergeTime)

export function worktimeRoutes(services: Services): Route[] {
  return [
    ...timerRoutes(services),
    ...entryRoutes(services),
    ...approvalRoutes(services),
    ...contractRoutes(services),
    ...billingRoutes(),
    ...exportRoutes(services),
    ...invoiceRoutes(),
    ...reportRoutes(services),
  ]
}

export { createContract } from './contracts.ts'
export { decideTime, submitTime } from './decide.ts'
export { addEntry } from './write.ts'
