import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leafHash } from './hash.ts'
import { encodeLeaf } from './leaf.ts'
import { event, START, STEP, TestLog } from './testing/log.ts'

// What a superuser of the database can do to a log, and what the verifier must say. Each test tampers with random
// logs at random places. Stored tiles stay as they were, unless it says so.

const batches = fc.array(fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 100, max: 400 })), {
  minLength: 1,
  maxLength: 5,
})

/** Runs a check on random logs, with a place in each. */
async function onLogs(
  check: (log: TestLog, at: number, other: number) => Promise<void>,
  numRuns = 15,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(batches, fc.nat(), fc.nat(), async (counts, a, b) => {
      const log = await TestLog.of(...counts)
      await check(log, a % log.size, b % log.size)
    }),
    { numRuns },
  )
}

async function expectFirstBad(log: TestLog, index: number, code: string): Promise<void> {
  const report = await log.verify()
  expect(report.ok).toBe(false)
  expect(report.firstBadLeaf).toMatchObject({ index, code })
  expect(report.firstBadLeaf).not.toHaveProperty('to')
}

/** Newest checkpoint size at or below `index`, and oldest above it. */
function checkpointsAround(log: TestLog, index: number): { index: number; to: number } {
  return {
    index: log.sizes.findLast((size) => size <= index) ?? 0,
    to: log.sizes.find((size) => size > index)!,
  }
}

const forged = (at: number) => encodeLeaf(new Date(START + at * STEP), { action: 'forged', number: at })

describe('the first bad leaf is named when somebody', () => {
  it('edits an event', () =>
    onLogs(async (log, at) => {
      log.events[at] = forged(at)
      await expectFirstBad(log, at, 'altered')
    }))

  it('changes a single bit of one', () =>
    onLogs(async (log, at, bit) => {
      log.events[at]![bit % log.events[at]!.length]! ^= 1 << (bit % 8)
      await expectFirstBad(log, at, 'altered')
    }))

  it('edits two events', () =>
    onLogs(async (log, at, other) => {
      log.events[at] = forged(at)
      log.events[other] = forged(other)
      await expectFirstBad(log, Math.min(at, other), 'altered')
    }))

  it('back-dates an event that was logged', () =>
    onLogs(async (log, at) => {
      log.events[at] = event(at, START - 86_400_000)
      await expectFirstBad(log, at, 'altered')
    }))

  it('deletes an event', () =>
    onLogs(async (log, at) => {
      log.events[at] = undefined
      await expectFirstBad(log, at, 'missing')
    }))

  it('deletes an event and moves the others up', () =>
    onLogs(async (log, at) => {
      log.events.splice(at, 1)
      await expectFirstBad(log, at, at === log.size - 1 ? 'missing' : 'altered')
    }))

  it('inserts an event and moves the others down', () =>
    onLogs(async (log, at) => {
      log.events.splice(at, 0, forged(at))
      await expectFirstBad(log, at, 'altered')
    }))

  it('appends an event that no checkpoint covers', () =>
    onLogs(async (log) => {
      log.events.push(forged(log.size))
      await expectFirstBad(log, log.size, 'uncovered')
    }))

  it('swaps two events', () =>
    onLogs(async (log, at, other) => {
      fc.pre(at !== other)
      const [a, b] = [log.events[at], log.events[other]]
      log.events[at] = b
      log.events[other] = a
      await expectFirstBad(log, Math.min(at, other), 'altered')
    }))

  it('truncates the events', () =>
    onLogs(async (log, at) => {
      log.events.length = at
      await expectFirstBad(log, at, 'missing')
    }))

  it('truncates the events and their tiles', () =>
    onLogs(async (log, at) => {
      log.events.length = at
      log.forgeTiles()
      const { firstBadLeaf, problems } = await log.verify()
      expect(firstBadLeaf).toMatchObject({ index: at, code: 'missing' })
      // Those between the last good checkpoint and the cut may be forged too.
      const { index } = checkpointsAround(log, at)
      const unproven = problems.find(({ code }) => code === 'unproven')
      if (index === at) expect(unproven).toBeUndefined()
      else expect(unproven).toMatchObject({ leaf: index, to: at })
    }))

  it('truncates the events and the checkpoints over them, but not the tiles', () =>
    onLogs(async (log, at) => {
      const { index } = checkpointsAround(log, at)
      fc.pre(index > 0)
      log.events.length = index
      log.checkpoints.length = log.sizes.indexOf(index) + 1
      await expectFirstBad(log, index, 'missing')
    }))

  it('deletes the newest checkpoints', () =>
    onLogs(async (log, at) => {
      const { index } = checkpointsAround(log, at)
      log.checkpoints.length = index > 0 ? log.sizes.indexOf(index) + 1 : 0
      await expectFirstBad(log, index, 'uncovered')
    }))

  it('replaces an event by bytes that are no line of JSON', () =>
    onLogs(async (log, at) => {
      log.events[at] = Buffer.from(['', '\n\n', '{"block":0,"hashes":""}', '{"end":{}}', '\u0000'][at % 5]!)
      await expectFirstBad(log, at, 'altered')
    }))

  it('deletes an event and its tile: then no stored hash is left, but the gap shows', () =>
    onLogs(async (log, at) => {
      log.events[at] = undefined
      log.tiles.delete(`tile/0/00${Math.floor(at / 256)}`)
      const report = await log.verify()
      expect(report.firstBadLeaf).toMatchObject({ index: at, code: 'missing' })
    }))
})

describe('the checkpoints between which the first bad leaf lies are named when somebody', () => {
  it('edits an event and rewrites all tiles to fit', () =>
    onLogs(async (log, at) => {
      log.events[at] = forged(at)
      log.forgeTiles()
      const report = await log.verify()
      expect(report.firstBadLeaf).toMatchObject({ ...checkpointsAround(log, at), code: 'rewritten' })
    }))

  it('deletes, inserts or moves events and rewrites all tiles to fit', () =>
    onLogs(async (log, at, other) => {
      fc.pre(at < log.size - 1)
      if (other % 2) log.events.splice(at, 1)
      else log.events.splice(at, 2, log.events[at + 1], log.events[at])
      log.forgeTiles()
      const { firstBadLeaf } = await log.verify()
      const range = checkpointsAround(log, at)
      // Where the last checkpoint covers more than there is, no root can be computed; only the end is sure.
      const short = other % 2 && range.to === log.size
      if (short) expect(firstBadLeaf).toMatchObject({ index: log.size - 1, code: 'missing' })
      else expect(firstBadLeaf).toMatchObject({ ...range, code: 'rewritten' })
    }))

  it('edits an event and rewrites level 0 only: the level above narrows it down to one tile', () =>
    onLogs(async (log, at) => {
      const block = Math.floor(at / 256)
      fc.pre((block + 1) * 256 < log.size)
      log.events[at] = forged(at)
      log.forgeTiles(1)
      const { firstBadLeaf } = await log.verify()
      const { index, to } = checkpointsAround(log, at)
      expect(firstBadLeaf).toMatchObject({
        code: 'rewritten',
        index: Math.max(index, block * 256),
        to: Math.min(to, (block + 1) * 256),
      })
    }))

  it('edits an event and deletes the tile with its hash', () =>
    onLogs(async (log, at) => {
      log.events[at] = forged(at)
      log.tiles.delete(`tile/0/00${Math.floor(at / 256)}`)
      const { firstBadLeaf } = await log.verify()
      const { index, to } = checkpointsAround(log, at)
      expect(firstBadLeaf!.code).toBe('rewritten')
      expect(firstBadLeaf!.index).toBeGreaterThanOrEqual(index)
      expect(firstBadLeaf!.index).toBeLessThanOrEqual(at)
      expect(firstBadLeaf!.to).toBeGreaterThan(at)
      expect(firstBadLeaf!.to).toBeLessThanOrEqual(to)
    }))
})

describe('no event is blamed when somebody', () => {
  it('edits a hash in a tile', () =>
    onLogs(async (log, at) => {
      const tile = log.tile(0, Math.floor(at / 256))
      tile.hashes[(at % 256) * 32]! ^= 1
      const report = await log.verify()
      expect(report.problems.map((problem) => problem.code)).toEqual(['tile-altered'])
      expect(report.problems[0]!.text).toContain(`leaf ${at};`)
      expect(report.firstBadLeaf).toBeUndefined()
    }))

  it('edits a hash in a tile of level 1', () =>
    onLogs(async (log, at) => {
      fc.pre(log.size >= 256)
      const block = at % Math.floor(log.size / 256)
      log.tile(1, 0).hashes[block * 32]! ^= 1
      const report = await log.verify()
      expect(report.problems).toEqual([
        { code: 'tile-altered', text: `tile/1/000 has a wrong hash for block ${block}` },
      ])
      expect(report.firstBadLeaf).toBeUndefined()
    }))

  it('deletes a tile', () =>
    onLogs(async (log, at) => {
      const paths = [...log.tiles.keys()]
      log.tiles.delete(paths[at % paths.length]!)
      const report = await log.verify()
      expect(new Set(report.problems.map((problem) => problem.code))).toEqual(new Set(['tile-missing']))
      expect(report.firstBadLeaf).toBeUndefined()
    }))

  it('cuts a tile short, or spoils its form', () =>
    onLogs(async (log, at) => {
      const tile = log.tile(0, Math.floor(at / 256))
      tile.hashes =
        at % 2 ? tile.hashes.subarray(0, -1) : Buffer.concat([tile.hashes, Buffer.alloc(257 * 32)])
      const report = await log.verify()
      expect(report.ok).toBe(false)
      expect(report.firstBadLeaf).toBeUndefined()
    }))
})

it('names a wrong hash in a tile of level 1 also when the log ends with that block', async () => {
  const log = await TestLog.of(512)
  log.tile(1, 0).hashes[32]! ^= 1
  expect((await log.verify()).problems).toEqual([
    { code: 'tile-altered', text: 'tile/1/000 has a wrong hash for block 1' },
  ])
})

describe('both are named when somebody', () => {
  it('edits an event here and a tile there, under different checkpoints', () =>
    onLogs(async (log, at, other) => {
      fc.pre(checkpointsAround(log, at).to !== checkpointsAround(log, other).to)
      log.events[at] = forged(at)
      log.tile(0, Math.floor(other / 256)).hashes[(other % 256) * 32]! ^= 1
      const report = await log.verify()
      expect(report.firstBadLeaf).toMatchObject({ index: at, code: 'altered' })
      expect(
        report.problems.some(({ code, text }) => code === 'tile-altered' && text.includes(`leaf ${other};`)),
      ).toBe(true)
    }))
})

describe('an event that the log itself took in with a false time', () => {
  const late = { before: 10 * 60_000, after: 60_000 }

  it('is named', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(39), fc.boolean(), fc.integer({ min: 1, max: 1e9 }), async (at, back, by) => {
        const log = await TestLog.of(10, 10)
        const before = START + log.size * STEP
        const after = before + 3_600_000
        const time = back ? before - late.before - by : after + late.after + by
        const events = Array.from({ length: 40 }, (_, i) => event(20 + i, i === at ? time : before + i))
        await log.append(events, after)
        await log.append([event(60, after)], after + 1)
        const report = await log.verify()
        expect(report.firstBadLeaf).toMatchObject({ index: 20 + at, code: 'time-outside-checkpoints' })
        expect(report.problems.length).toBe(1)
      }),
      { numRuns: 30 },
    )
  })

  it('passes within the tolerance, which can be set', async () => {
    const log = await TestLog.of(10)
    const before = START + 10 * STEP
    await log.append([event(10, before - late.before), event(11, before + 5000 + late.after)], before + 5000)
    expect((await log.verify()).ok).toBe(true)
    const strict = await log.verify({ tolerance: { before: 0, after: 0 } })
    expect(strict.problems.map(({ leaf }) => leaf)).toEqual([10, 11])
  })

  it('is named when its time is no time, wherever else the event has one', async () => {
    const log = await TestLog.of(3)
    await log.append([Buffer.from('{"event":{"time":"2026-01-05T08:00:00.000Z","x":1}}')])
    const report = await log.verify()
    expect(report.firstBadLeaf).toMatchObject({ index: 3, code: 'no-time' })
  })

  it('does not hide behind an older forged checkpoint time', async () => {
    const log = await TestLog.of(10)
    await log.append([event(10, START - 86_400_000)], START + 11 * STEP)
    log.checkpoints[0] = log.checkpoints[0]!.replace(/time .*/, 'time 2020-01-01T00:00:00.000Z')
    const codes = (await log.verify()).problems.map((problem) => problem.code)
    expect(codes).toContain('checkpoint-refused')
  })
})

it('leaf hashes of the test log are those of its events', async () => {
  const log = await TestLog.of(2)
  expect(log.tile(0, 0).hashes).toEqual(Buffer.concat([leafHash(event(0)), leafHash(event(1))]))
})
