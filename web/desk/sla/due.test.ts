import { expect, it } from 'vitest'
import { type Clocks, dueOf, openTime, span } from './due.ts'

const NOW = Date.parse('2030-05-06T12:00:00Z')
const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString()
const clocks = (more: Partial<Clocks> = {}): Clocks => ({
  nextDueAt: null,
  nextWarnAt: null,
  responseState: 'running',
  resolutionState: 'running',
  ...more,
})

it.each([
  [clocks({ nextDueAt: at(125) }), 'Due in 2 h', 'calm'],
  [clocks({ nextDueAt: at(45) }), 'Due in 45 min', 'near'],
  [clocks({ nextDueAt: at(300), nextWarnAt: at(-1) }), 'Due in 5 h', 'near'],
  [clocks({ nextDueAt: at(-3 * 24 * 60) }), 'Late by 3 d', 'late'],
  [clocks({ responseState: 'met', resolutionState: 'paused' }), 'Paused', 'quiet'],
  [clocks({ responseState: 'breached', resolutionState: 'met' }), 'Missed', 'quiet'],
])('says what is due and how near it is: %o', (c, text, tone) => {
  expect(dueOf(c, NOW)).toEqual({ text, tone })
})

it('says nothing where nothing is due', () => {
  expect(dueOf(null, NOW)).toBeUndefined()
  expect(dueOf(clocks({ responseState: 'met', resolutionState: 'met' }), NOW)).toBeUndefined()
  expect(dueOf(clocks({ responseState: 'none', resolutionState: 'none' }), NOW)).toBeUndefined()
})

it('says lengths shortly', () => {
  expect([span(20_000), span(3_600_000), span(-47 * 3_600_000)]).toEqual(['a minute', '1 h', '47 h'])
  expect([openTime(80), openTime(-120), openTime(0)]).toEqual(['1 h 20 min', '2 h', '0 min'])
})
