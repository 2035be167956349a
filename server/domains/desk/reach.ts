import type { Statement, Tx } from '../../platform/db/database.ts'

/** How far goes what the system does on somebody's word: behind their walls, within their roles, as both are now. */
export interface Reach {
  assigns: boolean
  /** Client groups behind whose walls they may write. */
  groups: ReadonlySet<string>
}

const ACT_FOR: Statement = {
  name: 'act-for',
  text: 'select wk_act_for($1, $2) as may',
}
const REACH: Statement = {
  name: 'act-for-reach',
  text: "select wk_user_may('tickets:assign') as assigns, wk_groups('write')::text[] as groups",
}

/**
 * From here on the worker's transaction is within what a person may do who said what is done now: the same questions as
 * for people (`wk_groups`) then refuse it what they would be refused. Undefined, and behind no wall, where nobody stands
 * for it any more.
 */
export async function actFor(
  tx: Tx,
  userId: string | null,
  permission: 'tickets:write' | 'tickets:create',
): Promise<Reach | undefined> {
  const [row] = await tx.run<{ may: boolean }>(ACT_FOR, [userId, permission])
  if (!row?.may) return undefined
  const [reach] = await tx.run<{ assigns: boolean; groups: string[] }>(REACH, [])
  return { assigns: reach!.assigns, groups: new Set(reach!.groups) }
}
