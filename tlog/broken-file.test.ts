import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ORIGIN, TestLog, verifyText } from './testing/log.ts'

// An export is a file that passes through many hands. Whatever happens to it on the way must show, and where it
// can, the leaf must be named.

describe('an export file', () => {
  it('never verifies after any single bit of it was flipped', async () => {
    const log = await TestLog.of(3, 260, 20)
    const bytes = Buffer.from(await log.exportText())
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        const changed = Buffer.from(bytes)
        changed[at]! ^= 1 << bit
        expect((await verifyText(changed, log.key.verifierKey)).ok).toBe(false)
      }),
      { numRuns: 250 },
    )
  })

  it('names the leaf whose line was removed, repeated or moved', async () => {
    const log = await TestLog.of(300, 100)
    const lines = (await log.exportText()).split('\n')
    const lineOf = (index: number) => lines.indexOf(log.events[index]!.toString())
    const verify = (changed: string[]) => verifyText(changed.join('\n'), log.key.verifierKey)
    await fc.assert(
      fc.asyncProperty(fc.nat(399), async (index) => {
        const at = lineOf(index)
        const last = index === 255 || index === 399
        const removed = await verify(lines.toSpliced(at, 1))
        expect(removed.firstBadLeaf).toMatchObject({ index, code: last ? 'missing' : 'altered' })
        const repeated = await verify(lines.toSpliced(at, 0, lines[at]!))
        expect(repeated.firstBadLeaf).toMatchObject({ index: index + 1 })
        if (last) return
        const swapped = await verify(lines.with(at, lines[at + 1]!).with(at + 1, lines[at]!))
        expect(swapped.firstBadLeaf).toMatchObject({ index, code: 'altered' })
      }),
      { numRuns: 20 },
    )
  })

  it('never verifies after a line was removed or repeated, whichever', async () => {
    const log = await TestLog.of(2, 256, 3)
    const lines = (await log.exportText()).trimEnd().split('\n')
    for (let i = 0; i < lines.length; i++) {
      if (lines[i]!.startsWith('{"time"') && i % 16) continue
      const removed = await verifyText(`${lines.toSpliced(i, 1).join('\n')}\n`, log.key.verifierKey)
      const repeated = await verifyText(
        `${lines.toSpliced(i, 0, lines[i]!).join('\n')}\n`,
        log.key.verifierKey,
      )
      expect([i, removed.ok, repeated.ok]).toEqual([i, false, false])
    }
  })

  it('never verifies when cut off, wherever', async () => {
    const log = await TestLog.of(20, 20)
    const bytes = Buffer.from(await log.exportText())
    // Without the last newline the last line is still whole.
    for (let end = 0; end < bytes.length - 1; end += 17)
      expect((await verifyText(bytes.subarray(0, end), log.key.verifierKey)).ok).toBe(false)
  })

  it('reports indexes out of order', async () => {
    const log = await TestLog.of(600)
    const text = await log.exportText()
    const insert = async (after: number, line: string) => {
      const event = log.events[after]!.toString()
      return verifyText(text.replace(event, `${event}\n${line}`), log.key.verifierKey)
    }
    expect((await insert(10, '{"at":5}')).firstBadLeaf).toMatchObject({ index: 5, code: 'out-of-order' })
    expect((await insert(10, '{"at":300}')).firstBadLeaf).toMatchObject({ index: 11, code: 'missing' })
    const again = await insert(599, `{"block":0,"hashes":""}\n{"at":7}\n${log.events[7]}`)
    expect(again.firstBadLeaf).toMatchObject({ index: 7, code: 'out-of-order' })
    const far = await insert(599, `{"block":30000000000,"hashes":""}\n${log.events[7]}`)
    expect(far.problems.map((problem) => problem.code)).toContain('malformed')
  })

  it('with a whole block of events and hashes gone names its first leaf', async () => {
    const log = await TestLog.of(1000)
    const lines = (await log.exportText()).split('\n')
    const from = lines.findIndex((line) => line.startsWith('{"block":1,'))
    const report = await verifyText(lines.toSpliced(from, 257).join('\n'), log.key.verifierKey)
    expect(report.firstBadLeaf).toMatchObject({ index: 256, to: 512, code: 'missing' })
  })

  it.each([
    ['nothing', ''],
    ['not JSON', 'hello\n'],
    ['another format', '{"format":"something","version":1}\n'],
    ['a later version', `{"format":"wellkeep-audit-export","version":2,"origin":"${ORIGIN}","size":1}\n`],
    [
      'a size that is none',
      `{"format":"wellkeep-audit-export","version":1,"origin":"${ORIGIN}","size":-1}\n`,
    ],
    ['a long first line', 'x'.repeat(3_000_000)],
    ['a line too long for memory', Buffer.alloc(70_000_000, 'x')],
  ])('that holds %s is none', async (_, text) => {
    const log = await TestLog.of(1)
    const report = await verifyText(text, log.key.verifierKey)
    expect(report.problems.map((problem) => problem.code)).toEqual(['not-an-export'])
    expect(report.ok).toBe(false)
  })

  it('whose header claims another size is not whole', async () => {
    const log = await TestLog.of(10)
    const text = await log.exportText()
    const more = await verifyText(text.replace('"size":10', '"size":12'), log.key.verifierKey)
    expect(more.firstBadLeaf).toMatchObject({ index: 10, to: 12, code: 'missing' })
    const less = await verifyText(text.replace('"size":10', '"size":9'), log.key.verifierKey)
    expect(less.problems.map((problem) => problem.code)).toEqual(['size-mismatch'])
  })

  it('does not verify when a line swallows the rest of the file', async () => {
    const log = await TestLog.of(300, 300)
    const text = await log.exportText()
    const at = text.indexOf(log.events[400]!.toString())
    const report = await verifyText(text.slice(0, at) + 'x'.repeat(70_000_000), log.key.verifierKey)
    expect(report.firstBadLeaf).toMatchObject({ index: 400 })
  })

  it('may hold events longer than the stretches it is read in', async () => {
    const log = await TestLog.of(3)
    const long = (i: number) =>
      Buffer.from(`{"time":"2026-01-05T08:00:0${i}.000Z","event":"${'x'.repeat(700_000)}"}`)
    await log.append([long(1), long(2), long(3)])
    await log.append(Array.from({ length: 600 }, (_, i) => long(i % 10).subarray(0, 3000 + i)))
    expect((await log.verify({ threads: 2 })).problems).toEqual([])
    log.events[300] = long(1)
    expect((await log.verify()).firstBadLeaf).toMatchObject({ index: 300, code: 'altered' })
  })
})
