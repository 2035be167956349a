import type { Change } from './changes.ts'

/** What pages of the portal show, by the kind of what changed or of the thing that did. */
const SHOWN: Record<string, string> = {
  signature: 'signatures',
  signatures: 'signatures',
  document: 'documents',
  documents: 'documents',
  folder: 'documents',
  link: 'links',
  links: 'links',
  'link-group': 'links',
  announcement: 'announcements',
  announcements: 'announcements',
  thread: 'threads',
  threads: 'threads',
  ticket: 'requests',
  tickets: 'requests',
  form: 'forms',
  forms: 'forms',
  'form-response': 'forms',
  me: 'me',
}

/**
 * What a person of the portal may hear: that some document or thread of the organization changed, and not which, since
 * most are other people's. Nothing of the staff's own work.
 */
export function heardInPortal({ type }: Change): Change | undefined {
  const kind = SHOWN[type]
  return kind === undefined ? undefined : { type: kind }
}
