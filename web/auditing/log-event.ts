import type { Item } from '../api/types.ts'

/** An event of the log, as the API gives it. */
export type LogEvent = Item<'/api/v1/audit/events'>
