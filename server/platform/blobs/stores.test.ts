import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { uuidv7 } from '../ids.ts'
import { LocalBlobs } from './local.ts'
import { S3Blobs } from './s3.ts'
import { BlobMissing, type BlobStore, BlobsUnavailable } from './store.ts'
import { type S3Server, startS3 } from './testing/s3-server.ts'

// What every store of sealed files must do, tried on each of them. The S3 API is that of a real server on loopback.

let dir: string
let s3: S3Server
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'wellkeep-stores-'))
  s3 = await startS3(join(dir, 's3'))
})
afterAll(async () => {
  await s3.stop()
  await rm(dir, { recursive: true, force: true })
})

async function* cut(bytes: Buffer, size: number, then?: () => unknown) {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
  await then?.()
}
const whole = async (chunks: AsyncIterable<Buffer>) => Buffer.concat(await Array.fromAsync(chunks))
const later = () => new Date(Date.now() + 60_000)

/** Each store, and how it is taken away and brought back. */
const STORES: [string, () => { store: BlobStore; vanish(): unknown; comeBack(): unknown }][] = [
  [
    'a local folder',
    () => {
      const root = join(dir, uuidv7())
      return {
        store: new LocalBlobs(root),
        vanish: () => rename(root, `${root}-away`),
        comeBack: () => rename(`${root}-away`, root),
      }
    },
  ],
  [
    'an S3-compatible store',
    () => ({
      store: new S3Blobs({ ...s3.settings, prefix: `${uuidv7()}/` }),
      vanish: () => s3.unplug(),
      comeBack: () => s3.plug(),
    }),
  ],
]

describe.each(STORES)('%s', (_, make) => {
  const org = uuidv7()

  test.each([0, 1, 70_000, 16 * 2 ** 20, 35 * 2 ** 20 + 1])('gives back %i bytes', async (size) => {
    const { store } = make()
    const id = uuidv7()
    const bytes = randomBytes(size)
    expect(await store.write(org, id, cut(bytes, 300_000))).toBe(size)
    expect((await whole(store.read(org, id))).equals(bytes)).toBe(true)
    if (size < 2) return
    const some = await whole(store.read(org, id, { start: 1, end: size - 2 }))
    expect(some.equals(bytes.subarray(1, size - 1))).toBe(true)
  })

  test.each([40_000, 40 * 2 ** 20])('keeps nothing of %i bytes whose sender fails', async (size) => {
    const { store } = make()
    const id = uuidv7()
    const fails = cut(randomBytes(size), 500_000, () => {
      throw new Error('the sender went away')
    })
    await expect(store.write(org, id, fails)).rejects.toThrow('the sender went away')
    await expect(whole(store.read(org, id))).rejects.toThrow(BlobMissing)
    expect(await store.olderThan(org, later())).toEqual([])
  })

  test('lists what is old, and removes it as often as asked', async () => {
    const { store } = make()
    const ids = [uuidv7(), uuidv7()].sort()
    for (const id of ids) await store.write(org, id, cut(Buffer.from('x'), 1))
    expect((await store.olderThan(org, later())).sort()).toEqual(ids)
    expect(await store.olderThan(org, new Date(0))).toEqual([])
    expect(await store.olderThan(uuidv7(), later())).toEqual([])
    await store.remove(org, ids[0]!)
    await store.remove(org, ids[0]!)
    expect(await store.olderThan(org, later())).toEqual([ids[1]])
  })

  test('takes no names but ids', async () => {
    const { store } = make()
    await expect(store.write(org, '../../etc/passwd', cut(Buffer.from('x'), 1))).rejects.toThrow('UUID')
    await expect(whole(store.read('..', uuidv7()))).rejects.toThrow('UUID')
  })

  test('says that it is away, in mid-write and before a read, and works again afterwards', async () => {
    const { store, vanish, comeBack } = make()
    const kept = uuidv7()
    const broken = uuidv7()
    const bytes = randomBytes(40 * 2 ** 20)
    await store.write(org, kept, cut(bytes, 1_000_000))
    await expect(store.write(org, broken, cut(bytes, 1_000_000, vanish))).rejects.toThrow(BlobsUnavailable)
    await expect(store.write(org, uuidv7(), cut(bytes, 1_000_000))).rejects.toThrow(BlobsUnavailable)
    await expect(whole(store.read(org, kept))).rejects.toThrow(BlobsUnavailable)
    await expect(store.remove(org, kept)).rejects.toThrow(BlobsUnavailable)
    await expect(store.probe()).rejects.toThrow(BlobsUnavailable)
    await comeBack()
    await expect(whole(store.read(org, broken))).rejects.toThrow(BlobMissing)
    expect((await whole(store.read(org, kept))).equals(bytes)).toBe(true)
    await store.remove(org, broken)
    await store.write(org, broken, cut(bytes, 1_000_000))
    expect(await store.probe()).toMatch(/^(local folder|bucket) /)
  })
})

test('a read from S3 that breaks in the middle is an error, never a shorter file', async () => {
  const store = new S3Blobs(s3.settings)
  const [org, id] = [uuidv7(), uuidv7()]
  await store.write(org, id, cut(randomBytes(8 * 2 ** 20), 1_000_000))
  s3.unplug(3 * 2 ** 20)
  await expect(whole(store.read(org, id))).rejects.toThrow(BlobsUnavailable)
  s3.plug()
  expect(await whole(store.read(org, id))).toHaveLength(8 * 2 ** 20)
})

test('wrong credentials and a bucket that is not there are "not available"', async () => {
  const wrong = new S3Blobs({ ...s3.settings, accessKeyId: 'NOBODY' })
  await expect(wrong.probe()).rejects.toThrow(BlobsUnavailable)
  const nowhere = new S3Blobs({ ...s3.settings, bucket: 'nowhere' })
  await expect(nowhere.probe()).rejects.toThrow(BlobsUnavailable)
})

test('what a killed process left of a local file is found as old', async () => {
  const root = join(dir, 'killed')
  const store = new LocalBlobs(root)
  const [org, id] = [uuidv7(), uuidv7()]
  await store.write(org, uuidv7(), cut(Buffer.from('x'), 1))
  await writeFile(join(root, org, `${id}.partial`), 'left by a killed process')
  expect(await store.olderThan(org, later())).toContain(id)
  await store.remove(org, id)
  expect(await readdir(join(root, org))).toHaveLength(1)
})
