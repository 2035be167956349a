import { expect, it } from 'vitest'
import type { LogEvent } from '../../auditing/log-event.ts'
import type { Desk } from '../statuses.ts'
import { changeWords } from './change-words.ts'

const desk = {
  people: [{ id: 'p1', name: 'Lena Abara' }],
  queues: [],
  rules: [{ id: 'r1', name: 'Urgent first' }],
  flows: [
    {
      statuses: [
        { key: 'new', name: 'New' },
        { key: 'in-progress', name: 'In progress' },
      ],
    },
  ],
} as unknown as Desk
const event = (part: object) => ({ action: 'ticket.change', facts: {}, ...part }) as unknown as LogEvent

it('says a change of status by the names of the statuses', () => {
  const said = changeWords(
    event({ action: 'ticket.status', facts: { from: 'new', to: 'in-progress', version: 3 } }),
    desk,
  )
  expect(said).toEqual(['Status: New → In progress'])
})

it('names people and levels, never ids, and says nothing of values that are not shown', () => {
  const changes = [
    { field: 'ticket.assigneeId', class: null, from: null, to: 'p1' },
    { field: 'ticket.queueId', class: null, from: 'q1', to: 'q2' },
    { field: 'ticket.urgency', class: null, from: 3, to: 1 },
    { field: 'ticket.tags', class: null, from: ['a', 'b'], to: [] },
    { field: 'ticket.subject', class: null },
    { field: 'ticket.clientId', class: null, from: 'c1', to: 'c2' },
  ]
  expect(changeWords(event({ changes }), desk)).toEqual([
    'Assigned: nobody → Lena Abara',
    'Queue: another → another',
    'Urgency: Can wait → Work stands still',
    'Tags: a, b → –',
  ])
})

it('tells what a rule did, by its name, and what it could not do', () => {
  const facts = { by: 'rule', rule: 'r1' }
  const moved = event({ action: 'ticket.status', facts: { ...facts, from: 'new', to: 'in-progress' } })
  expect(changeWords(moved, desk)).toEqual(['Status: New → In progress', 'By rule “Urgent first”'])
  const refused = { ...facts, rule: 'gone', part: 'status', why: 'ticket-not-closable' }
  expect(changeWords(event({ action: 'ticket.rule-refused', facts: refused }), desk)).toEqual([
    'Status: something is still to be done before the ticket may be closed',
    'By a rule that is no more',
  ])
  const failed = (again: boolean) =>
    changeWords(event({ action: 'ticket.rule-failed', facts: { ...facts, again } }), desk)
  expect(failed(true)).toEqual([expect.stringContaining('tried again'), 'By rule “Urgent first”'])
  expect(failed(false)[0]).toContain('given up')
})
