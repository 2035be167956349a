import type { Statement, Tx } from '../../../platform/db/database.ts'
import type { OrgKeys } from '../../../platform/keys/org-keys.ts'
import { openJson } from '../../../platform/keys/sealed.ts'
import { subjectDek } from '../../../platform/keys/subjects.ts'
import type { Happening } from './rule.ts'
import { placeOf, type Typed } from './rules.ts'

/** What runs: when, on whose word, and, opened, for what and what then. */
export interface RuleInUse {
  id: string
  on: Happening
  savedBy: string | null
  /** Throws where it does not open: the others do. */
  open(): Typed
}

/** Which rules are in use, in which order, each in which version of its row: one short word that changes with any of it. */
const STATE: Statement = {
  name: 'ticket-rules-state',
  text: `select md5(string_agg(id::text || xmin::text, ',' order by position, id)) as state from ticket_rules
    where org_id = $1 and enabled`,
}
/** Who stands for each is asked when its conditions hold. */
const LOAD: Statement = {
  name: 'ticket-rules-in-use',
  text: `select id, happening, sealed_rule, saved_by from ticket_rules where org_id = $1 and enabled order by position, id`,
}
interface Row {
  id: string
  happening: Happening
  sealed_rule: Buffer
  saved_by: string | null
}

/** Organizations whose rules are kept opened in this process. Another state is other rules, so none grow stale. */
const KEPT = 200
const kept = new Map<string, { state: string; rules: readonly RuleInUse[] }>()

/** The rules that what happened may set off, in the order in which they run. */
export async function rulesInUse(
  keys: OrgKeys,
  tx: Tx,
  happened: readonly Happening[],
): Promise<RuleInUse[]> {
  const { orgId } = tx.context
  const [row] = await tx.run<{ state: string | null }>(STATE, [orgId])
  if (!row?.state) return []
  const known = kept.get(orgId)
  const rules = known?.state === row.state ? known.rules : await load(keys, tx)
  kept.delete(orgId)
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
  kept.set(orgId, { state: row.state, rules })
  return rules.filter((r) => happened.includes(r.on))
}

async function load(keys: OrgKeys, tx: Tx): Promise<RuleInUse[]> {
  const { orgId } = tx.context
  const rows = await tx.run<Row>(LOAD, [orgId])
  const key = await subjectDek(keys, tx, 'organization', orgId)
  return rows.map((r) => ({
    id: r.id,
    on: r.happening,
    savedBy: r.saved_by,
    open: opened(() => openJson<Typed>(key, placeOf(orgId, r.id), r.sealed_rule)),
  }))
}

/** Opens at once, so that no key is kept; what went wrong is thrown whenever it is asked for. */
function opened<T>(open: () => T): () => T {
  try {
    const value = open()
    return () => value
  } catch (error) {
    return () => {
      throw error
    }
  }
}
