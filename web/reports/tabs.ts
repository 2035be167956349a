/** The reports beside the first, as the page's address names them. */
export const REPORTS = ['load', 'backlog', 'reopened', 'satisfaction', 'time'] as const
export type Report = (typeof REPORTS)[number]
