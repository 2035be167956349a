import { expect, test } from 'vitest'
import { uuidv7 } from '../ids.ts'
import { auditEvent, type EventInput, EventRefused } from './event.ts'

const actor = { kind: 'person', userId: uuidv7() } as const
const make = (input: Partial<EventInput>) =>
  auditEvent(uuidv7(), actor, null, { action: 'client.read', ...input })

test('the leaf begins with the time and says what the columns say', () => {
  const [orgId, id, a, b] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()]
  const e = auditEvent(orgId, { ...actor, sessionId: a }, null, {
    action: 'client.list',
    object: { type: 'client', id },
    objects: [a, b.toUpperCase()],
    classes: ['contact'],
  })
  const leaf = JSON.parse(e.leaf)
  expect(e.leaf.startsWith(`{"time":"${e.at}","event":{`)).toBe(true)
  expect(leaf.event).toMatchObject({
    v: 1,
    id: e.id,
    org: orgId,
    action: e.action,
    outcome: 'done',
    object: { type: 'client', id },
    objects: [a, b],
    classes: ['contact'],
    actor: { kind: 'person', userId: e.actorId, sessionId: e.sessionId },
  })
  expect(e).toMatchObject({ objectType: 'client', objectId: id, objectIds: [a, b] })
})

test('what people typed is refused in the clear, and never echoed', () => {
  const canary = 'Marigold Fensterwald asked for it'
  const inputs: Partial<EventInput>[] = [
    { reason: canary },
    { reason: 'smith' },
    { outcome: 'refused', reason: canary },
    { purpose: canary },
    { facts: { name: canary } },
    { facts: { [canary]: canary } },
    { changes: [canary] },
    { objects: [canary] },
    { action: canary },
  ]
  for (const input of inputs) {
    let message = ''
    try {
      make(input)
    } catch (error) {
      expect(error).toBeInstanceOf(EventRefused)
      message = (error as Error).message
    }
    expect(message).not.toBe('')
    expect(message).not.toContain('Marigold')
  }
})

test('codes, ids, counts and formats pass', () => {
  const e = make({
    outcome: 'refused',
    reason: 'not-found-or-walled',
    facts: { count: 3, ok: true, none: null, hash: 'ab12', permission: 'clients:read', type: 'text/csv' },
    changes: ['contact.phones'],
  })
  expect(JSON.parse(e.leaf).event).toMatchObject({
    reason: 'not-found-or-walled',
    facts: { count: 3 },
    changes: ['contact.phones'],
  })
})

test('an object that is named by no id is named by nothing', () => {
  expect(make({ object: { type: 'client', id: '-'.repeat(36) } }).objectId).toBe(null)
  const id = uuidv7()
  expect(make({ object: { type: 'client', id: id.toUpperCase() } }).objectId).toBe(id)
})
