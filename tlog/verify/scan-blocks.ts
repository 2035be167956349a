import { isIndex, LINE, type LineKind, lineKind, parseLine } from '../export-format.ts'
import { HASH_SIZE, LEAF_PREFIX, leafHash, sha256Into } from '../hash.ts'
import { leafTimeReader } from '../leaf.ts'
import { type Block, BlockBuilder } from './block.ts'
import { MAX_LINE_BYTES, readRange } from './lines.ts'

/** What was found in one stretch of the file. `malformed` are offsets of lines that should not be there. */
export type BlocksFound = { blocks: Block[]; malformed: number[]; end?: { line: string; fileEnd: number } }

const NEWLINE = 10
const BLOCK_LINE = Buffer.from('\n{"block":')
/** Read at first beyond the end of a stretch, to find where its last block ends. */
const LOOKAHEAD = 256 * 1024
/** An honest block takes 11 KB for its tile alone; only a forged file holds so many in one stretch. */
const MAX_BLOCKS = 4096

const QUOTE = 34
const BLOCK_START = /^\{"block":(0|[1-9][0-9]{0,12}),"hashes":"$/

/** Begins the block that a line announces; undefined when the line is not exactly as an export writes it. */
function openBlock(bytes: Buffer, at: number, end: number): BlockBuilder | undefined {
  // Not by JSON.parse, which would take longer for 11 KB of base64 than hashing some leaves does.
  const numberAt = at + LINE.block.length
  const quote = bytes.indexOf(QUOTE, bytes.indexOf(QUOTE, numberAt) + 1)
  const open = bytes.indexOf(QUOTE, quote + 1)
  const match = open < end ? BLOCK_START.exec(bytes.toString('latin1', at, open + 1)) : null
  if (!match || bytes.toString('latin1', end - 2, end) !== '"}') return undefined
  return new BlockBuilder(Number(match[1]), bytes.toString('latin1', open + 1, end - 2))
}

/**
 * Reads the blocks that begin in bytes `[from, to)` of an export, each to its end. Blocks begin on lines of their
 * own, so a file can be cut into stretches anywhere and each be read without the others; the lines before a
 * stretch's first block belong to the stretch before it (`first`: there is none).
 */
export function blockScanner(fd: number): (from: number, to: number, first: boolean) => BlocksFound {
  const timeOf = leafTimeReader()
  let buffer = Buffer.allocUnsafeSlow(1024 * 1024 + 2 * LOOKAHEAD)

  /** Reads the stretch with the rest of its last block; returns where in the buffer it begins and ends. */
  const load = (from: number, to: number, first: boolean): [number, number] => {
    const base = from - 1 // a line always stands before
    let lookahead = LOOKAHEAD
    while (true) {
      const wanted = to - base + lookahead
      if (buffer.length < wanted) buffer = Buffer.allocUnsafeSlow(wanted)
      const got = readRange(fd, buffer, base, base + wanted)
      const bytes = buffer.subarray(0, got)
      const start = first ? 1 : bytes.indexOf(BLOCK_LINE) + 1
      // -1: the newline before a block line at `to` is the last byte of this stretch.
      const stop = bytes.indexOf(BLOCK_LINE, to - base - 1)
      if (!first && (start === 0 || base + start >= to)) return [0, 0]
      if (stop >= 0) return [start, stop + 1]
      if (got < wanted || lookahead >= MAX_LINE_BYTES) return [start, got]
      lookahead *= 4
    }
  }

  return (from, to, first) => {
    const found: BlocksFound = { blocks: [], malformed: [] }
    const [start, stop] = load(from, to, first)
    let block: BlockBuilder | undefined
    const close = () => {
      if (block && found.blocks.length < MAX_BLOCKS) found.blocks.push(block.finish())
      else if (block) found.malformed.push(from)
      block = undefined
    }
    const malformed = (at: number) => {
      if (found.malformed.length < 16) found.malformed.push(from - 1 + at)
    }

    const leaf = (at: number, end: number) => {
      const place = block!.take()
      if (place < 0) return
      // The byte before is the newline of a line already read: it becomes the prefix, and no copy is needed.
      buffer[at - 1] = LEAF_PREFIX
      sha256Into(block!.nodes, place * HASH_SIZE, buffer.subarray(at - 1, end))
      setTime(place, timeOf(buffer, at, end))
    }
    const rawLeaf = (bytes: Buffer) => {
      const place = block!.take()
      if (place < 0) return
      block!.nodes.set(leafHash(bytes), place * HASH_SIZE)
      setTime(place, timeOf(bytes, 0, bytes.length))
    }
    const setTime = (place: number, time: number) => {
      block!.times[place] = time
      if (Number.isNaN(time)) block!.fault('no-time', block!.base + place)
    }

    const control = (kind: LineKind, at: number, end: number) => {
      if (kind === 'block') {
        close()
        block = openBlock(buffer, at, end)
        if (!block) malformed(at)
        return
      }
      const text = buffer.toString('utf8', at, end)
      const line = parseLine(text)
      if (kind === 'end') {
        close()
        if (found.end) malformed(at)
        found.end = { line: text, fileEnd: from - 1 + end }
      } else if (block && kind === 'at' && isIndex(line?.at)) {
        block.next = line.at
      } else if (block && kind === 'raw' && typeof line?.raw === 'string') {
        rawLeaf(Buffer.from(line.raw, 'base64'))
      } else {
        malformed(at)
      }
    }

    for (let at = start; at < stop; ) {
      const newline = buffer.indexOf(NEWLINE, at)
      const end = newline < 0 || newline >= stop ? stop : newline
      // Almost every line is a leaf: `{"time":` differs from all other kinds in these two letters.
      if (block && buffer[at + 2] === 0x74 && buffer[at + 4] === 0x6d) leaf(at, end)
      else {
        const kind = lineKind(buffer, at, end)
        if (kind !== undefined) control(kind, at, end)
        else if (block) leaf(at, end)
        else malformed(at)
      }
      at = end + 1
    }
    close()
    return found
  }
}
