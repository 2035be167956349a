/** What the desk's numbers and states are called, and the colour of each; colours mean urgency or are neutral. */

export type Category = 'new' | 'open' | 'waiting' | 'resolved' | 'closed'

export const PRIORITIES = [
  { value: 1, label: 'Urgent', color: 'red' },
  { value: 2, label: 'High', color: 'amber' },
  { value: 3, label: 'Normal', color: 'blue' },
  { value: 4, label: 'Low', color: 'gray' },
] as const

export const priorityOf = (priority: number) => PRIORITIES[priority - 1] ?? PRIORITIES[2]

export const CATEGORY_COLORS: Record<Category, string> = {
  new: 'blue',
  open: 'spruce',
  waiting: 'amber',
  resolved: 'green',
  closed: 'gray',
}

export const IMPACTS = [
  { value: '1', label: 'Everybody at a site' },
  { value: '2', label: 'A team' },
  { value: '3', label: 'One person' },
]

export const URGENCIES = [
  { value: '1', label: 'Work stands still' },
  { value: '2', label: 'Work is slowed' },
  { value: '3', label: 'Can wait' },
]

export const CHANNELS = { web: 'the desk', email: 'e-mail', api: 'a program', portal: 'the portal' } as const

/** `#1042`, as people say it on the telephone. */
export const numberText = (number: number): string => `#${number}`

/** What a suspected message or file may hold, in a technician's words. */
export const KIND_WORDS: Record<string, string> = {
  name: 'a name',
  address: 'an address',
  place: 'a place',
  zip: 'a ZIP code',
  'birth-date': 'a birth date',
  date: 'a date of care',
  age: 'an age over 89',
  phone: 'a telephone number',
  fax: 'a fax number',
  email: 'an e-mail address',
  ssn: 'a Social Security number',
  mrn: 'a medical record number',
  'member-id': 'a health plan number',
  account: 'an account number',
  licence: 'a licence number',
  npi: 'a provider number (NPI)',
  dea: 'a DEA number',
  vehicle: 'a vehicle’s number',
  device: 'a device’s number',
  url: 'a web address',
  ip: 'an IP address',
  biometric: 'biometric data',
  photo: 'a photograph',
  'other-id': 'another identifier',
  'diagnosis-code': 'a diagnosis code',
  'health-term': 'words of health',
}

export const kindWords = (kind: string): string => KIND_WORDS[kind] ?? kind.replaceAll('-', ' ')

/** `a name, a birth date and 2 more`. */
export function kindsText(kinds: string[]): string {
  const words = [...new Set(kinds)].map(kindWords)
  if (words.length <= 3) return new Intl.ListFormat('en').format(words)
  return new Intl.ListFormat('en').format([...words.slice(0, 2), `${words.length - 2} more`])
}
