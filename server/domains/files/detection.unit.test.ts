import { describe, expect, test } from 'vitest'
import { scan } from '#phi'
import type { Scanned } from '../../platform/reading/index.ts'
import { FileJudge } from './detection.ts'

const place = { page: 1 }
const piece = (text: string): Scanned => ({ place, ...scan(text, { minConfidence: 0.5 }) })
const nobody = async (names: readonly (readonly string[])[]) => names.map(() => false)

describe('FileJudge', () => {
  test('suspects what holds more than is judged one by one, and says so', async () => {
    const judge = new FileJudge()
    const phones = piece('(614) 555-0134\n'.repeat(2000))
    expect(phones.findings.length).toBeGreaterThan(1900)
    for (let i = 0; i < 5; i++) judge.add(phones)
    expect(await judge.verdict(nobody)).toMatchObject({ suspected: false })
    for (let i = 0; i < 500; i++) judge.add(phones)
    const verdict = await judge.verdict(nobody)
    expect(verdict).toMatchObject({ suspected: true, why: expect.stringContaining('more names and numbers') })
    expect(verdict.count).toBeLessThan(25_000)
    expect(verdict.findings).toHaveLength(500)
  })

  test('what makes a file suspected is seen after much that does not', async () => {
    const judge = new FileJudge()
    for (let i = 0; i < 50; i++)
      judge.add(piece('The switch in rack 4 was replaced on Monday.\n'.repeat(100)))
    judge.add(piece('Patient Ngozi Achebe, MRN: 4417712, asthma'))
    expect(await judge.verdict(nobody)).toMatchObject({ suspected: true })
  })
})
