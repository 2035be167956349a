/**
 * Verbs of actions that disclose, ask or come and go, and change nothing. An action of any other verb that was done
 * is a change.
 */
export const READ_VERBS = [
  'read',
  'list',
  'search',
  'history',
  'reveal',
  'export',
  'export-list',
  'preview',
  'explain',
  'proof',
  'sessions',
  'screens',
  'sign-in',
  'second-factor',
  'sign-out',
  'refused',
  // Of the desk, its mail and its files.
  'board',
  'thread',
  'mail',
  'macro-fill',
  'message-reveal',
  'held-list',
  'rule-test',
  'received-list',
  // Of documents.
  'compare',
  'link-list',
  'link-open',
  'link-page',
  'link-download',
  'readers',
  'reading-list',
  'upload-list',
  'version-list',
  'version-read',
  'unchanged',
  'visit',
  // Of devices that keep copies.
  'connect',
  'copy-read',
  'disconnect',
  'look',
  'fetch',
  'test',
] as const

/** Whether an event changed something: it was done, and its action is no read. */
export function changed({ action, outcome }: { action: string; outcome: string }): boolean {
  const verb = action.slice(action.lastIndexOf('.') + 1)
  return outcome === 'done' && !(READ_VERBS as readonly string[]).includes(verb)
}
