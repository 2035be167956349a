import { expect, it } from 'vitest'
import { askedOf } from './state.ts'

it('asks for the view, what is set beside it, and the words', () => {
  expect(askedOf({ view: 'unassigned', filter: { priorities: [1] }, q: ' vpn ' })).toEqual({
    filter: { unassigned: true, categories: ['new', 'open'], priorities: [1], q: 'vpn' },
  })
  expect(askedOf({ view: 'a-saved-one', filter: {}, q: '' })).toEqual({ filter: {}, viewId: 'a-saved-one' })
})
