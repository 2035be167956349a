import { afterEach, beforeEach, expect, test } from 'vitest'
import { DataFolderBusy, lockDataFolder } from './data-lock.ts'
import { startChild, temporaryFolder } from './fixtures/index.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

test('a second server is refused, and told which process is in the way', async () => {
  const first = await startChild('lock-holder.ts', [folder.path])
  expect(() => lockDataFolder(folder.path)).toThrow(DataFolderBusy)
  expect(() => lockDataFolder(folder.path)).toThrow(new RegExp(`process ${first.pid} .*WELLKEEP_DATA`))
  await first.stop()
  lockDataFolder(folder.path).release()
})

test('also within one process', () => {
  const held = lockDataFolder(folder.path)
  expect(() => lockDataFolder(folder.path)).toThrow(`process ${process.pid}`)
  held.release()
  lockDataFolder(folder.path).release()
})

test('a killed server leaves no lock behind, though its note stays', async () => {
  const first = await startChild('lock-holder.ts', [folder.path])
  await first.kill()
  const held = lockDataFolder(folder.path)
  expect(() => lockDataFolder(folder.path)).toThrow(`process ${process.pid}`)
  held.release()
})

test('of many that start at once, one wins', async () => {
  const starts = await Promise.allSettled(
    Array.from({ length: 6 }, () => startChild('lock-holder.ts', [folder.path])),
  )
  const winners = starts.filter((s) => s.status === 'fulfilled')
  await Promise.all(winners.map((w) => w.value.stop()))
  expect(winners).toHaveLength(1)
})
