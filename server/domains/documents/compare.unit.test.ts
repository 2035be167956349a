import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareTexts } from './compare.ts'

test('tells what was added and removed, word by word', async () => {
  const before = 'Wash your hands.\nFor ten seconds.\nDry them.'
  const after = 'Wash your hands.\nFor twenty seconds.\nDry them.\nWell.'
  expect(await compareTexts(before, after)).toEqual([
    { kind: 'same', text: 'Wash your hands.\nFor ' },
    { kind: 'removed', text: 'ten' },
    { kind: 'added', text: 'twenty' },
    { kind: 'same', text: ' seconds.\nDry them.' },
    { kind: 'added', text: '\nWell.' },
  ])
})

test('loses nothing of either', async () => {
  const texts = fc.array(fc.constantFrom('a', 'b ', '\n', 'Zürich', '1\n', ''), { maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(texts, texts, async (a, b) => {
      const found = await compareTexts(a.join(''), b.join(''))
      const of = (kind: string) =>
        found
          .filter((s) => s.kind !== kind)
          .map((s) => s.text)
          .join('')
      expect([of('added'), of('removed')]).toEqual([a.join(''), b.join('')])
    }),
  )
})
