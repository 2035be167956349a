import { expect, it } from 'vitest'
import { ACTIONS, actionText, objectText } from './words.ts'

// The server's own source, as text: what it records is what it says there.
const sources = import.meta.glob<string>(['../../server/**/*.ts', '!**/*.test.ts', '!**/testing/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const DOTTED = /'([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)'/g
/** Written like actions, and none: jobs, fields of tickets and of devices, names of files. */
const NONE = new Set([
  'device.remove',
  'device.sweep',
  'device.sweep-blobs',
  'device.tell',
  'document.pdf',
  'file.sweep',
  'keys.auth',
  'mail.deliver',
  'portal.invite',
  'portal.notice',
  'mail.take',
  'ticket.auto-close',
  'ticket.rules',
  'ticket.recur',
  'organization.name',
  'ticket.number',
  'ticket.subject',
  'contact.vcf',
  'signature.asc',
  'signature.copy',
  'signature.ended',
  'signature.sweep',
  'signature.days',
  'signature.due',
  'signature.blocked',
  'document.tell',
  'form.handed-in',
])
/** Actions that are put together, by the template that does it. */
const PUT_TOGETHER: Record<string, string[]> = {
  '${s.type}': ['queue', 'ticket-type', 'ticket-flow', 'checklist-template'].flatMap((type) => [
    `${type}.create`,
    `${type}.change`,
  ]),
  'ticket-${kind}': ['view', 'macro'].flatMap((kind) =>
    ['create', 'change', 'remove'].map((verb) => `ticket-${kind}.${verb}`),
  ),
  'device.${kind}': ['retention', 'drill'].flatMap((kind) =>
    ['', '-begin', '-start'].map((step) => `device.${kind}${step}`),
  ),
  'user.${name': ['user.suspend', 'user.resume', 'user.unlock', 'user.mfa-reset'],
}

function recorded(): string[] {
  const texts = Object.values(sources)
  const said = texts.flatMap((t) =>
    // The expression behind `action:`, which may go on over a few lines.
    [...t.matchAll(/\baction:[^\n]*(?:\n[^\n:]*){0,3}/g)].flatMap(([part]) =>
      [...part.matchAll(DOTTED)].map((m) => m[1]!),
    ),
  )
  const kinds = new Set(said.map((a) => a.split('.')[0]!))
  // Helpers take the action as an argument, so every literal that begins as an action does counts as one.
  const literals = texts.flatMap((t) => [...t.matchAll(DOTTED)].map((m) => m[1]!))
  const templates = texts.flatMap((t) => [...t.matchAll(/\baction: `([^`]*)`/g)].map((m) => m[1]!))
  const together = templates.flatMap((t) => {
    const known = Object.keys(PUT_TOGETHER).find((start) => t.startsWith(start))
    expect(known, `what \`${t}\` puts together`).toBeDefined()
    return PUT_TOGETHER[known!]!
  })
  return [...new Set([...literals.filter((a) => kinds.has(a.split('.')[0]!) && !NONE.has(a)), ...together])]
}

it('has words for every action that the server records', () => {
  const actions = recorded()
  expect(actions.length).toBeGreaterThan(150)
  const worded = new Set(ACTIONS.map((a) => a.value))
  expect(actions.filter((a) => !worded.has(a))).toEqual([])
})

it('says what was done, also for an action of a newer server', () => {
  expect(actionText('client.reveal')).toBe('Revealed an identifier')
  expect(actionText('ticket.close-all')).toBe('Ticket: close all')
})
it('names what an event is about, and falls back to the beginning of its id', () => {
  const id = '0198c0de-0000-7000-8000-000000000001'
  expect(objectText({ type: 'client', id, label: 'Ola Berg' })).toBe('Ola Berg')
  expect(objectText({ type: 'client', id, label: '0198c0de' })).toBe('Client 0198c0de')
  expect(objectText({ type: 'ticket', id, label: '#7' })).toBe('Ticket #7')
  expect(objectText({ type: 'audit', id: null })).toBe('')
  expect(objectText(null)).toBe('')
})
