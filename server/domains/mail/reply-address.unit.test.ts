import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emailAddress, oneLine, subaddress } from './addresses.ts'
import { answeredIds, messageIdHash, messageIds } from './message-ids.ts'
import { signedReplyAddress, ticketOfReplyAddress } from './reply-address.ts'

const key = randomBytes(32)
const number = fc.integer({ min: 1, max: 999_999_999_999 })

describe('a signed reply address', () => {
  it('names its ticket, in whatever case a mail system leaves it', () => {
    fc.assert(
      fc.property(number, (n) => {
        const address = signedReplyAddress(key, 'desk@clinic.example', n)
        expect(address).toMatch(/^[a-z0-9+.@-]+$/)
        expect(ticketOfReplyAddress(key, address)).toBe(n)
        expect(ticketOfReplyAddress(key, address.toUpperCase())).toBe(n)
        expect(ticketOfReplyAddress(key, ` ${address} `)).toBe(n)
      }),
    )
  })
  it('fits a local part of 64 octets (RFC 5321) beside a mailbox of 30', () => {
    const address = signedReplyAddress(key, `${'m'.repeat(30)}@clinic.example`, 999_999_999_999)
    expect(address.indexOf('@')).toBeLessThanOrEqual(64)
  })
  it('counts as unsigned once any of its letters is another', () => {
    const address = signedReplyAddress(key, 'desk@clinic.example', 1042)
    const tag = address.indexOf('+') + 1
    fc.assert(
      fc.property(
        fc.integer({ min: tag, max: address.indexOf('@') - 1 }),
        fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789.-+'),
        (at, letter) => {
          if (address[at] === letter) return
          const forged = address.slice(0, at) + letter + address.slice(at + 1)
          expect(ticketOfReplyAddress(key, forged)).toBeUndefined()
        },
      ),
    )
  })
  it('holds under its own organization’s key alone', () => {
    const address = signedReplyAddress(key, 'desk@clinic.example', 7)
    expect(ticketOfReplyAddress(randomBytes(32), address)).toBeUndefined()
  })
  it('is nothing else that looks like an address', () => {
    for (const other of [
      '',
      'desk@clinic.example',
      'desk+t7@clinic.example',
      'desk+@x',
      '@',
      '+',
      'a@b+t1-aaaaaaaaaaaaaaaa',
    ])
      expect(ticketOfReplyAddress(key, other)).toBeUndefined()
    fc.assert(fc.property(fc.string(), (text) => ticketOfReplyAddress(key, text) === undefined))
  })
})

describe('addresses', () => {
  it('are compared in lower case, and refused with what could end a header line', () => {
    expect(emailAddress(' Ada.Example@Clinic.Example ')).toBe('ada.example@clinic.example')
    for (const bad of ['', 'a', 'a@', '@b', 'a@b@c', 'a b@c', 'a@b\r\nBcc: x@y', '<a@b>', null, undefined])
      expect(emailAddress(bad)).toBeUndefined()
  })
  it('are split at the first plus of the local part', () => {
    expect(subaddress('desk+a+b@x.example')).toEqual({ base: 'desk@x.example', tag: 'a+b' })
    expect(subaddress('desk@x+y.example')).toEqual({ base: 'desk@x+y.example', tag: undefined })
  })
  it('become one line', () => {
    expect(oneLine('a\r\nBcc: b\u2028c\0d')).toBe('a Bcc: b c d')
  })
})

describe('message ids', () => {
  it('are read from folded and broken headers', () => {
    expect(messageIds('<a@b>\r\n\t<c@d> junk <e@f>')).toEqual(['a@b', 'c@d', 'e@f'])
    expect(messageIds('bare@id')).toEqual(['bare@id'])
    expect(messageIds('two words')).toEqual([])
    expect(messageIds('<>')).toEqual([])
    expect(messageIds(undefined)).toEqual([])
  })
  it('put what is answered first, then the newest reference', () => {
    expect(answeredIds('<3@x>', '<1@x> <2@x> <3@x>')).toEqual(['3@x', '2@x', '1@x'])
  })
  it('are bounded, however long the header', () => {
    const header = Array.from({ length: 20_000 }, (_, i) => `<${i}@x>`).join(' ')
    expect(answeredIds(undefined, header)).toHaveLength(50)
  })
  it('are stored as whole HMACs, different in each organization', () => {
    expect(messageIdHash(key, 'a@b')).toHaveLength(32)
    expect(messageIdHash(key, 'a@b')).not.toEqual(messageIdHash(randomBytes(32), 'a@b'))
  })
})
