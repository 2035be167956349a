import { expect, it } from 'vitest'
import { toBody, toForm, withPlaceholder } from './form.ts'

it('sends only what the macro does, and comes back as it went in', () => {
  expect(toBody({ ...toForm(undefined), name: ' Thanks ' })).toEqual({
    name: 'Thanks',
    kind: 'public',
    shared: false,
  })
  const body = {
    name: 'Close',
    kind: 'internal' as const,
    shared: true,
    status: 'closed',
    impact: 3,
    addTags: ['x'],
  }
  expect(toBody(toForm({ ...body, id: 'i', ownerId: 'o', version: 1 }))).toEqual(body)
})

it('puts a placeholder where the caret is', () => {
  expect(withPlaceholder('Hello !', 6, 'requester.name')).toBe('Hello {{requester.name}}!')
})
