import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../../platform/db/database.ts'
import type { By } from '../../../platform/http/by.ts'
import { invalid, notFound, stale } from '../../../platform/http/problem.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import type { OrgKeys } from '../../../platform/keys/org-keys.ts'
import { openJson, type Place, sealJson } from '../../../platform/keys/sealed.ts'
import { subjectDek } from '../../../platform/keys/subjects.ts'
import { refuseTelling } from '../rules/detection.ts'
import { refuseUnknown } from './references.ts'
import type { Conditions, Happening, Rule, RuleActions, RuleAnswer } from './rule.ts'

/** What people typed into a rule, sealed under the organization's key. */
export interface Typed {
  conditions: Conditions
  actions: RuleActions
}
interface Row {
  id: string
  name: string
  happening: Happening
  sealed_rule: Buffer
  enabled: boolean
  position: number
  version: number
  saved_by: string | null
  saved_by_name: string | null
  stands: boolean
  failed_at: Date | null
  error_code: string | null
}
const COLUMNS = `id, name, happening, sealed_rule, enabled, position, version, saved_by,
  (select u.display_name from users u where u.org_id = ticket_rules.org_id and u.id = saved_by) as saved_by_name,
  wk_stands(saved_by, 'tickets:write') as stands, failed_at, error_code`
const LIST = {
  name: 'ticket-rules',
  text: `select ${COLUMNS} from ticket_rules where org_id = $1 and ($2::uuid is null or id = $2) order by position, id`,
}
const INSERT = {
  name: 'ticket-rule-insert',
  text: `insert into ticket_rules (org_id, id, name, happening, sealed_rule, enabled, position, saved_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${COLUMNS}`,
}
const UPDATE = {
  name: 'ticket-rule-update',
  text: `update ticket_rules set name = $3, happening = $4, sealed_rule = $5, enabled = $6, position = $7, saved_by = $8,
    version = version + 1, failed_at = null, error_code = null where org_id = $1 and id = $2 and version = $9 returning ${COLUMNS}`,
}
const REMOVE = {
  name: 'ticket-rule-remove',
  text: 'delete from ticket_rules where org_id = $1 and id = $2 returning id',
}

export const placeOf = (orgId: string, row: string): Place => ({
  orgId,
  table: 'ticket_rules',
  column: 'sealed_rule',
  row,
})

async function opened(keys: OrgKeys, tx: Tx, rows: Row[]): Promise<RuleAnswer[]> {
  if (!rows.length) return []
  const { orgId } = tx.context
  const key = await subjectDek(keys, tx, 'organization', orgId)
  return rows.map((r) => ({
    ...openJson<Typed>(key, placeOf(orgId, r.id), r.sealed_rule),
    id: r.id,
    name: r.name,
    on: r.happening,
    enabled: r.enabled,
    position: r.position,
    version: r.version,
    savedBy: r.saved_by ? { id: r.saved_by, name: r.saved_by_name ?? '', stands: r.stands } : null,
    failed: r.failed_at && { at: r.failed_at.toISOString(), code: r.error_code ?? 'Error' },
  }))
}

/** All rules, in the order in which they run. */
export const listRules = async (keys: OrgKeys, tx: Tx): Promise<RuleAnswer[]> =>
  opened(keys, tx, await tx.run<Row>(LIST, [tx.context.orgId, null]))

export async function readRule(keys: OrgKeys, tx: Tx, id: string): Promise<RuleAnswer> {
  const [found] = await opened(keys, tx, await tx.run<Row>(LIST, [tx.context.orgId, id]))
  if (!found) throw notFound('The rule')
  return found
}

/** Saves a new rule (`known` absent) or changes one. What may tell about a patient is refused, by field. */
export async function saveRule(
  keys: OrgKeys,
  tx: Tx,
  by: By,
  { name, on, conditions, actions, enabled, position }: Rule,
  known?: { id: string; version: number },
): Promise<RuleAnswer> {
  const { orgId } = tx.context
  refuseTelling({
    name,
    'actions.body': actions.body,
    'actions.addTags': actions.addTags,
    'actions.removeTags': actions.removeTags,
    'conditions.tags': conditions.tags,
  })
  if (conditions.changed && on !== 'changed')
    throw invalid([{ field: 'conditions.changed', message: 'is for a rule on a change' }])
  const old = known && (await readRule(keys, tx, known.id))
  const typed: Typed = { conditions, actions }
  await refuseUnknown(tx, typed, old)
  const savedBy = standsFor(by, { on, ...typed, enabled, position }, old)
  const id = known?.id ?? uuidv7()
  const sealed = sealJson(await subjectDek(keys, tx, 'organization', orgId), placeOf(orgId, id), typed)
  const values = [orgId, id, name, on, sealed, enabled, position, savedBy]
  const [row] = await nameIsFree(
    known ? tx.run<Row>(UPDATE, [...values, known.version]) : tx.run<Row>(INSERT, values),
  )
  if (!row) throw stale()
  await by.record(tx, {
    action: known ? 'ticket-rule.change' : 'ticket-rule.create',
    object: { type: 'ticket-rule', id },
    facts: { on, enabled },
  })
  return (await opened(keys, tx, [row]))[0]!
}

type Said = Pick<Rule, 'on' | 'conditions' | 'actions' | 'enabled' | 'position'>
/**
 * Whoever saves a rule stands for it, unless it is only switched or moved while somebody does. Nobody, where what saves it
 * may itself not do as it says: a token that is cut down to settings borrows nothing of its user's roles.
 */
function standsFor(by: By, rule: Said, old: RuleAnswer | undefined): string | null {
  const only = old && (old.enabled !== rule.enabled || old.position !== rule.position)
  const says = ({ on, conditions, actions }: Said) => ({ on, conditions, actions })
  if (only && old.savedBy?.stands && isDeepStrictEqual(says(old), says(rule))) return old.savedBy.id
  const { assignee, teamId } = rule.actions
  const errors = Object.entries({ assignee, teamId }).flatMap(([field, value]) =>
    value === undefined || by.may('tickets:assign')
      ? []
      : [{ field: `actions.${field}`, message: 'needs the permission tickets:assign' }],
  )
  if (errors.length) throw invalid(errors)
  return by.may('tickets:write') ? by.userId : null
}

/** What it has done stays, and says that a rule did it. */
export async function removeRule(tx: Tx, by: By, id: string): Promise<void> {
  if (!(await tx.run(REMOVE, [tx.context.orgId, id])).length) throw notFound('The rule')
  await by.record(tx, { action: 'ticket-rule.remove', object: { type: 'ticket-rule', id } })
}

async function nameIsFree<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw invalid([{ field: 'name', message: 'is taken' }])
    throw error
  }
}
