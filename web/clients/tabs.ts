/** The tabs of a client's page beside the record, as its address names them. */
export const CLIENT_TABS = [
  'contacts',
  'notes',
  'files',
  'documents',
  'portal',
  'messages',
  'forms',
  'imported',
  'history',
] as const
export type ClientTab = (typeof CLIENT_TABS)[number]
