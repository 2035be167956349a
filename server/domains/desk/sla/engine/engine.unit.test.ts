import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Calendar } from './calendar.ts'
import { evaluateClock } from './clock.ts'
import { evaluate } from './evaluate.ts'
import { addOpenMillis, businessMinutes } from './open-time.ts'
import { calendarFor, historyFrom, zoneAndInstant } from './testing/arbitrary.ts'
import { minutes, simulateClock } from './testing/simulation.ts'

// The engine against a model of the same rules that watches the clock minute by minute (testing/simulation.ts).

const MIN = 60_000
const world = zoneAndInstant.chain(({ zone, at }) =>
  fc.record({ at: fc.constant(at), spec: calendarFor(zone, at) }),
)

describe('open time', () => {
  it('is what somebody with a watch would count', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 0, max: 4 * 1440 }), ({ at, spec }, length) => {
        const to = at + length * MIN
        const counted = [...minutes(spec, at, to)].filter((m) => m.open).length
        expect(businessMinutes(new Calendar(spec), at, to)).toBe(counted)
      }),
      { numRuns: 250 },
    )
  })
  it('adds what it counts: the end is the first moment by which that much has passed', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 5000 }), ({ at, spec }, wanted) => {
        const calendar = new Calendar(spec)
        const end = addOpenMillis(calendar, at, wanted * MIN)
        fc.pre(end !== null)
        expect(businessMinutes(calendar, at, end)).toBe(wanted)
        expect(businessMinutes(calendar, at, end - MIN)).toBe(wanted - 1)
      }),
      { numRuns: 500 },
    )
  })
  it('is the same in one piece or in two', () => {
    const cuts = fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 20_000 }))
    fc.assert(
      fc.property(world, cuts, ({ at, spec }, [a, b]) => {
        const calendar = new Calendar(spec)
        const [mid, end] = [at + a * MIN, at + (a + b) * MIN]
        expect(businessMinutes(calendar, at, mid) + businessMinutes(calendar, mid, end)).toBe(
          businessMinutes(calendar, at, end),
        )
      }),
      { numRuns: 500 },
    )
  })
})

describe('a clock', () => {
  const cases = world.chain(({ at, spec }) =>
    fc.record({
      spec: fc.constant(spec),
      history: historyFrom(at),
      target: fc.integer({ min: 1, max: 1200 }),
      now: fc.integer({ min: 0, max: 4 * 1440 }).map((m) => at + m * MIN),
      pauseStatuses: fc.constantFrom<string[] | null>(null, [], ['requester']),
    }),
  )
  const paused = (statuses: string[] | null) => (status: string, category: string) =>
    statuses === null ? category === 'waiting' : statuses.includes(status)

  it.each(['response', 'resolution'] as const)('of %s stands where the model stands', (clock) => {
    fc.assert(
      fc.property(cases, ({ spec, history, target, now, pauseStatuses }) => {
        const pauses = paused(pauseStatuses)
        const rule = {
          targetMinutes: target,
          warnPercents: [],
          pauses: (s: { status: string; category: string }) => pauses(s.status, s.category),
        }
        const until = now + 10 * 1440 * MIN
        const model = simulateClock(clock, spec, history, { target, paused: pauses }, now, until)
        const found = evaluateClock(clock, history, rule, new Calendar(spec), now)
        const dueAt = found.dueAt !== null && found.dueAt > until ? null : found.dueAt
        expect({ elapsed: found.elapsed / MIN, dueAt, state: found.state }).toEqual(model)
      }),
      { numRuns: 250 },
    )
  })

  it('is due after any edit as if it had been so from the start', () => {
    // An edit is a new input. What was foreseen before must not show in what is foreseen after.
    fc.assert(
      fc.property(cases, cases, (before, after) => {
        const calendar = new Calendar(after.spec)
        const terms = (c: typeof before) => ({
          target: { responseMinutes: c.target, resolutionMinutes: c.target * 2 },
          warnPercents: [50, 80],
          pauseStatuses: c.pauseStatuses,
        })
        const fresh = evaluate(after.history, terms(after), new Calendar(after.spec), after.now)
        evaluate(before.history, terms(before), calendar, before.now)
        expect(evaluate(after.history, terms(after), calendar, after.now)).toEqual(fresh)
      }),
      { numRuns: 200 },
    )
  })

  it('warns in order, at the share of the target that was asked for', () => {
    fc.assert(
      fc.property(cases, ({ spec, history, target, now, pauseStatuses }) => {
        const pauses = paused(pauseStatuses)
        const calendar = new Calendar(spec)
        const rule = (targetMinutes: number, warnPercents: number[]) => ({
          targetMinutes,
          warnPercents,
          pauses: (s: { status: string; category: string }) => pauses(s.status, s.category),
        })
        const found = evaluateClock('resolution', history, rule(target * 4, [25, 75]), calendar, now)
        const quarter = evaluateClock('resolution', history, rule(target, []), calendar, now)
        expect(found.thresholds[0]!.at).toBe(quarter.dueAt)
        const at = found.thresholds.map((t) => t.at ?? Number.POSITIVE_INFINITY)
        expect(at).toEqual(at.toSorted((a, b) => a - b))
      }),
      { numRuns: 200 },
    )
  })
})
