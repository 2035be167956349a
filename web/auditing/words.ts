/** What each action of the log was, as a sentence's beginning: `who` did this. */
const SAID: Record<string, string> = {
  'access.explain': 'Asked who may see a client',
  'audit.export': 'Downloaded the log',
  'audit.list': 'Read the log',
  'audit.proof': 'Asked for a proof',
  'audit.screens': 'Looked at a session’s screens',
  'audit.sessions': 'Looked at sessions',
  'break-glass.list': 'Looked at emergency access',
  'break-glass.open': 'Opened by emergency access',
  'break-glass.review': 'Reviewed emergency access',
  'client-group.change': 'Changed a client group',
  'client-group.create': 'Made a client group',
  'client-group.list': 'Listed client groups',
  'client-group.remove': 'Removed a client group',
  'client.change': 'Changed the record',
  'client.create': 'Added the client',
  'client.export': 'Exported the record',
  'client.export-list': 'Exported a list',
  'client.history': 'Looked at the history',
  'client.import': 'Imported',
  'client.list': 'Saw in a list',
  'client.read': 'Opened the record',
  'client.reveal': 'Revealed an identifier',
  'client.shred': 'Destroyed for good',
  'contact.change': 'Changed a contact',
  'contact.create': 'Added a contact',
  'contact.list': 'Saw the contacts',
  'contact.remove': 'Removed a contact',
  'demo.seed': 'Made for the demonstration',
  'facility.change': 'Changed a facility',
  'facility.create': 'Made a facility',
  'facility.list': 'Listed facilities',
  'facility.remove': 'Removed a facility',
  'import.cancel': 'Stopped an import',
  'import.finish': 'Finished an import',
  'import.preview': 'Previewed an import',
  'import.start': 'Started an import',
  'import.upload': 'Uploaded a file',
  'keys.read': 'Looked at the keys',
  'keys.passphrase': 'Changed the keyring’s passphrase',
  'keys.rewrap': 'Wrapped keys anew',
  'keys.rotate': 'Rotated the keys',
  'log.events-lost': 'Events were lost',
  'log.restore-accepted': 'Accepted a restored database',
  'note.change': 'Changed a note',
  'note.create': 'Wrote a note',
  'note.list': 'Read the notes',
  'note.remove': 'Removed a note',
  'organization.change': 'Changed settings',
  'organization.create': 'Set up the organization',
  'organization.read': 'Read settings',
  'relationship.create': 'Added a relationship',
  'relationship.list': 'Saw relationships',
  'relationship.remove': 'Removed a relationship',
  'report.read': 'Looked at a report',
  'request.refused': 'Was refused',
  'resource.import': 'Imported a resource',
  'resource.list': 'Saw imported resources',
  'resource.read': 'Opened an imported resource',
  'role.change': 'Changed a role',
  'role.create': 'Made a role',
  'role.list': 'Listed roles',
  'role.remove': 'Removed a role',
  'search.reindex': 'Made search tokens anew',
  'session.end': 'Ended a session',
  'session.list': 'Listed sessions',
  'session.second-factor': 'Gave the second factor',
  'session.sign-in': 'Signed in',
  'session.sign-out': 'Signed out',
  'sla-calendar.change': 'Changed working hours',
  'sla-calendar.create': 'Made a calendar of working hours',
  'sla-calendar.list': 'Listed calendars of working hours',
  'sla-calendar.remove': 'Removed a calendar of working hours',
  'sla-policy.change': 'Changed a service level',
  'sla-policy.create': 'Made a service level',
  'sla-policy.list': 'Listed service levels',
  'sla-policy.order': 'Put service levels in order',
  'sla-policy.preview': 'Tried a service level',
  'sla-policy.remove': 'Removed a service level',
  'team.change': 'Changed a team',
  'team.create': 'Made a team',
  'team.list': 'Listed teams',
  'team.remove': 'Removed a team',
  'ticket-sla.read': 'Looked at a ticket’s due times',
  'ticket.sla-breach': 'Told that a ticket is overdue',
  'ticket.sla-warning': 'Warned that a ticket will be overdue',
  'token.create': 'Made a service token',
  'token.list': 'Listed service tokens',
  'token.revoke': 'Revoked a service token',
  'user.accept-invitation': 'Accepted an invitation',
  'user.change': 'Changed a user',
  'user.invite': 'Invited a user',
  'user.list': 'Listed users',
  'user.locked': 'Was locked out',
  'user.mfa-begin': 'Began to set up a second factor',
  'user.mfa-enrol': 'Set up a second factor',
  'user.mfa-proof': 'Did not prove who asks',
  'user.mfa-remove': 'Gave up the second factor',
  'user.mfa-reset': 'Reset a second factor',
  'user.password-change': 'Changed a password',
  'user.read': 'Looked at a user',
  'user.recovery-codes': 'Made recovery codes',
  'user.remove': 'Removed a user',
  'wall.change': 'Changed a wall',
  'wall.list': 'Looked at the walls',
}

/** `client.reveal` as `Revealed an identifier`; an action that is not known here as it can be read. */
export function actionText(action: string): string {
  const said = SAID[action]
  if (said) return said
  const text = action.replace('.', ': ').replaceAll('-', ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** To choose from, by name. */
export const ACTIONS = Object.entries(SAID)
  .map(([value, label]) => ({ value, label }))
  .sort((a, b) => a.label.localeCompare(b.label))

/** What an event can be about. */
export const OBJECTS = [
  { value: 'client', label: 'Client' },
  { value: 'user', label: 'User' },
  { value: 'role', label: 'Role' },
  { value: 'team', label: 'Team' },
  { value: 'client-group', label: 'Client group' },
  { value: 'facility', label: 'Facility' },
  { value: 'organization', label: 'Organization' },
  { value: 'token', label: 'Service token' },
  { value: 'keys', label: 'Keys' },
  { value: 'import', label: 'Import' },
  { value: 'audit', label: 'Audit log' },
]

/** What an event is about: its name, or what is known of it. */
export function objectText(
  o: { type: string; id: string | null; label?: string | undefined } | null,
): string {
  if (!o) return ''
  const kind = OBJECTS.find((x) => x.value === o.type)?.label ?? o.type
  if (o.label && !o.id?.startsWith(o.label)) return o.label
  return o.id ? `${kind} ${o.id.slice(0, 8)}` : ''
}
