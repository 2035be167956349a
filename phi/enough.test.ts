import { describe, expect, test } from 'vitest'
import { scan } from './detect.ts'
import { Enough, MOST_JUDGED, MOST_LISTED } from './enough.ts'

const enoughOf = (text: string): Enough => {
  const enough = new Enough()
  enough.add(scan(text, { minConfidence: 0.5 }))
  return enough
}

describe('Enough', () => {
  test('a suspected text is enough once there are findings to show', () => {
    const record = (i: number) => `Patient MRN: ${4_417_000 + i}\n`
    const records = (n: number) => Array.from({ length: n }, (_, i) => record(i)).join('')
    expect(enoughOf(records(MOST_LISTED / 2)).reached).toBe(false)
    expect(enoughOf(records(MOST_LISTED + 1))).toMatchObject({ reached: true, tooMuch: false })
  })

  test('identifiers that make nothing suspected are read on, up to what is judged', () => {
    const phones = (n: number) => '(614) 555-0134\n'.repeat(n)
    expect(scan(phones(10), { minConfidence: 0.5 }).findings.length).toBeGreaterThan(5)
    expect(enoughOf(phones(2 * MOST_LISTED)).reached).toBe(false)
    expect(enoughOf(phones(MOST_JUDGED + 10))).toMatchObject({ reached: true, tooMuch: true })
  })

  test('a book of medicine is not too much', () => {
    expect(enoughOf('Asthma and diabetes are common.\n'.repeat(20_000)).reached).toBe(false)
  })
})
