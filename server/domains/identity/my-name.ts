import type { Tx } from '../../platform/db/database.ts'
import type { RequestContext } from '../../platform/http/route.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { calledBy } from './portal-person.ts'

/** How whoever asks is called, for themselves. */
export function myName(
  keys: OrgKeys,
  { principal: p }: RequestContext,
  tx: Tx,
): Promise<{ email: string; displayName: string }> {
  return calledBy(keys, tx, { id: p.userId, kind: p.kind, email: p.email, display_name: p.displayName })
}
