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
    // A labelled vehicle number with its check digit: no learnt judgement has a say in it.
    const cars = (n: number) => 'VIN: 1HGCM82633A004352\n'.repeat(n)
    expect(scan(cars(10), { minConfidence: 0.5 }).findings).toHaveLength(10)
    expect(enoughOf(cars(2 * MOST_LISTED)).reached).toBe(false)
    expect(enoughOf(cars(MOST_JUDGED + 10))).toMatchObject({ reached: true, tooMuch: true })
  })

  test('a book of medicine is not too much', () => {
    expect(enoughOf('Asthma and diabetes are common.\n'.repeat(20_000)).reached).toBe(false)
  })
})
