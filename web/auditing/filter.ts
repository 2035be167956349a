import { endOfDay } from '../ui/time.ts'

/** What the log is narrowed to. Ids and names of actions: nothing about a client. */
export interface LogFilter {
  actorId: string | null
  action: string | null
  objectType: string | null
  objectId: string
  outcome: string | null
  sessionId: string
  from: string
  to: string
}

export const NO_LOG_FILTER: LogFilter = {
  actorId: null,
  action: null,
  objectType: null,
  objectId: '',
  outcome: null,
  sessionId: '',
  from: '',
  to: '',
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
export const isId = (text: string): boolean => ID.test(text.trim())
const isDay = (text: string) => /^[12]\d{3}-\d\d-\d\d$/.test(text)

/** The filter as the API takes it; what is not finished yet (half an id) is left out. */
export function logQuery(f: LogFilter) {
  return {
    ...(f.actorId && { actorId: f.actorId }),
    ...(f.action && { action: f.action }),
    ...(f.objectType && { objectType: f.objectType }),
    ...(isId(f.objectId) && { objectId: f.objectId.trim().toLowerCase() }),
    ...(f.outcome && { outcome: f.outcome as 'done' | 'refused' | 'failed' }),
    ...(isId(f.sessionId) && { sessionId: f.sessionId.trim().toLowerCase() }),
    ...daysQuery(f),
  }
}

/** Whole days of the reader's own zone; a day that is not written to its end is left out. */
export const daysQuery = (f: { from: string; to: string }) => ({
  ...(isDay(f.from) && { from: new Date(`${f.from}T00:00`).toISOString() }),
  ...(isDay(f.to) && { to: endOfDay(f.to) }),
})
