import { expect, it } from 'vitest'
import { localField, reminderTimes } from './times.ts'

it('offers times that are ahead, and no Monday that is tomorrow', () => {
  for (let day = 1; day <= 14; day++) {
    const now = new Date(2026, 5, day, 10, 30)
    const times = reminderTimes(now)
    for (const { at } of times) expect(at.getTime()).toBeGreaterThan(now.getTime())
    const monday = times.find((t) => t.label.startsWith('Monday'))
    if (now.getDay() === 0) expect(monday).toBeUndefined()
    else expect(monday!.at.getDay()).toBe(1)
  }
  expect(localField(new Date(2026, 0, 2, 3, 4))).toBe('2026-01-02T03:04')
})
