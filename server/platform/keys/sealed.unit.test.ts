import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  type DataKey,
  openBytes,
  openJson,
  type Place,
  SealBroken,
  type Sealed,
  sealBytes,
  sealJson,
} from './sealed.ts'

// Invariant 7: a ciphertext moved to another row, column or tenant fails to decrypt.

const key = () => randomBytes(32) as DataKey
const place: fc.Arbitrary<Place> = fc.record({
  orgId: fc.uuid(),
  table: fc.constantFrom('clients', 'users'),
  column: fc.constantFrom('a', 'b'),
  row: fc.uuid(),
})

it('opens what it sealed, at its place', () => {
  fc.assert(
    fc.property(place, fc.uint8Array({ maxLength: 5000 }), (p, plain) => {
      const k = key()
      expect(Buffer.compare(openBytes(k, p, sealBytes(k, p, plain)), Buffer.from(plain))).toBe(0)
    }),
  )
})
it('opens at no other place and with no other key', () => {
  fc.assert(
    fc.property(place, place, (a, b) => {
      fc.pre(JSON.stringify(a) !== JSON.stringify(b))
      const k = key()
      const sealed = sealJson(k, a, { x: 1 })
      expect(() => openBytes(k, b, sealed)).toThrow(SealBroken)
      expect(() => openBytes(key(), a, sealed)).toThrow(SealBroken)
      for (const part of ['orgId', 'table', 'column', 'row'] as const)
        expect(() => openBytes(k, { ...a, [part]: `${a[part]}x` }, sealed)).toThrow(SealBroken)
    }),
  )
})
it('does not open with any bit changed, or cut short', () => {
  fc.assert(
    fc.property(place, fc.string(), fc.nat(), (p, text, at) => {
      const k = key()
      const sealed = sealJson(k, p, text)
      const bit = at % (sealed.length * 8)
      const broken = Buffer.from(sealed) as Sealed
      broken[bit >> 3]! ^= 1 << (bit & 7)
      expect(() => openBytes(k, p, broken)).toThrow(SealBroken)
      expect(() => openBytes(k, p, sealed.subarray(0, at % sealed.length))).toThrow(SealBroken)
    }),
  )
})
it('uses a fresh nonce each time', () => {
  const k = key()
  const p = { orgId: 'o', table: 't', column: 'c', row: 'r' }
  const nonces = new Set(
    Array.from({ length: 5000 }, () => sealBytes(k, p, Buffer.from('same')).subarray(1, 13).toString('hex')),
  )
  expect(nonces.size).toBe(5000)
})
it('keeps plaintext out of sealed columns at compile time', () => {
  const take = (_: Sealed) => true
  // @ts-expect-error a plain buffer is not sealed
  take(Buffer.from('plain'))
  // @ts-expect-error neither is a string
  take('plain')
  expect(
    take(
      sealJson(
        key(),
        { orgId: 'o', table: 't', column: 'c', row: 'r' },
        openJson(fixed, fixedPlace, fixedSealed),
      ),
    ),
  ).toBe(true)
})
const fixed = key()
const fixedPlace = { orgId: 'o', table: 't', column: 'c', row: 'r' }
const fixedSealed = sealJson(fixed, fixedPlace, 1)
