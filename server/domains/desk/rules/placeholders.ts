/** What a canned reply may name; `{{requester.name|there}}` gives a word for when there is none. */
export const PLACEHOLDERS = [
  'ticket.number',
  'ticket.subject',
  'ticket.status',
  'requester.name',
  'requester.email',
  'agent.name',
  'organization.name',
] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]

const PATTERN = /\{\{\s*([a-z.]{1,40})\s*(?:\|([^{}]{0,100}))?\}\}/g

/** Names in a text that are no placeholders. */
export function unknownPlaceholders(text: string): string[] {
  return [...text.matchAll(PATTERN)].map((m) => m[1]!).filter((n) => !PLACEHOLDERS.includes(n as Placeholder))
}

/** The text with what is known put in, once: a value that looks like a placeholder stays as it is. */
export function fillIn(text: string, values: Partial<Record<Placeholder, string | undefined>>): string {
  return text.replace(PATTERN, (whole, name: string, fallback: string | undefined) =>
    PLACEHOLDERS.includes(name as Placeholder)
      ? values[name as Placeholder] || fallback?.trim() || ''
      : whole,
  )
}
