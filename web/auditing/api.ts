import type { Item } from '../api/types.ts'

export type LogEvent = Item<'/api/v1/audit/events'>
