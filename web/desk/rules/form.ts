import { ACTIONS, CONDITIONS, type Field, HAPPENINGS, type RuleChoices } from './fields.ts'
import type { ActionKey, ConditionKey, Happening, Rule, RuleBody } from './queries.ts'

/** As the fields have it: what is not in it is not asked or not done. */
export type Chosen<K extends string> = Partial<Record<K, string | string[] | null>>
export interface RuleValues {
  name: string
  on: Happening
  enabled: boolean
  conditions: Chosen<ConditionKey>
  actions: Chosen<ActionKey>
  kind: 'public' | 'internal'
}

/** What a field that was just added begins with. */
export const fresh = (kind: Field<string>['kind']): string | string[] | null =>
  kind === 'one' ? null : kind === 'text' ? '' : []

const text = (value: unknown): string | string[] => (Array.isArray(value) ? value.map(String) : String(value))

const chosen = <K extends string>(fields: Field<K>[], from: Partial<Record<K, unknown>>): Chosen<K> =>
  Object.fromEntries(
    fields.flatMap(({ key }) => (from[key] === undefined ? [] : [[key, text(from[key])]])),
  ) as Chosen<K>

export const toForm = (r: Rule | undefined): RuleValues => ({
  name: r?.name ?? '',
  on: r?.on ?? 'made',
  enabled: r?.enabled ?? true,
  conditions: chosen(CONDITIONS, r?.conditions ?? {}),
  actions: chosen(ACTIONS, r?.actions ?? {}),
  kind: r?.actions.kind ?? 'public',
})

/** What is filled in, as the API takes it; a field that was added and left empty says nothing. */
function sent<K extends string>(fields: Field<K>[], values: Chosen<K>): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const { key, numbers } of fields) {
    const value = values[key]
    const filled = typeof value === 'string' ? value.trim() : value
    if (!filled?.length) continue
    const one = (v: string) => (numbers ? Number(v) : v)
    out[key] = typeof filled === 'string' ? one(filled) : filled.map(one)
  }
  return out
}

export function conditionsOf(v: Pick<RuleValues, 'on' | 'conditions'>): RuleBody['conditions'] {
  const { unassigned, hasClient, changed, ...rest } = sent(CONDITIONS, v.conditions)
  return {
    ...rest,
    ...(hasClient !== undefined && { hasClient: hasClient === 'true' }),
    ...(unassigned !== undefined && { unassigned: unassigned === 'true' }),
    // Of a ticket that is not changed nothing has changed.
    ...(changed !== undefined && v.on === 'changed' && { changed }),
  } as RuleBody['conditions']
}

export const toBody = (v: RuleValues, position: number): RuleBody => ({
  name: v.name.trim(),
  on: v.on,
  enabled: v.enabled,
  position,
  conditions: conditionsOf(v),
  actions: { kind: v.kind, ...sent(ACTIONS, v.actions) } as RuleBody['actions'],
})

export const doesSomething = (v: RuleValues): boolean => Object.keys(sent(ACTIONS, v.actions)).length > 0

/** What one field of a rule says, in words. */
export function fieldText<K extends string>(
  field: Field<K>,
  value: string | string[] | null | undefined,
  choices: RuleChoices,
): string {
  if (field.kind === 'text') return field.label.toLowerCase()
  const named = field.kind === 'clients' ? choices.clients : field.choices?.(choices)
  const names = new Map(named?.map((c) => [c.value, c.label]))
  const all = (Array.isArray(value) ? value : [value ?? '']).map(
    (v) => names.get(v) ?? (field.choices ? '…' : v),
  )
  if (field.kind === 'clients' && Array.isArray(value)) {
    const known = value.flatMap((v) => names.get(v) ?? [])
    const rest = value.length - known.length
    return `${field.label}: ${[...known, ...(rest ? [known.length ? `${rest} more` : String(rest)] : [])].join(', ')}`
  }
  return `${field.label}: ${all.join(', ')}`
}

/** A rule in one line. */
export function ruleText(rule: Rule, choices: RuleChoices): string {
  const { conditions, actions, kind } = toForm(rule)
  const when = HAPPENINGS.find((h) => h.value === rule.on)!.label
  const asks = CONDITIONS.filter((f) => f.key in conditions).map((f) =>
    fieldText(f, conditions[f.key], choices),
  )
  const does = ACTIONS.filter((f) => f.key in actions).map((f) =>
    f.key === 'body'
      ? kind === 'public'
        ? 'reply to the requester'
        : 'write a note'
      : fieldText(f, actions[f.key], choices),
  )
  return `${[when, ...asks].join(' · ')} → ${does.join(' · ')}`
}
