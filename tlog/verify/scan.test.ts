import { closeSync, openSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '../hash.ts'
import { TestLog } from '../testing/log.ts'
import type { Block } from './block.ts'
import { LineTooLongError, readLines } from './lines.ts'
import { blockScanner } from './scan-blocks.ts'
import { checkpointScanner } from './scan-checkpoints.ts'
import { findSections, type Sections } from './sections.ts'

let folder: string
let bytes: Buffer
let fd: number
let key: string
let sections: Sections

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tlog-scan-'))
  const log = await TestLog.of(300, 300, 1)
  key = log.key.verifierKey
  bytes = Buffer.from(await log.exportText())
  await writeFile(join(folder, 'export'), bytes)
  fd = openSync(join(folder, 'export'), 'r')
  sections = findSections(fd)!
})

afterAll(async () => {
  closeSync(fd)
  await rm(folder, { recursive: true })
})

/** What tells blocks apart, small enough to compare often. */
const shape = ({ index, count, span, events, times, faults }: Block) => [
  [index, count, span, faults.length],
  sha256(events).toString('hex'),
  sha256(Buffer.from(times.buffer)).toString('hex'),
]

describe('a file cut into stretches', () => {
  it('gives each block to exactly one stretch, wherever the cut is', () => {
    const scan = blockScanner(fd)
    const { blocksFrom: from } = sections
    const whole = scan(from, bytes.length, true)
    expect(whole.blocks.map((block) => [block.index, block.count])).toEqual([
      [0, 256],
      [1, 256],
      [2, 89],
    ])
    const borders: number[] = []
    for (let at = bytes.indexOf('{"block"'); at >= 0; at = bytes.indexOf('{"block"', at + 1)) borders.push(at)
    const cuts = borders.flatMap((at) => [-12, -2, -1, 0, 1, 2, 9, 5000].map((by) => at + by))
    for (const cut of [...cuts, bytes.length - 1].filter((at) => at > from)) {
      const [first, second] = [scan(from, cut, true), scan(cut, bytes.length, false)]
      expect([cut, [...first.blocks, ...second.blocks].map(shape)]).toEqual([cut, whole.blocks.map(shape)])
      expect([cut, [first.end, second.end].filter(Boolean)]).toEqual([cut, [whole.end]])
      expect([...first.malformed, ...second.malformed]).toEqual([])
    }
  })

  it('gives each checkpoint to exactly one stretch, wherever the cut is', () => {
    const scan = checkpointScanner(fd, [key])
    const { checkpointsFrom: from, checkpointsTo: to } = sections
    const whole = scan(from, to)
    expect(whole.map((found) => found.ok && found.size)).toEqual([300, 600, 601])
    for (let cut = from + 1; cut < to; cut++)
      expect([cut, [...scan(from, cut), ...scan(cut, to)]]).toEqual([cut, whole])
  })
})

describe('reading lines', () => {
  it('finds the same lines whatever the size of a read', () => {
    const expected = bytes.toString().trimEnd().split('\n')
    for (const step of [1, 7, 100, 100_000]) {
      const lines = [...readLines(fd, 0, step)].map(({ fileStart, fileEnd }) =>
        bytes.toString('utf8', fileStart, fileEnd - 1),
      )
      expect(lines).toEqual(expected)
    }
  })

  it('refuses a line that would fill the memory', async () => {
    const path = join(folder, 'long')
    await writeFile(path, Buffer.alloc(65 * 1024 * 1024, 'x'))
    const long = openSync(path, 'r')
    try {
      expect(() => [...readLines(long, 0)]).toThrow(LineTooLongError)
    } finally {
      closeSync(long)
    }
  })
})
