import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { encryptMessage } from './message.ts'
import { openMessage } from './testing/browser.ts'
import { authorization, newVapid, openVapid } from './vapid.ts'

const from64 = (text: string) => Buffer.from(text, 'base64url')

test('a message is what RFC 8291 shows in its appendix', () => {
  const to = {
    publicKey: from64(
      'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    ),
    auth: from64('BTBZMqHH6r4Tts7J_aSIgg'),
  }
  const text = from64('V2hlbiBJIGdyb3cgdXAsIEkgd2FudCB0byBiZSBhIHdhdGVybWVsb24').toString()
  const made = encryptMessage(text, to, {
    salt: from64('DGv6ra1nlYgDCS1FRnbzlw'),
    privateKey: from64('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
    pad: text.length,
  })
  expect(made.toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  )
})

test('opens for the browser alone, and is as long whatever it says', () => {
  const browser = createECDH('prime256v1')
  const auth = randomBytes(16)
  const to = { publicKey: browser.generateKeys(), auth }
  const short = encryptMessage('{}', to)
  expect(openMessage(short, browser, auth)).toBe('{}')
  expect(short.length).toBe(encryptMessage('{"kind":"message"}', to).length)
  expect(() => openMessage(short, browser, randomBytes(16))).toThrow()
  const other = createECDH('prime256v1')
  other.generateKeys()
  expect(() => openMessage(short, other, auth)).toThrow()
  expect(() => encryptMessage('x'.repeat(65), to)).toThrow(/little/)
})

test('a push service can tell who writes, to whom, and until when', () => {
  const { plain, publicKey } = newVapid()
  const now = Date.parse('2026-03-01T00:00:00Z')
  const said = authorization(openVapid(plain), 'https://push.example/send/abc', 'https://clinic.example', now)
  const [, head, claims, signature, key] = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(said)!
  expect(key).toBe(publicKey)
  expect(JSON.parse(from64(head!).toString())).toEqual({ typ: 'JWT', alg: 'ES256' })
  expect(JSON.parse(from64(claims!).toString())).toEqual({
    aud: 'https://push.example',
    exp: now / 1000 + 12 * 3600,
    sub: 'https://clinic.example',
  })
  const point = from64(key!)
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  }
  const publicPart = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' as const }
  expect(verify('sha256', Buffer.from(`${head}.${claims}`), publicPart, from64(signature!))).toBe(true)
})
