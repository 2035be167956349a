import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type ContractTerms, chargedMinutes, contractUse } from './contract-use.ts'
import { amountCents, decimal } from './money.ts'

const terms = (over: Partial<ContractTerms> = {}): ContractTerms => ({
  startsOn: '2026-01-31',
  endsOn: null,
  period: 'month',
  includedMinutes: 600,
  rollover: 'none',
  ...over,
})
const on = (date: string, minutes: number) => ({ date, minutes })

it('counts a contract by its own months, without creeping', () => {
  const use = contractUse(terms(), [on('2026-02-27', 100), on('2026-02-28', 50)], '2026-04-02')
  expect(use.map((p) => [p.startsOn, p.used, p.left])).toEqual([
    ['2026-01-31', 100, 500],
    ['2026-02-28', 50, 550],
    ['2026-03-31', 0, 600],
  ])
})
it('rolls over by its rule, and what goes beyond is over', () => {
  const entries = [on('2026-02-01', 100), on('2026-04-01', 1500)]
  const third = (rollover: ContractTerms['rollover']) =>
    contractUse(terms({ rollover }), entries, '2026-04-01').at(-1)!
  expect(third('none')).toMatchObject({ rolledIn: 0, over: 900, left: 0 })
  expect(third('next')).toMatchObject({ rolledIn: 600, over: 300 })
  expect(third('all')).toMatchObject({ rolledIn: 1100, over: 0, left: 200 })
})
it('charges no more and no less than what goes beyond, and never anew what was invoiced', () => {
  const entry = fc.record({
    date: fc
      .integer({ min: 0, max: 200 })
      .map((d) => Temporal.PlainDate.from('2026-01-31').add({ days: d }).toString()),
    minutes: fc.integer({ min: 1, max: 900 }),
  })
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 40 }),
      fc.constantFrom<ContractTerms['rollover']>('none', 'next', 'all'),
      fc.integer({ min: 0, max: 40 }),
      (list, rollover, cut) => {
        const entries = list.map((e, i) => ({ ...e, id: String(i).padStart(3, '0'), charged: null }))
        const t = terms({ rollover })
        const charged = chargedMinutes(t, entries)
        const over = contractUse(t, entries, '2027-01-01').reduce((sum, p) => sum + p.over, 0)
        expect([...charged.values()].reduce((a, b) => a + b, 0)).toBe(over)
        // Some of it is invoiced first: the rest costs the same together.
        const invoiced = entries.map((e, i) => (i < cut ? { ...e, charged: charged.get(e.id)! } : e))
        expect(chargedMinutes(t, invoiced)).toEqual(charged)
      },
    ),
  )
})
it('takes rounded minutes off what is included, and parts an entry without rounding its parts', () => {
  const entry = fc.record({
    worked: fc.integer({ min: 1, max: 1440 }),
    more: fc.integer({ min: 0, max: 480 }),
  })
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 20 }),
      fc.integer({ min: 0, max: 2000 }),
      (list, includedMinutes) => {
        const entries = list.map(({ worked, more }, i) => ({
          id: String(i).padStart(2, '0'),
          date: '2026-02-01',
          minutes: worked + more,
          worked,
          charged: null,
        }))
        const t = terms({ includedMinutes })
        const [period] = contractUse(t, entries, '2026-02-01')
        const sum = (pick: (e: (typeof entries)[number]) => number) =>
          entries.reduce((n, e) => n + pick(e), 0)
        expect([period!.used, period!.worked]).toEqual([sum((e) => e.minutes), sum((e) => e.worked)])
        const charged = chargedMinutes(t, entries)
        for (const e of entries) {
          expect(charged.get(e.id)).toBeGreaterThanOrEqual(0)
          expect(charged.get(e.id)).toBeLessThanOrEqual(e.minutes)
        }
        expect(sum((e) => charged.get(e.id)!)).toBe(Math.max(0, sum((e) => e.minutes) - includedMinutes))
        // No more than one entry is parted.
        expect(
          entries.filter((e) => ![0, e.minutes].includes(charged.get(e.id)!)).length,
        ).toBeLessThanOrEqual(1)
      },
    ),
  )
})
it('ends with the contract', () => {
  expect(contractUse(terms({ endsOn: '2026-03-05' }), [], '2030-01-01')).toHaveLength(2)
})
it('loses and invents no minute', () => {
  const entry = fc.record({
    date: fc
      .integer({ min: 0, max: 300 })
      .map((d) => Temporal.PlainDate.from('2026-01-31').add({ days: d }).toString()),
    minutes: fc.integer({ min: 1, max: 900 }),
  })
  fc.assert(
    fc.property(fc.array(entry), fc.constantFrom('none', 'next', 'all'), (entries, rollover) => {
      const use = contractUse(terms({ rollover: rollover as 'all' }), entries, '2027-01-01')
      const sum = (list: number[]) => list.reduce((a, b) => a + b, 0)
      expect(sum(use.map((p) => p.used))).toBe(sum(entries.map((e) => e.minutes)))
      for (const p of use) expect(p.included + p.rolledIn - p.used).toBe(p.left - p.over)
    }),
  )
})
it('money is whole cents, half a cent up', () => {
  expect(amountCents(90, 12_000)).toBe(18_000)
  expect(amountCents(1, 30)).toBe(1)
  expect(amountCents(1, 29)).toBe(0)
  expect([decimal(0), decimal(5), decimal(123_450)]).toEqual(['0.00', '0.05', '1234.50'])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1440 }), fc.integer({ min: 0, max: 100_000_000 }), (m, rate) => {
      const exact = (BigInt(m) * BigInt(rate) * 2n + 60n) / 120n
      expect(BigInt(amountCents(m, rate))).toBe(exact)
    }),
  )
})
