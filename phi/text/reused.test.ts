import { join } from 'node:path'
import { expect, test } from 'vitest'
import { detect } from '../index.ts'
import { loadItems } from '../quality/items.ts'

const found = (text: string) => JSON.stringify(detect(text, { minConfidence: 0 }))

test('what was read before changes nothing', () => {
  const text = 'the patient is three hours away in Lindsborg'
  const alone = found(text)
  // As long, with a number where the other has ended.
  found('ZZTEST, MICKEY dob 01/01/1900 is on the list of patients')
  expect(found(text)).toBe(alone)
  const texts = ['items', 'set-k', 'set-oo'].flatMap((folder) =>
    loadItems(join(import.meta.dirname, '../quality', folder)).map((item) => item.text),
  )
  const forwards = texts.map(found)
  const backwards = texts.toReversed().map(found).toReversed()
  const other = texts.filter((_, i) => forwards[i] !== backwards[i])
  expect(texts.length).toBeGreaterThan(900)
  expect(other).toEqual([])
})
