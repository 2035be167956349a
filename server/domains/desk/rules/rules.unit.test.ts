import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { masked } from './detection.ts'
import { type Category, ended, flowErrors, mayMove, priorityOf, reopened, type Status } from './flow.ts'
import { fillIn, unknownPlaceholders } from './placeholders.ts'
import { type Step, stepAfter } from './steps.ts'

const keys = ['a', 'b', 'c', 'd', 'e']
const CATEGORY = fc.constantFrom<Category>('new', 'open', 'open', 'waiting', 'resolved', 'closed', 'closed')
/** Flows of which a good part is taken: now and then one leads elsewhere, or starts at the end. */
const flows: fc.Arbitrary<Status[]> = fc.integer({ min: 2, max: keys.length }).chain((n) =>
  fc.tuple(
    ...keys.slice(0, n).map((key) =>
      fc.record({
        key: fc.constant(key),
        name: fc.constant(key),
        category: CATEGORY,
        next: fc.subarray(keys.slice(0, n + (n % 2)).filter((k) => k !== key)),
        requiresSteps: fc.boolean(),
      }),
    ),
  ),
)

describe('a flow', () => {
  it('that is taken starts open, leads only to its own statuses, and can be closed and reopened', () => {
    let taken = 0
    fc.assert(
      fc.property(flows, (flow) => {
        if (flowErrors(flow).length) return
        taken++
        expect(ended(flow[0]!.category)).toBe(false)
        expect(ended(reopened(flow).category)).toBe(false)
        let reach = new Set([flow[0]!.key])
        for (let i = 0; i < flow.length; i++)
          reach = new Set([
            ...reach,
            ...[...reach].flatMap((k) => flow.filter((s) => mayMove(flow, k, s.key)).map((s) => s.key)),
          ])
        expect(flow.some((s) => s.category === 'closed' && reach.has(s.key))).toBe(true)
        for (const s of flow) expect(mayMove(flow, s.key, s.key)).toBe(false)
      }),
      { numRuns: 5000 },
    )
    expect(taken).toBeGreaterThan(50)
  })
  it('gives a priority that never falls as impact or urgency rise', () => {
    const levels = [1, 2, 3]
    for (const i of levels)
      for (const u of levels) {
        expect(priorityOf(i, u)).toBeGreaterThanOrEqual(1)
        expect(priorityOf(i, u)).toBeLessThanOrEqual(4)
        for (const j of levels) if (j < i) expect(priorityOf(j, u)).toBeLessThanOrEqual(priorityOf(i, u))
        expect(priorityOf(i, u)).toBe(priorityOf(u, i))
      }
  })
})

describe('a step', () => {
  const doers = fc.record({ userId: fc.constantFrom('u1', 'u2', 'u3'), roleIds: fc.subarray(['r1', 'r2']) })
  const acts = fc.array(fc.tuple(fc.constantFrom('done' as const, 'undo' as const, 'skip' as const), doers), {
    maxLength: 12,
  })
  it('is done only by whom it is for, by two different people if it says so, whatever the order of acts', () => {
    fc.assert(
      fc.property(
        acts,
        fc.constantFrom(1, 2),
        fc.boolean(),
        fc.constantFrom(null, 'r1'),
        (list, people, required, roleId) => {
          let step: Step = {
            state: 'open',
            required,
            people,
            roleId,
            builtIn: null,
            doneBy: null,
            secondBy: null,
          }
          const held = new Map<string, boolean>()
          for (const [action, doer] of list) {
            const after = stepAfter(step, action, doer)
            if (typeof after === 'string') continue
            held.set(doer.userId, roleId === null || doer.roleIds.includes(roleId))
            step = { ...step, ...after }
            if (step.doneBy === doer.userId || step.secondBy === doer.userId)
              expect(held.get(doer.userId)).toBe(true)
            if (step.state === 'skipped') expect(required).toBe(false)
            if (step.state === 'done' && people === 2) {
              expect(step.secondBy).not.toBeNull()
              expect(step.secondBy).not.toBe(step.doneBy)
            }
            if (step.state === 'open') expect([step.doneBy, step.secondBy]).toEqual([null, null])
          }
        },
      ),
      { numRuns: 3000 },
    )
  })
  it('that is built in is nobody’s to tick', () => {
    const step: Step = {
      state: 'open',
      required: true,
      people: 1,
      roleId: null,
      builtIn: 'phi-purged',
      doneBy: null,
      secondBy: null,
    }
    for (const action of ['done', 'undo', 'skip'] as const)
      expect(stepAfter(step, action, { userId: 'u', roleIds: [] })).toBe('built-in')
  })
})

describe('covering', () => {
  it('hides every character of what was found, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 5 }),
        (text, spans) => {
          const findings = spans
            .map(([a, b]) => ({
              kind: 'x',
              reason: '',
              start: Math.min(a, b, text.length),
              end: Math.min(Math.max(a, b), text.length),
            }))
            .filter((f) => f.end > f.start)
          const out = masked(text, findings)
          const kept = [...text.split('').keys()]
            .filter((i) => !findings.some((f) => i >= f.start && i < f.end))
            .map((i) => text[i])
            .join('')
          if (!text.includes('█')) expect(out.replaceAll('█', '')).toBe(kept)
        },
      ),
    )
  })
})

describe('placeholders', () => {
  it('are filled in once, fall back, and are known by name', () => {
    expect(fillIn('Hi {{requester.name|there}}, #{{ ticket.number }}', { 'ticket.number': '7' })).toBe(
      'Hi there, #7',
    )
    expect(fillIn('{{ticket.subject}}', { 'ticket.subject': '{{agent.name}}', 'agent.name': 'no' })).toBe(
      '{{agent.name}}',
    )
    expect(unknownPlaceholders('{{ticket.number}} {{client.ssn}}')).toEqual(['client.ssn'])
  })
})
