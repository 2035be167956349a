import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '../ids.ts'
import type { DataKey } from '../keys/sealed.ts'
import { LocalBlobs } from './local.ts'
import { BlobBroken, CHUNK, openStream, sealStream } from './sealed-stream.ts'

const org = uuidv7()
const id = uuidv7()
const key = randomBytes(32) as DataKey
let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'wellkeep-blobs-'))
})
afterAll(() => rm(dir, { recursive: true }))

async function* cut(bytes: Buffer, size: number) {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
}
const whole = async (chunks: AsyncIterable<Buffer>) => Buffer.concat(await Array.fromAsync(chunks))
const seal = (bytes: Buffer, size = 1000) => whole(sealStream(key, org, id, cut(bytes, size)))
const open = (bytes: Buffer, size = 1000, at = id) => whole(openStream(key, org, at, cut(bytes, size)))

test('any bytes come back, however they are cut', async () => {
  const size = fc.constantFrom(0, 1, 100, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7)
  const piece = fc.integer({ min: 50, max: 200_000 })
  await fc.assert(
    fc.asyncProperty(size, piece, piece, async (length, a, b) => {
      const bytes = randomBytes(length)
      expect(await open(await seal(bytes, a), b)).toEqual(bytes)
    }),
    { numRuns: 40 },
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

test('a file is stored whole or not at all, and removed', async () => {
  const store = new LocalBlobs(dir)
  expect(await store.write(org, id, cut(Buffer.from('hello'), 2))).toBe(5)
  expect((await whole(store.read(org, id))).toString()).toBe('hello')
  const broken = uuidv7()
  async function* fails() {
    yield Buffer.from('half')
    throw new Error('the sender went away')
  }
  await expect(store.write(org, broken, fails())).rejects.toThrow('went away')
  expect(await readdir(join(dir, org))).toEqual([id])
  expect(await readFile(join(dir, org, id), 'utf8')).toBe('hello')
  expect(await store.olderThan(org, new Date(0))).toEqual([])
  await writeFile(join(dir, org, `${broken}.partial`), 'left by a killed process')
  expect((await store.olderThan(org, new Date(Date.now() + 1000))).sort()).toEqual([id, broken].sort())
  await store.remove(org, id)
  await store.remove(org, id)
  await expect(whole(store.read(org, id))).rejects.toThrow()
  expect(() => store.read(org, '../../etc/passwd')).toThrow('UUID')
})
