import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { LockedTicket } from './records.ts'

/** Moves what another domain keeps on a ticket to the one it is merged into; both are locked. Answers how many moved. */
export type Along = (tx: Tx, keys: OrgKeys, from: LockedTicket, into: LockedTicket) => Promise<number>

const all = new Map<string, Along>()

/** Another domain's things that go along when a ticket is merged, by the name that the log counts them under. */
export function alsoMerged(name: string, along: Along): void {
  all.set(name, along)
}

/** Moves all of it, and answers how many of each. */
export async function mergeAlong(
  tx: Tx,
  keys: OrgKeys,
  from: LockedTicket,
  into: LockedTicket,
): Promise<Record<string, number>> {
  const moved: Record<string, number> = {}
  for (const [name, along] of all) moved[name] = await along(tx, keys, from, into)
  return moved
}
