import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { signCheckpoint } from './checkpoint.ts'
import { generateNoteKey } from './note-keys.ts'
import { event, ORIGIN, START, STEP, TestLog, verifyText } from './testing/log.ts'
import { formatReport } from './verify/report.ts'
import { verifyExport } from './verify.ts'

const codes = (report: { problems: { code: string }[] }) => report.problems.map((problem) => problem.code)

describe('verifying an untouched log', () => {
  it.each([[[1]], [[256]], [[255, 1, 1]], [[512, 0, 3]], [[1, 2, 3, 300, 500, 44]]])(
    'with checkpoints over %j events succeeds',
    async (batches) => {
      const log = await TestLog.of(...batches)
      const report = await log.verify()
      expect(report.problems).toEqual([])
      expect(report).toMatchObject({
        ok: true,
        origin: ORIGIN,
        size: log.size,
        events: log.size,
        checkpoints: batches.length,
        problemsOmitted: 0,
      })
      expect(report.time).toBe(new Date(START + log.size * STEP).toISOString())
      expect(report.firstBadLeaf).toBeUndefined()
      expect(log.checkpoints.at(-1)).toContain(`\n${report.root}\n`)
    },
  )

  it('succeeds from a file, from a stream, in place and on threads alike', async () => {
    const log = await TestLog.of(...Array.from({ length: 12 }, () => 700))
    log.events[7000] = event(1)
    const folder = await mkdtemp(join(tmpdir(), 'tlog-test-'))
    try {
      const path = join(folder, 'export')
      const text = await log.exportText()
      await writeFile(path, text)
      const seen: number[] = []
      const key = log.key.verifierKey
      const inPlace = await verifyExport(path, key, {
        threads: 1,
        onProgress: ({ events }) => seen.push(events),
      })
      expect(inPlace.firstBadLeaf).toMatchObject({ index: 7000, code: 'altered' })
      expect(seen.length).toBeGreaterThan(2) // so that blocks were read in several stretches
      expect(seen).toEqual(seen.toSorted((a, b) => a - b))
      expect(seen.at(-1)).toBe(8400)
      expect(await verifyExport(path, [key], { threads: 2 })).toEqual(inPlace)
      expect(await verifyExport(path, key)).toEqual(inPlace)
      expect(await verifyExport(Readable.from([Buffer.from(text)]), key)).toEqual(inPlace)
      expect(await verifyExport(log.export(), key)).toEqual(inPlace)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('checks level 2 tiles', async () => {
    const log = await TestLog.of(65_536, 10)
    expect((await log.verify()).problems).toEqual([])
    log.tile(2, 0).hashes[3]! ^= 1
    const report = await log.verify()
    expect(report.problems).toEqual([{ code: 'tile-altered', text: 'tile/2/000 has a wrong hash' }])
    expect(report.firstBadLeaf).toBeUndefined()
    log.tiles.delete('tile/2/000')
    expect(codes(await log.verify())).toEqual(['tile-missing'])
  })

  it('throws for what is no verdict on the log', async () => {
    const log = await TestLog.of(1)
    await expect(verifyExport('/nonexistent', log.key.verifierKey)).rejects.toThrow('ENOENT')
    await expect(verifyText('', 'nonsense')).rejects.toMatchObject({ code: 'bad-key' })
    await expect(verifyText('', [] as unknown as string)).rejects.toMatchObject({ code: 'bad-key' })
    await expect(log.verify({ trustedCheckpoint: 'x' })).rejects.toMatchObject({ code: 'malformed' })
    async function* broken() {
      yield Buffer.from('{')
      throw new Error('lost')
    }
    await expect(verifyExport(broken(), log.key.verifierKey)).rejects.toThrow('lost')
  })
})

describe('checkpoints', () => {
  it('signed by another key are refused', async () => {
    const log = await TestLog.of(5, 5)
    const other = generateNoteKey(ORIGIN)
    const report = await verifyExport(log.export(), other.verifierKey)
    expect(report.ok).toBe(false)
    expect(codes(report)).toContain('no-checkpoint')
    expect(report.firstBadLeaf).toMatchObject({ index: 0, code: 'uncovered' })
    // During a change of keys, both are known.
    expect((await verifyExport(log.export(), [other.verifierKey, log.key.verifierKey])).ok).toBe(true)
  })

  it('whose text was edited are refused, and named', async () => {
    const log = await TestLog.of(5, 5, 5)
    log.checkpoints[1] = log.checkpoints[1]!.replace('time 2026', 'time 2025')
    const report = await log.verify()
    expect(report.problems).toEqual([
      {
        code: 'checkpoint-refused',
        text: expect.stringContaining('checkpoint 1: bad signature'),
        checkpoint: 1,
      },
    ])
    expect(report.firstBadLeaf).toBeUndefined()
  })

  it('may be missing between others: what follows proves the log all the same', async () => {
    const log = await TestLog.of(5, 5, 5)
    log.checkpoints.splice(1, 1)
    expect((await log.verify()).ok).toBe(true)
  })

  it('of another log are refused', async () => {
    const server = generateNoteKey('log.example')
    const log = await TestLog.of(3)
    const checkpoint = { origin: 'log.example/other', size: 3, root: Buffer.alloc(32), time: new Date(START) }
    log.checkpoints.push(await signCheckpoint(checkpoint, server.signer))
    const report = await verifyExport(log.export(), [log.key.verifierKey, server.verifierKey])
    expect(codes(report)).toEqual(['wrong-origin'])
    expect(codes(await log.verify({ origin: 'log.example/other' }))).toContain('wrong-origin')
  })

  it('out of order, with a time that runs back, or a wrong root are named', async () => {
    const log = await TestLog.of(5, 5)
    const [first, second] = log.checkpoints as [string, string]
    log.checkpoints = [second, first]
    expect(codes(await log.verify())).toEqual(['checkpoint-order'])

    const sign = (size: number, root: Buffer, ms: number) =>
      signCheckpoint({ origin: ORIGIN, size, root, time: new Date(ms) }, log.key.signer)
    log.checkpoints = [first, await sign(7, Buffer.alloc(32, 1), START + 10 * STEP), second]
    const forked = await log.verify()
    expect(forked.problems).toEqual([
      { code: 'checkpoint-root', text: expect.stringContaining('size 7'), checkpoint: 1 },
    ])
    expect(forked.firstBadLeaf).toBeUndefined()

    const root = Buffer.from(second.split('\n')[2]!, 'base64')
    log.checkpoints = [first, second, await sign(10, root, START + 9 * STEP)]
    expect(codes(await log.verify())).toEqual(['checkpoint-time'])
    log.checkpoints = [first, second, await sign(10, Buffer.alloc(32), START + 99 * STEP)]
    expect(codes(await log.verify())).toContain('checkpoint-root')
  })
})

describe('a checkpoint that the auditor kept', () => {
  it('is contained in the log that grew', async () => {
    const log = await TestLog.of(5, 300, 7)
    for (const trustedCheckpoint of log.checkpoints)
      expect((await log.verify({ trustedCheckpoint })).ok).toBe(true)
  })

  it('shows that events, tiles and checkpoints were all cut back together', async () => {
    const log = await TestLog.of(5, 300)
    const trustedCheckpoint = log.checkpoints[1]!
    const cut = await TestLog.of()
    Object.assign(cut, { key: log.key })
    await cut.append(log.events.slice(0, 5) as Buffer[])
    expect((await cut.verify()).ok).toBe(true)
    const report = await cut.verify({ trustedCheckpoint })
    expect(report.firstBadLeaf).toMatchObject({ index: 5, to: 305, code: 'missing' })
  })

  it('shows that the log was rewritten with its own key', async () => {
    const log = await TestLog.of(5, 5)
    const trustedCheckpoint = log.checkpoints[1]!
    const forged = await TestLog.of()
    Object.assign(forged, { key: log.key })
    await forged.append([...log.events.slice(0, 9), event(99, START + 9 * STEP)] as Buffer[])
    expect((await forged.verify()).ok).toBe(true)
    const report = await forged.verify({ trustedCheckpoint })
    expect(codes(report)).toContain('trusted-checkpoint')
    expect(report.firstBadLeaf).toMatchObject({ index: 0, to: 10, code: 'rewritten' })
  })
})

describe('the report', () => {
  it('reads as text', async () => {
    const log = await TestLog.of(5, 5)
    expect(formatReport(await log.verify())).toMatch(/^VERIFIED.*\n.*log\.example\/org\nevents {6}10\n/)
    log.events[7] = event(1)
    expect(formatReport(await log.verify())).toMatch(/^FAILED.*first bad {3}7 \(altered\)/s)
    log.forgeTiles()
    expect(formatReport(await log.verify())).toMatch(/first bad {3}within 5 to 9 \(rewritten\)/)
  })

  it('stays short however much is wrong', async () => {
    const log = await TestLog.of(500)
    for (let i = 0; i < 500; i++) log.events[i] = event(i + 1)
    const report = await log.verify()
    expect(report.firstBadLeaf?.index).toBe(0)
    expect(report.problems.length).toBe(100)
    expect(report.problemsOmitted).toBeGreaterThan(300)
    expect(formatReport(report)).toContain('more')
  })
})
