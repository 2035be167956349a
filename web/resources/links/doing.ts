import type { KeptGroup, KeptLink } from '../queries.ts'

/** What is being done on the page where links are kept. */
export type Doing =
  | { what: 'group'; group?: KeptGroup }
  | { what: 'link'; groupId: string; link?: KeptLink }
  | { what: 'remove-group'; group: KeptGroup }
  | { what: 'remove-link'; link: KeptLink }
