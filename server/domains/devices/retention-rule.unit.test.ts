import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Copy, lettingGo } from './retention-rule.ts'

const now = new Date('2026-06-17T12:00:00Z')
const before = (days: number) => new Date(now.getTime() - days * 86_400_000)
const daily = (days: number, group = 'a'): Copy[] =>
  Array.from({ length: days }, (_, i) => ({ id: `${group}${i}`, group, receivedAt: before(i) }))
const rule = { keepDays: 7, daily: 0, weekly: 0, monthly: 0, yearly: 0 }
const stays = (copies: Copy[], r: typeof rule) => {
  const gone = new Set(lettingGo(copies, r, now))
  return copies.filter((c) => !gone.has(c.id)).map((c) => c.id)
}

test('the last days stay whole, however many copies they hold', () => {
  expect(stays(daily(30), rule)).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6'])
})

test('of days, weeks, months and years the newest copy stays', () => {
  expect(stays(daily(30), { ...rule, daily: 10 })).toHaveLength(10)
  // 17 June 2026 is a Wednesday: the weeks before it end on the Sundays 3, 10 and 17 days ago.
  expect(stays(daily(30), { ...rule, weekly: 4 })).toEqual(expect.arrayContaining(['a0', 'a3', 'a10', 'a17']))
  expect(stays(daily(100), { ...rule, monthly: 3 })).toEqual(expect.arrayContaining(['a0', 'a17', 'a48']))
  expect(stays(daily(400), { ...rule, yearly: 2 })).toEqual(expect.arrayContaining(['a0', 'a168']))
})

test('copies of other folders don’t stand in for each other, and the newest of each stays for ever', () => {
  const old: Copy = { id: 'old', group: 'b', receivedAt: before(3000) }
  expect(stays([...daily(30), old], rule)).toContain('old')
  expect(stays([old, { ...old, id: 'older', receivedAt: before(3001) }], rule)).toEqual(['old'])
})

test('a flood of copies today pushes out none of the days before', () => {
  const flood = Array.from({ length: 500 }, (_, i) => ({
    id: `f${i}`,
    group: 'a',
    receivedAt: new Date(now.getTime() - i * 1000),
  }))
  const r = { ...rule, daily: 14, weekly: 8, monthly: 12, yearly: 3 }
  const kept = new Set(stays([...daily(60), ...flood], r))
  for (const id of stays(daily(60), r)) if (id !== 'a0') expect(kept).toContain(id)
})

test('never everything, and more is never less', () => {
  const copies = fc.array(
    fc.record({ id: fc.uuid(), group: fc.constantFrom('a', 'b'), days: fc.integer({ min: 0, max: 2000 }) }),
    { minLength: 1, maxLength: 60 },
  )
  const count = fc.integer({ min: 0, max: 20 })
  const rules = fc.record({
    keepDays: fc.integer({ min: 7, max: 60 }),
    daily: count,
    weekly: count,
    monthly: count,
    yearly: count,
  })
  fc.assert(
    fc.property(copies, rules, (list, r) => {
      const all = list.map((c) => ({ id: c.id, group: c.group, receivedAt: before(c.days) }))
      const some = stays(all, r)
      expect(some.length).toBeGreaterThan(0)
      const more = new Set(stays(all, { ...r, daily: r.daily + 5, monthly: r.monthly + 5 }))
      for (const id of some) expect(more).toContain(id)
    }),
  )
})
