import type { RuleActions } from './rule.ts'

/** One thing that a rule does, by its name in the history. */
export type Part = [name: string, actions: RuleActions]

/** What a rule does, one by one: where it is first, so that who works on it is judged by the wall that it comes behind. */
const ORDER: [name: string, fields: (keyof RuleActions)[]][] = [
  ['queue', ['queueId']],
  ['type', ['typeId']],
  ['priority', ['impact', 'urgency']],
  ['team', ['teamId']],
  ['assignee', ['assignee']],
  ['tags', ['addTags', 'removeTags']],
  ['checklist', ['checklistIds']],
  ['message', ['body', 'kind']],
  ['status', ['status']],
]

export function partsOf(actions: RuleActions): Part[] {
  const parts: Part[] = []
  for (const [name, fields] of ORDER) {
    const given = fields.filter((f) => f !== 'kind' && actions[f] !== undefined && actions[f] !== '')
    if (!given.length) continue
    parts.push([
      name,
      { kind: actions.kind, ...Object.fromEntries(given.map((f) => [f, actions[f]])) } as RuleActions,
    ])
  }
  return parts
}

/** Whether somebody outside gets to read it. */
export const replies = ({ body, kind }: RuleActions): boolean => Boolean(body) && kind === 'public'
