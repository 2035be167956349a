import type { BodyOf } from '../../../api/use-save.ts'
import type { Category } from '../../words.ts'
import type { TicketFlow } from '../queries.ts'

/** A status while it is edited: ways are by an id of its own, so that a key may still be changed. */
export interface DraftStatus {
  uid: string
  key: string
  name: string
  category: Category
  next: string[]
  requiresSteps: boolean
  closesAfterDays?: number | undefined
}

export const CATEGORIES: { value: Category; label: string }[] = [
  { value: 'new', label: 'New' },
  { value: 'open', label: 'Open' },
  { value: 'waiting', label: 'Waiting: clocks pause' },
  { value: 'resolved', label: 'Resolved' },
  { value: 'closed', label: 'Closed' },
]

/** `Waiting for vendor` is `waiting-for-vendor`. */
export const keyOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9\s-]/g, '')
    .trim()
    .replace(/[\s-]+/g, '-')
    .slice(0, 40)

const status = (
  key: string,
  name: string,
  category: Category,
  next: string[],
  requiresSteps = false,
): DraftStatus => ({ uid: key, key, name, category, next, requiresSteps })

/** What a new flow begins with. */
export const START: DraftStatus[] = [
  status('new', 'New', 'new', ['in-progress', 'resolved']),
  status('in-progress', 'In progress', 'open', ['waiting', 'resolved']),
  status('waiting', 'Waiting', 'waiting', ['in-progress', 'resolved']),
  status('resolved', 'Resolved', 'resolved', ['in-progress', 'closed'], true),
  status('closed', 'Closed', 'closed', ['in-progress'], true),
]

export const draftOf = (flow: TicketFlow | undefined): DraftStatus[] =>
  flow ? flow.statuses.map((s) => ({ ...s, uid: s.key })) : START.map((s) => ({ ...s }))

/** As the API takes it: ways by keys, in the order of the list. */
export function bodyOf(name: string, statuses: DraftStatus[]): BodyOf<'/api/v1/ticket-flows', 'post'> {
  return {
    name: name.trim(),
    statuses: statuses.map(({ uid: _, next, closesAfterDays: days, ...s }) => ({
      ...s,
      ...(days && s.category === 'resolved' && { closesAfterDays: days }),
      key: s.key.trim(),
      name: s.name.trim(),
      next: statuses.filter((to) => next.includes(to.uid)).map((to) => to.key.trim()),
    })),
  }
}
