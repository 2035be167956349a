import { expect, it } from 'vitest'
import { fingerprintOf } from './fingerprint.ts'

const file = (bytes: Uint8Array<ArrayBuffer>, lastModified = 1) =>
  new File([bytes], 'a.bin', { lastModified })
const large = () => new Uint8Array(40 * 1024 * 1024)

it('is alike for the same bytes, whatever the name and the day', async () => {
  const bytes = new TextEncoder().encode('The same picture')
  const again = new File([bytes], 'other.bin', { lastModified: 2 })
  expect(await fingerprintOf(file(bytes))).toMatch(/^[0-9a-f]{64}$/)
  expect(await fingerprintOf(again)).toBe(await fingerprintOf(file(bytes)))
  expect(await fingerprintOf(file(new TextEncoder().encode('The same picturf')))).not.toBe(
    await fingerprintOf(file(bytes)),
  )
})

it('of a large file it looks at pieces from beginning to end, and at when it was changed', async () => {
  const before = await fingerprintOf(file(large()))
  expect(await fingerprintOf(file(large()))).toBe(before)
  expect(await fingerprintOf(file(large(), 2))).not.toBe(before)
  for (const at of [0, large().length - 1]) {
    const changed = large()
    changed[at] = 1
    expect(await fingerprintOf(file(changed))).not.toBe(before)
  }
})
