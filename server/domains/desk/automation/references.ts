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

const there = (table: string): Statement => ({
  name: `rule-names-${table}`,
  text: `select count(*)::integer as there from ${table} where org_id = $1 and id = any ($2::uuid[])`,
})

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
    const [row] = await tx.run<{ there: number }>(there(table), [tx.context.orgId, ids])
    if (row!.there < ids.length) bad.push(field)
  }
  if (bad.length) throw invalid(bad.map((field) => ({ field, message: 'names nothing that you may see' })))
}
