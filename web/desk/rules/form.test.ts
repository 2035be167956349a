import { expect, it } from 'vitest'
import { conditionsOf, doesSomething, ruleText, toBody, toForm } from './form.ts'
import type { Rule } from './queries.ts'

const RULE: Rule = {
  savedBy: { id: 'u', name: 'Lee Lead', stands: true },
  failed: null,
  id: '1',
  version: 3,
  name: 'Urgent to the ward',
  on: 'changed',
  enabled: true,
  position: 2,
  conditions: { queueIds: ['q'], priorities: [1, 2], unassigned: true, changed: ['priority'], tags: ['Net'] },
  actions: { kind: 'internal', urgency: 1, assignee: 'nobody', addTags: ['urgent'], body: 'Look at it' },
}
const CHOICES = {
  queues: [{ value: 'q', label: 'Ward' }],
  types: [],
  statuses: [],
  checklists: [],
  teams: [],
  people: [],
  facilities: [],
  clients: [{ value: 'c', label: 'Ada Winterbourne' }],
}

it('shows a rule and sends it back as it was', () => {
  const { id: _, version: __, savedBy: ___, failed: ____, ...body } = RULE
  expect(toBody(toForm(RULE), 2)).toEqual(body)
})

it('sends nothing for a field that was added and left empty, nor a change where nothing is changed', () => {
  const values = toForm(undefined)
  values.conditions = { queueIds: [], unassigned: null, changed: ['status'] }
  values.actions = { addTags: [], body: '  ' }
  expect(conditionsOf(values)).toEqual({})
  expect(toBody(values, 0).actions).toEqual({ kind: 'public' })
  expect(doesSomething(values)).toBe(false)
  expect(doesSomething({ ...values, actions: { status: 'closed' } })).toBe(true)
})

it('names the clients that one may see, and counts the others', () => {
  const of = (clientIds: string[]) =>
    ruleText({ ...RULE, conditions: { clientIds, hasClient: true } }, CHOICES)
  expect(of(['c'])).toContain('Clients: Ada Winterbourne · It is: for a client →')
  expect(of(['c', 'x', 'y'])).toContain('Clients: Ada Winterbourne, 2 more ·')
  expect(of(['x', 'y'])).toContain('Clients: 2 ·')
  const rule = { ...RULE, conditions: { hasClient: false } }
  expect(conditionsOf(toForm(rule))).toEqual({ hasClient: false })
})

it('says what a rule does in a line', () => {
  expect(ruleText(RULE, CHOICES)).toBe(
    'A ticket is changed · What changed: Priority · Queue: Ward · Priority: Urgent, High · Assigned: to nobody · Has one of the tags: Net → Set the urgency: Work stands still · Assign it to: Nobody · Add tags: urgent · write a note',
  )
})
