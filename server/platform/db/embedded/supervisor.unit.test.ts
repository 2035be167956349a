import { expect, test } from 'vitest'
import { backoff, supervise } from './supervisor.ts'

function running() {
  const { promise, resolve } = Promise.withResolvers<string>()
  return { ended: promise, end: resolve }
}

test('starts again what ends, tries again what does not start, and stops when told', async () => {
  const first = running()
  const second = running()
  const events: string[] = []
  const restarted = Promise.withResolvers<void>()
  let starts = 0
  const supervisor = supervise(first, {
    start: async () => {
      starts++
      if (starts < 3) throw new Error(`no ${starts}`)
      return second
    },
    onEnd: (reason) => events.push(`ended: ${reason}`),
    onFailure: (error) => events.push(String(error)),
    onRestart: (r) => {
      events.push(r === second ? 'second runs' : 'wrong')
      restarted.resolve()
    },
  })
  first.end('killed')
  await restarted.promise
  expect(events).toEqual(['ended: killed', 'Error: no 1', 'Error: no 2', 'second runs'])
  await supervisor.stop()
  second.end('fast shutdown')
  await new Promise(setImmediate)
  expect(events).toHaveLength(4)
  expect(starts).toBe(3)
})

test('stopping ends a pause between tries', async () => {
  const first = running()
  const failed = Promise.withResolvers<void>()
  let failures = 0
  const supervisor = supervise(first, {
    start: async () => {
      throw new Error('no')
    },
    onEnd: () => {},
    onRestart: () => {},
    onFailure: () => {
      if (++failures === 3) failed.resolve()
    },
  })
  first.end('killed')
  await failed.promise
  await supervisor.stop()
  expect(failures).toBe(3)
})

test('pauses grow to five seconds', () => {
  expect([0, 1, 2, 3, 20].map(backoff)).toEqual([0, 100, 200, 400, 5000])
})
