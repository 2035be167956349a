import { expect, it } from 'vitest'
import { actionText, objectText } from './words.ts'

it('says what was done, also for an action of a newer server', () => {
  expect(actionText('client.reveal')).toBe('Revealed an identifier')
  expect(actionText('ticket.close-all')).toBe('Ticket: close all')
})
it('names what an event is about, and falls back to the beginning of its id', () => {
  const id = '0198c0de-0000-7000-8000-000000000001'
  expect(objectText({ type: 'client', id, label: 'Ola Berg' })).toBe('Ola Berg')
  expect(objectText({ type: 'client', id, label: '0198c0de' })).toBe('Client 0198c0de')
  expect(objectText({ type: 'audit', id: null })).toBe('')
  expect(objectText(null)).toBe('')
})
