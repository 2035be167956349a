import type { RecordClass } from './queries.ts'

/** What the sections of the record are called. */
export const TITLES: Record<RecordClass, string> = {
  contact: 'Contact',
  demographic: 'Person',
  identifier: 'Identifiers',
  clinical: 'Clinical summary',
  financial: 'Insurance and payment',
}

export const SEXES = [
  { value: 'female', label: 'Female' },
  { value: 'male', label: 'Male' },
  { value: 'other', label: 'Other' },
  { value: 'unknown', label: 'Unknown' },
]

export const PREFERS = [
  { value: 'phone', label: 'Telephone' },
  { value: 'sms', label: 'Text message' },
  { value: 'email', label: 'E-mail' },
  { value: 'post', label: 'Post' },
  { value: 'portal', label: 'Client portal' },
  { value: 'none', label: 'No contact, please' },
]

export const KINDS = [
  { value: 'person', label: 'People' },
  { value: 'organisation', label: 'Organisations' },
]

/** The label of a stored value; the value itself where it is not among them. */
export const labelOf = (options: { value: string; label: string }[], value: string | undefined) =>
  options.find((o) => o.value === value)?.label ?? value
