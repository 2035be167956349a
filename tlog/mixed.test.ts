import { describe, expect, it } from 'vitest'
import { encodeLeaf } from './leaf.ts'
import { START, STEP, TestLog } from './testing/log.ts'

// Several things done to one log at once, at places chosen so that each verdict needs another piece of evidence.

const forged = (at: number) => encodeLeaf(new Date(START + at * STEP), { action: 'forged', number: at })

/** Code and place of each problem; of a tile, its text. */
async function problemsOf(log: TestLog): Promise<unknown[]> {
  const { problems } = await log.verify()
  return problems.map(({ code, text, leaf, to }) =>
    leaf === undefined ? [code, text] : to === undefined ? [code, leaf] : [code, leaf, to],
  )
}

describe('when several things were done to a log', () => {
  it('an event is judged by the checkpoint over it, not by one before it in the same tile', async () => {
    const log = await TestLog.of(100, 100)
    log.events[150] = forged(150)
    expect(await problemsOf(log)).toEqual([['altered', 150]])
  })

  it('two tiles rewritten with their events are both found by the level above', async () => {
    const log = await TestLog.of(1000)
    for (const at of [5, 300]) log.events[at] = forged(at)
    log.forgeTiles(1)
    expect(await problemsOf(log)).toEqual([
      ['rewritten', 0, 256],
      ['rewritten', 256, 512],
    ])
  })

  it('the level above also tells a lying tile, or an altered event, beside a rewritten one', async () => {
    const log = await TestLog.of(1000)
    log.events[5] = forged(5)
    log.forgeTiles(1)
    log.tile(0, 1).hashes[(300 - 256) * 32]! ^= 1
    log.events[600] = forged(600)
    expect(await problemsOf(log)).toEqual([
      ['rewritten', 0, 256],
      ['tile-altered', 'tile/0/001 has a wrong hash for leaf 300; the event is as it was logged'],
      ['altered', 600],
    ])
  })

  it('an edited event shows before a gap that keeps every root from being computed', async () => {
    const log = await TestLog.of(100, 500)
    log.events[110] = forged(110)
    log.events[400] = undefined
    log.tiles.delete('tile/0/001')
    log.tiles.delete('tile/1/000')
    const report = await log.verify()
    expect(report.firstBadLeaf).toMatchObject({ index: 110, code: 'altered' })
    expect(report.problems).toContainEqual(expect.objectContaining({ code: 'unproven', leaf: 100, to: 600 }))
  })

  it('an edited event shows before a cut', async () => {
    const log = await TestLog.of(50, 50)
    log.events.length = 70
    log.forgeTiles()
    log.events[60] = forged(60)
    expect(await problemsOf(log)).toEqual([
      ['missing', 70, 100],
      ['altered', 60],
      ['unproven', 50, 70],
    ])
    expect((await log.verify()).firstBadLeaf?.index).toBe(60)
  })

  it('a gap is filled from the level above, so that what follows it is still proven', async () => {
    const log = await TestLog.of(600, 400)
    for (let at = 256; at < 512; at++) log.events[at] = undefined
    log.tiles.delete('tile/0/001')
    log.events[700] = forged(700)
    expect(await problemsOf(log)).toEqual([
      ['missing', 256, 512],
      ['altered', 700],
    ])
  })

  it('a gap that the level above has filled does not excuse what comes later', async () => {
    const log = await TestLog.of(600, 100, 100)
    log.events[750] = forged(750)
    log.forgeTiles()
    for (let at = 256; at < 512; at++) log.events[at] = undefined
    log.tiles.delete('tile/0/001')
    expect(await problemsOf(log)).toEqual([
      ['missing', 256, 512],
      ['rewritten', 700, 800],
    ])
  })

  it('in a tile that was rewritten no hash speaks for or against a single event', async () => {
    const log = await TestLog.of(300)
    log.events[5] = forged(5)
    log.forgeTiles(1)
    log.events[7] = forged(7)
    expect(await problemsOf(log)).toEqual([['rewritten', 0, 256]])
  })

  it('a rewritten event spoils later checkpoints, but not the verdict', async () => {
    const log = await TestLog.of(100, 100, 100, 100)
    log.events[150] = forged(150)
    log.forgeTiles()
    log.events[350] = forged(350)
    expect(await problemsOf(log)).toEqual([['rewritten', 100, 200]])
  })

  it('events rewritten up to level 1 are not blamed on level 2', async () => {
    const log = await TestLog.of(65_536, 10)
    log.events[5] = forged(5)
    log.forgeTiles(2)
    expect(await problemsOf(log)).toEqual([['rewritten', 0, 65_536]])
  })
})
