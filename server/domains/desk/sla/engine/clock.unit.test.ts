import { describe, expect, it } from 'vitest'
import { Calendar } from './calendar.ts'
import type { Span, StatusCategory, TicketHistory } from './clock.ts'
import { evaluate, type Terms } from './evaluate.ts'

// Around the clock, so that the numbers can be followed by eye. Times are minutes after creation.

const MIN = 60_000
const always = new Calendar({
  timeZone: 'UTC',
  alwaysOpen: true,
  weekly: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
  holidays: [],
})
const terms: Terms = {
  target: { responseMinutes: 30, resolutionMinutes: 100 },
  warnPercents: [75],
  pauseStatuses: null,
}
function ticket(
  steps: [number, StatusCategory, string?][],
  more: Partial<TicketHistory> = {},
): TicketHistory {
  const spans: Span[] = steps.map(([from, category, status = category], i) => ({
    category,
    status,
    from: from * MIN,
    to: i + 1 < steps.length ? steps[i + 1]![0] * MIN : null,
  }))
  return { createdAt: 0, firstResponseAt: null, mergedAt: null, spans, ...more }
}
const look = (history: TicketHistory, now: number, t = terms) => evaluate(history, t, always, now * MIN)
const minutes = (ms: number | null) => (ms === null ? null : ms / MIN)

describe('the response clock', () => {
  it('runs from creation and is met by an answer in time', () => {
    const waiting = look(ticket([[0, 'new']]), 10).response
    expect(waiting).toMatchObject({ state: 'running', dueAt: 30 * MIN, remaining: 20 * MIN })
    const answered = look(ticket([[0, 'new']], { firstResponseAt: 30 * MIN }), 500).response
    expect(answered).toMatchObject({ state: 'met', elapsed: 30 * MIN, stoppedAt: 30 * MIN })
  })
  it('is breached from its due time on, answered or not', () => {
    expect(look(ticket([[0, 'new']]), 30).response).toMatchObject({ state: 'breached', breachedAt: 30 * MIN })
    const late = look(ticket([[0, 'new']], { firstResponseAt: 31 * MIN }), 40).response
    expect(late).toMatchObject({ state: 'breached', elapsed: 31 * MIN, remaining: -1 * MIN, running: false })
  })
  it('stops when the ticket is resolved unanswered, and goes on when it is reopened', () => {
    const resolved = ticket([
      [0, 'new'],
      [20, 'resolved'],
    ])
    expect(look(resolved, 200).response).toMatchObject({ state: 'met', stoppedAt: 20 * MIN })
    const reopened = ticket([
      [0, 'new'],
      [20, 'resolved'],
      [200, 'open'],
    ])
    expect(look(reopened, 205).response).toMatchObject({ state: 'running', dueAt: 210 * MIN })
  })
  it('does not run again after an answer', () => {
    const reopened = ticket(
      [
        [0, 'new'],
        [20, 'resolved'],
        [200, 'open'],
      ],
      { firstResponseAt: 5 * MIN },
    )
    expect(look(reopened, 999).response).toMatchObject({ state: 'met', elapsed: 5 * MIN })
  })
})

describe('the resolution clock', () => {
  it('pauses while the ticket waits, and is due later by as much', () => {
    const waits = ticket([
      [0, 'new'],
      [40, 'waiting'],
    ])
    expect(look(waits, 90).resolution).toMatchObject({ state: 'paused', dueAt: null, remaining: 60 * MIN })
    const goesOn = ticket([
      [0, 'new'],
      [40, 'waiting'],
      [90, 'open'],
    ])
    expect(minutes(look(goesOn, 95).resolution.dueAt)).toBe(150)
  })
  it('pauses only in the statuses that the policy names', () => {
    const waits = ticket([
      [0, 'new'],
      [40, 'waiting', 'third-party'],
    ])
    const named = (pauseStatuses: string[]) => look(waits, 90, { ...terms, pauseStatuses }).resolution.state
    expect(named(['third-party'])).toBe('paused')
    expect(named(['requester'])).toBe('running')
    expect(named([])).toBe('running')
  })
  it('stops when it is resolved, stays so when it is closed, and resumes when it is reopened', () => {
    const closed = ticket([
      [0, 'new'],
      [60, 'resolved'],
      [300, 'closed'],
    ])
    expect(look(closed, 400).resolution).toMatchObject({ state: 'met', stoppedAt: 60 * MIN })
    const reopened = ticket([
      [0, 'new'],
      [60, 'resolved'],
      [300, 'open'],
    ])
    expect(look(reopened, 310).resolution).toMatchObject({ state: 'running', elapsed: 70 * MIN })
    expect(look(reopened, 340).resolution).toMatchObject({ state: 'breached', breachedAt: 340 * MIN })
  })
  it('of a merged ticket counts neither way, unless it was late before', () => {
    const merged = (at: number, more: Partial<TicketHistory> = {}) =>
      ticket(
        [
          [0, 'new'],
          [at, 'closed'],
        ],
        { mergedAt: at * MIN, ...more },
      )
    expect(look(merged(50), 400).resolution.state).toBe('stopped')
    expect(look(merged(150), 400).resolution.state).toBe('breached')
    expect(look(merged(50), 400).nextDueAt).toBeNull()
  })
  it('of a merged ticket stays met where it was over before', () => {
    const early = ticket(
      [
        [0, 'new'],
        [20, 'resolved'],
        [300, 'closed'],
      ],
      { mergedAt: 300 * MIN },
    )
    for (const clock of ['response', 'resolution'] as const)
      expect(look(early, 400)[clock]).toMatchObject({ state: 'met', stoppedAt: 20 * MIN })
    const answered = ticket(
      [
        [0, 'new'],
        [50, 'closed'],
      ],
      { firstResponseAt: 10 * MIN, mergedAt: 50 * MIN },
    )
    expect(look(answered, 400).response.state).toBe('met')
    expect(look(answered, 400).resolution.state).toBe('stopped')
  })
  it('stays breached while it waits', () => {
    const late = ticket([
      [0, 'new'],
      [120, 'waiting'],
    ])
    expect(look(late, 130).resolution).toMatchObject({ state: 'breached', running: false, dueAt: 100 * MIN })
  })
})

describe('what comes next', () => {
  it('is the warning, then the due time', () => {
    const passed = (now: number) =>
      look(ticket([[0, 'new']]), now).resolution.thresholds.map((t) => [t.percent, minutes(t.at), t.passed])
    expect(passed(74)).toEqual([
      [75, 75, false],
      [100, 100, false],
    ])
    expect(passed(75)[0]).toEqual([75, 75, true])
    expect(passed(100)[1]).toEqual([100, 100, true])
  })
  it('sorts by the earliest clock that is not over', () => {
    expect(minutes(look(ticket([[0, 'new']]), 1).nextDueAt)).toBe(30)
    expect(minutes(look(ticket([[0, 'new']], { firstResponseAt: MIN }), 2).nextDueAt)).toBe(100)
  })
  it('without a target there is no clock', () => {
    const none = { ...terms, target: { responseMinutes: null, resolutionMinutes: null } }
    expect(look(ticket([[0, 'new']]), 50, none)).toMatchObject({
      response: { state: 'none' },
      nextDueAt: null,
    })
  })
  it('knows nothing of what happens after the moment it looks at', () => {
    const later = ticket(
      [
        [0, 'new'],
        [40, 'resolved'],
      ],
      { firstResponseAt: 20 * MIN },
    )
    expect(look(later, 10)).toEqual(look(ticket([[0, 'new']]), 10))
  })
})
