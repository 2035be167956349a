import { describe, expect, it } from 'vitest'
import { type ExportSource, writeExport } from './export.ts'
import { event, ORIGIN, TestLog, verifyText } from './testing/log.ts'

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

async function textOf(source: Partial<ExportSource>): Promise<string> {
  const whole = { origin: ORIGIN, size: 0, leaves: [], tiles: [], checkpoints: [], ...source }
  const chunks: Buffer[] = []
  for await (const chunk of writeExport(whole)) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

describe('an export', () => {
  it('is lines of JSON: header, checkpoints, upper tiles, blocks of leaves, end', async () => {
    const log = await TestLog.of(200, 100)
    const text = await log.exportText()
    const lines = text.trimEnd().split('\n')
    const objects = lines.map((line) => JSON.parse(line))
    expect(lines[0]).toBe(`{"format":"wellkeep-audit-export","version":1,"origin":"${ORIGIN}","size":300}`)
    expect(objects.slice(1, 3).map((line) => line.checkpoint)).toEqual(log.checkpoints)
    expect(objects[3]).toEqual({ tile: 'tile/1/000.p/1', hashes: base64(log.tile(1, 0).hashes) })
    expect(objects[4]).toEqual({ block: 0, hashes: base64(log.tile(0, 0).hashes) })
    expect(lines[5]).toBe(log.events[0]!.toString())
    expect(lines[260]).toBe(log.events[255]!.toString())
    expect(objects[261]).toEqual({ block: 1, hashes: base64(log.tile(0, 1).hashes) })
    expect(objects.at(-1)).toEqual({ end: { checkpoints: 2, events: 300 } })
    expect(lines.length).toBe(1 + 2 + 1 + 2 + 300 + 1)
  })

  it('says where stored indexes skip, and keeps leaves that are no lines as they are', async () => {
    const odd = ['', '{"block":7}', '{"time":"\n"}', 'x'].map((text) => Buffer.from(text))
    const leaves = [
      { index: 0, bytes: event(0) },
      { index: 5, bytes: event(5) },
      { index: 600, bytes: event(600) },
      ...odd.map((bytes, i) => ({ index: 601 + i, bytes })),
    ]
    const lines = (await textOf({ leaves })).split('\n')
    expect(lines.slice(1, 7)).toEqual([
      '{"block":0,"hashes":""}',
      event(0).toString(),
      '{"at":5}',
      event(5).toString(),
      '{"block":2,"hashes":""}',
      '{"at":600}',
    ])
    expect(lines.slice(8, 12)).toEqual(odd.map((bytes) => `{"raw":"${base64(bytes)}"}`))
  })

  it('is written in constant memory: it reads on only when asked to, and closes what it reads', async () => {
    let read = 0
    let closed = false
    function* leaves() {
      try {
        while (true) yield { index: read, bytes: event(read++) }
      } finally {
        closed = true
      }
    }
    let written = 0
    for await (const chunk of writeExport({
      origin: ORIGIN,
      size: 1,
      leaves: leaves(),
      tiles: [],
      checkpoints: [],
    })) {
      written += chunk.length
      expect(chunk.length).toBeLessThan(300_000)
      if (written > 1_000_000) break
    }
    expect(read * event(0).length).toBeLessThan(written + 300_000)
    expect(closed).toBe(true)
  })

  it('takes one leaf longer than its buffer', async () => {
    const bytes = Buffer.concat([event(0), Buffer.alloc(600_000, ' ')])
    expect(await textOf({ leaves: [{ index: 0, bytes }] })).toContain(bytes.toString())
  })

  it('is refused to a caller who breaks the order of tiles or the form of indexes', async () => {
    const hashes = Buffer.alloc(32)
    const tiles = [
      { level: 0, index: 0, hashes },
      { level: 1, index: 0, hashes },
    ]
    await expect(textOf({ tiles })).rejects.toThrow('highest level first')
    await expect(textOf({ leaves: [{ index: -1, bytes: event(0) }] })).rejects.toThrow('index')
    await expect(textOf({ leaves: [{ index: Number.NaN, bytes: event(0) }] })).rejects.toThrow('index')
  })

  it('fails when its source fails, so that no short export looks whole', async () => {
    async function* leaves() {
      yield { index: 0, bytes: event(0) }
      throw new Error('connection lost')
    }
    await expect(textOf({ leaves: leaves() })).rejects.toThrow('connection lost')
  })

  it('of an empty log does not pass for a verified one', async () => {
    const log = new TestLog()
    const report = await verifyText(await log.exportText(), log.key.verifierKey)
    expect(report.ok).toBe(false)
    expect(report.problems.map((problem) => problem.code)).toEqual(['no-checkpoint'])
  })
})
