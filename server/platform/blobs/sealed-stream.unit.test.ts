import { createCipheriv, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uuidv7 } from '../ids.ts'
import type { DataKey } from '../keys/sealed.ts'
import { BlobBroken, CHUNK, openRange, openStream, sealStream } from './sealed-stream.ts'

const org = uuidv7()
const id = uuidv7()
const key = randomBytes(32) as DataKey

async function* cut(bytes: Buffer, size: number) {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
}
const whole = async (chunks: AsyncIterable<Buffer>) => Buffer.concat(await Array.fromAsync(chunks))
const seal = (bytes: Buffer, size = 1000) => whole(sealStream(key, org, id, cut(bytes, size)))
const open = (bytes: Buffer, size = 1000, at = id) => whole(openStream(key, org, at, cut(bytes, size)))

test('any bytes come back, however they are cut', async () => {
  const size = fc.constantFrom(0, 1, 100, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7)
  const piece = fc.integer({ min: 500, max: 600_000 })
  await fc.assert(
    fc.asyncProperty(size, piece, piece, async (length, a, b) => {
      const bytes = randomBytes(length)
      expect((await open(await seal(bytes, a), b)).equals(bytes)).toBe(true)
    }),
    { numRuns: 15 },
  )
})

test('nothing readable is in the sealed form', async () => {
  const sealed = await seal(Buffer.from('canary '.repeat(50_000)))
  expect(sealed.includes('canary')).toBe(false)
})

test('changed, reordered, cut off, of another blob or under another key: it does not open', async () => {
  const sealed = await seal(randomBytes(3 * CHUNK))
  const flipped = Buffer.from(sealed)
  flipped[sealed.length - 5]! ^= 1
  const step = CHUNK + 16
  const swapped = Buffer.concat([
    sealed.subarray(0, 8),
    sealed.subarray(8 + step, 8 + 2 * step),
    sealed.subarray(8, 8 + step),
    sealed.subarray(8 + 2 * step),
  ])
  const broken = [
    flipped,
    swapped,
    sealed.subarray(0, 8 + 2 * step),
    sealed.subarray(0, -1),
    sealed.subarray(0, 8),
    Buffer.alloc(0),
  ]
  for (const bytes of broken) await expect(open(bytes)).rejects.toThrow(BlobBroken)
  await expect(open(sealed, 1000, uuidv7())).rejects.toThrow(BlobBroken)
  await expect(whole(openStream(randomBytes(32) as DataKey, org, id, cut(sealed, 999)))).rejects.toThrow(
    BlobBroken,
  )
})

test('any range opens alone, and one that was changed or cut off does not', async () => {
  const bytes = randomBytes(2 * CHUNK + 77)
  const sealed = await seal(bytes)
  const part = (start: number, end: number, from = sealed) =>
    whole(
      openRange(key, org, id, bytes.length, { start, end }, (r) =>
        cut(from.subarray(r.start, r.end + 1), 70_001),
      ),
    )
  const edge = fc.constantFrom(0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, bytes.length - 1)
  await fc.assert(
    fc.asyncProperty(edge, edge, async (a, b) => {
      const [start, end] = [Math.min(a, b), Math.max(a, b)]
      expect((await part(start, end)).equals(bytes.subarray(start, end + 1))).toBe(true)
    }),
    { numRuns: 15 },
  )
  const flipped = Buffer.from(sealed)
  flipped[sealed.length - 5]! ^= 1
  await expect(part(bytes.length - 2, bytes.length - 1, flipped)).rejects.toThrow(BlobBroken)
  await expect(part(0, bytes.length - 1, sealed.subarray(0, 8 + CHUNK + 16))).rejects.toThrow(BlobBroken)
})

test('what was sealed in the smaller chunks of version 1 opens', async () => {
  const bytes = randomBytes(150_000)
  const small = 64 * 1024
  const prefix = randomBytes(7)
  const out = [Buffer.of(1), prefix]
  for (let at = 0, n = 0; at < bytes.length; at += small, n++) {
    const iv = Buffer.concat([prefix, Buffer.of(0, 0, 0, n, at + small >= bytes.length ? 1 : 0)])
    const cipher = createCipheriv('aes-256-gcm', key, iv)
    cipher.setAAD(Buffer.from(`wellkeep/1|${org}|blob|${id}`))
    const body = Buffer.concat([cipher.update(bytes.subarray(at, at + small)), cipher.final()])
    out.push(cipher.getAuthTag(), body)
  }
  expect(await open(Buffer.concat(out))).toEqual(bytes)
})
