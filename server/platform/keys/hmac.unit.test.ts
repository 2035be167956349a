import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Hmac } from './hmac.ts'

it('gives what FIPS 198-1 says, of any key and text, one after the other', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 64 }),
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ minLength: 300, maxLength: 2000 })), {
        minLength: 1,
        maxLength: 8,
      }),
      (key, texts) => {
        const hmac = new Hmac(key)
        for (const text of texts) {
          const expected = createHmac('sha256', key).update(text).digest()
          expect(hmac.digest(text)).toEqual(expected)
          expect(hmac.first24(text)).toBe(expected.readUIntBE(0, 3))
        }
      },
    ),
  )
})

it('takes no key that would have to be hashed first', () => {
  expect(() => new Hmac(Buffer.alloc(65))).toThrow('64')
})
