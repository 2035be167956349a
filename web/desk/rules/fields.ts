import { CHANNELS, IMPACTS, PRIORITIES, URGENCIES } from '../words.ts'
import type { ActionKey, ConditionKey, Happening } from './queries.ts'

export interface Choice {
  value: string
  label: string
}
/** What a rule may name: as the page has loaded it. */
export interface RuleChoices {
  queues: Choice[]
  types: Choice[]
  statuses: Choice[]
  checklists: Choice[]
  teams: Choice[]
  people: Choice[]
  facilities: Choice[]
  clients: Choice[]
}

export const HAPPENINGS: { value: Happening; label: string }[] = [
  { value: 'made', label: 'A ticket is opened' },
  { value: 'changed', label: 'A ticket is changed' },
  { value: 'requester-reply', label: 'The requester replies' },
  { value: 'staff-reply', label: 'Staff reply to the requester' },
]

const CATEGORIES: Choice[] = [
  { value: 'new', label: 'New' },
  { value: 'open', label: 'Open' },
  { value: 'waiting', label: 'Waiting' },
  { value: 'resolved', label: 'Resolved' },
  { value: 'closed', label: 'Closed' },
]
const CHANGED: Choice[] = [
  { value: 'queue', label: 'Queue' },
  { value: 'type', label: 'Type' },
  { value: 'status', label: 'Status' },
  { value: 'priority', label: 'Priority' },
  { value: 'client', label: 'Client' },
  { value: 'facility', label: 'Facility' },
  { value: 'team', label: 'Team' },
  { value: 'assignee', label: 'Assignee' },
  { value: 'tags', label: 'Tags' },
]
/** How a field is asked for: one of a list, some of it, words, or clients that are searched for. */
type Kind = 'one' | 'some' | 'tags' | 'clients' | 'text'
export interface Field<K> {
  key: K
  label: string
  kind: Kind
  choices?: (c: RuleChoices) => Choice[]
  /** The API takes numbers. */
  numbers?: true
}

const priorities = PRIORITIES.map((p) => ({ value: String(p.value), label: p.label }))
const channels = Object.entries(CHANNELS).map(([value, label]) => ({ value, label }))
const somebody = [
  { value: 'true', label: 'to nobody' },
  { value: 'false', label: 'to somebody' },
]

const someClient = [
  { value: 'true', label: 'for a client' },
  { value: 'false', label: 'for no client' },
]

/** In the order in which they are offered and shown. */
export const CONDITIONS: Field<ConditionKey>[] = [
  { key: 'changed', label: 'What changed', kind: 'some', choices: () => CHANGED },
  { key: 'queueIds', label: 'Queue', kind: 'some', choices: (c) => c.queues },
  { key: 'typeIds', label: 'Type', kind: 'some', choices: (c) => c.types },
  { key: 'categories', label: 'Status counts as', kind: 'some', choices: () => CATEGORIES },
  { key: 'statuses', label: 'Status', kind: 'some', choices: (c) => c.statuses },
  { key: 'priorities', label: 'Priority', kind: 'some', choices: () => priorities, numbers: true },
  { key: 'impacts', label: 'Impact', kind: 'some', choices: () => IMPACTS, numbers: true },
  { key: 'urgencies', label: 'Urgency', kind: 'some', choices: () => URGENCIES, numbers: true },
  { key: 'clientIds', label: 'Clients', kind: 'clients' },
  { key: 'hasClient', label: 'It is', kind: 'one', choices: () => someClient },
  { key: 'facilityIds', label: 'Facility', kind: 'some', choices: (c) => c.facilities },
  { key: 'unassigned', label: 'Assigned', kind: 'one', choices: () => somebody },
  { key: 'assigneeIds', label: 'Assigned to', kind: 'some', choices: (c) => c.people },
  { key: 'teamIds', label: 'Team', kind: 'some', choices: (c) => c.teams },
  { key: 'channels', label: 'Came by', kind: 'some', choices: () => channels },
  { key: 'tags', label: 'Has one of the tags', kind: 'tags' },
]

const NOBODY = { value: 'nobody', label: 'Nobody' }
export const ACTIONS: Field<ActionKey>[] = [
  { key: 'queueId', label: 'Put it into the queue', kind: 'one', choices: (c) => c.queues },
  { key: 'typeId', label: 'Make it of the type', kind: 'one', choices: (c) => c.types },
  { key: 'impact', label: 'Set the impact', kind: 'one', choices: () => IMPACTS, numbers: true },
  { key: 'urgency', label: 'Set the urgency', kind: 'one', choices: () => URGENCIES, numbers: true },
  { key: 'teamId', label: 'Give it to the team', kind: 'one', choices: (c) => c.teams },
  { key: 'assignee', label: 'Assign it to', kind: 'one', choices: (c) => [NOBODY, ...c.people] },
  { key: 'addTags', label: 'Add tags', kind: 'tags' },
  { key: 'removeTags', label: 'Take tags away', kind: 'tags' },
  { key: 'checklistIds', label: 'Add checklists', kind: 'some', choices: (c) => c.checklists },
  { key: 'body', label: 'Write a reply or a note', kind: 'text' },
  { key: 'status', label: 'Set the status', kind: 'one', choices: (c) => c.statuses },
]
