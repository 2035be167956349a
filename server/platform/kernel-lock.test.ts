import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { temporaryFolder } from './db/embedded/fixtures/index.ts'
import { lock, tryLock } from './kernel-lock.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())

test('shared holders stand side by side and keep an exclusive one out', () => {
  const path = join(folder.path, 'new', 'a.lock')
  const one = tryLock(path, 'shared')
  const two = tryLock(path, 'shared')
  expect(two).toBeDefined()
  expect(tryLock(path, 'exclusive')).toBeUndefined()
  one!.release()
  expect(tryLock(path, 'exclusive')).toBeUndefined()
  two!.release()
  const alone = tryLock(path, 'exclusive')
  expect(alone).toBeDefined()
  expect(tryLock(path, 'shared')).toBeUndefined()
  alone!.release()
  alone!.release()
})

test('a waiter gets the lock when its holder lets go, and gives up in the end', async () => {
  const path = join(folder.path, 'b.lock')
  const held = tryLock(path, 'exclusive')!
  await expect(lock(path, 'exclusive', 30)).rejects.toThrow(path)
  const waiting = lock(path, 'shared')
  held.release()
  const got = await waiting
  expect(tryLock(path, 'exclusive')).toBeUndefined()
  got.release()
})
