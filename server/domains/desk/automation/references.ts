import type { Statement, Tx } from '../../../platform/db/database.ts'
import { invalid } from '../../../platform/http/problem.ts'
import type { Conditions, RuleActions } from './rule.ts'

interface Typed {
  conditions: Conditions
  actions: RuleActions
}

/** What a rule names by its id: where, and what stands for it in the database. */
const NAMED = {
  'conditions.queueIds': 'queues',
  'conditions.typeIds': 'ticket_types',
  'conditions.clientIds': 'clients',
  'conditions.facilityIds': 'facilities',
  'conditions.teamIds': 'teams',
  'conditions.assigneeIds': 'users',
  'actions.queueId': 'queues',
  'actions.typeId': 'ticket_types',
  'actions.teamId': 'teams',
  'actions.assignee': 'users',
  'actions.checklistIds': 'checklist_templates',
} as const
type Field = keyof typeof NAMED

/** Whom a ticket may be given to at all. */
const STAFF = " and status = 'active' and kind = 'person'"
const there = (table: string, field: Field): Statement => ({
  name: `rule-names-${field}`,
  text: `select count(*)::integer as there from ${table} where org_id = $1 and id = any ($2::uuid[])${field === 'actions.assignee' ? STAFF : ''}`,
})
/** Statuses are of flows: their keys, of any. */
const STATUSES: Statement = {
  name: 'rule-names-statuses',
  text: "select distinct s ->> 'key' as key from ticket_flows f cross join lateral jsonb_array_elements(f.statuses) s where f.org_id = $1",
}

function idsIn(rule: Typed, field: Field): string[] {
  const [part, name] = field.split('.') as [keyof Typed, string]
  const value = (rule[part] as Record<string, unknown>)[name]
  if (value === undefined || value === 'nobody') return []
  return Array.isArray(value) ? value : [value as string]
}

/** That all that a rule names newly is there for who saves it; a Problem that names the fields if not. */
export async function refuseUnknown(tx: Tx, rule: Typed, old: Typed | undefined): Promise<void> {
  const bad: string[] = []
  for (const [field, table] of Object.entries(NAMED) as [Field, string][]) {
    const known = new Set(old && idsIn(old, field))
    const ids = [...new Set(idsIn(rule, field))].filter((id) => !known.has(id))
    if (!ids.length) continue
    const [row] = await tx.run<{ there: number }>(there(table, field), [tx.context.orgId, ids])
    if (row!.there < ids.length) bad.push(field)
  }
  const statuses = { 'conditions.statuses': rule.conditions.statuses, 'actions.status': rule.actions.status }
  const were = new Set([old?.actions.status, ...(old?.conditions.statuses ?? [])])
  const asked = Object.entries(statuses).filter(([, keys]) => keys !== undefined)
  if (asked.length) {
    const keys = new Set((await tx.run<{ key: string }>(STATUSES, [tx.context.orgId])).map((r) => r.key))
    for (const [field, named] of asked)
      if (![named!].flat().every((k) => keys.has(k) || were.has(k))) bad.push(field)
  }
  if (bad.length) throw invalid(bad.map((field) => ({ field, message: 'names nothing that you may see' })))
}
