import { type ExportHeader, lineKind, parseHeader, parseLine } from '../export-format.ts'
import { HASH_SIZE } from '../hash.ts'
import { decodeBase64 } from '../note-keys.ts'
import { TILE_WIDTH } from '../subtree.ts'
import { parseTilePath } from '../tiles.ts'
import { readLines, readRange } from './lines.ts'

/** Where a stored tile of level 1 or more stands in the file. */
export type TileEntry = { from: number; to: number }

/** Where the parts of an export are. Tiles are kept by place only: one entry per 65,536 events. */
export type Sections = {
  header: ExportHeader
  checkpointsFrom: number
  checkpointsTo: number
  upperTiles: Map<string, TileEntry>
  blocksFrom: number
  /** Lines between the checkpoints and the blocks that are no tiles, or a tile once more. */
  malformed: number[]
}

const tileKey = (level: number, index: number) => `${level}/${index}`

/** Reads the head of an export up to its first block; undefined when it is not an export of a known version. */
export function findSections(fd: number): Sections | undefined {
  let sections: Sections | undefined
  let part: 'checkpoints' | 'tiles' = 'checkpoints'
  for (const { bytes, start, end, fileStart, fileEnd } of readLines(fd, 0)) {
    if (!sections) {
      const header = end - start < 65_536 ? parseHeader(bytes.toString('utf8', start, end)) : undefined
      if (!header) return undefined
      sections = {
        header,
        checkpointsFrom: fileEnd,
        checkpointsTo: fileEnd,
        upperTiles: new Map(),
        blocksFrom: fileEnd,
        malformed: [],
      }
      continue
    }
    const kind = lineKind(bytes, start, end)
    if (kind === 'block' || kind === 'end') break
    if (kind === 'tile') {
      part = 'tiles'
      if (!addTile(sections, bytes.toString('utf8', start, end), fileStart, fileEnd))
        sections.malformed.push(fileStart)
    } else if (part === 'checkpoints') {
      sections.checkpointsTo = fileEnd
    } else if (sections.malformed.length < 16) {
      sections.malformed.push(fileStart)
    }
    sections.blocksFrom = fileEnd
  }
  return sections
}

function addTile(sections: Sections, text: string, from: number, to: number): boolean {
  const line = parseLine(text)
  const tile = typeof line?.tile === 'string' ? parseTilePath(line.tile) : undefined
  const hashes = typeof line?.hashes === 'string' ? decodeBase64(line.hashes) : undefined
  if (!tile || tile.level === 0 || hashes?.length !== tile.width * HASH_SIZE) return false
  const key = tileKey(tile.level, tile.index)
  if (sections.upperTiles.has(key)) return false
  sections.upperTiles.set(key, { from, to })
  return true
}

/** Looks up stored hashes of level 1 and up, holding one tile per level in memory. */
export function upperHashes(
  fd: number,
  { upperTiles }: Pick<Sections, 'upperTiles'>,
): (level: number, index: number) => Buffer | undefined {
  const held = new Map<number, { index: number; hashes: Buffer }>()
  return (level, index) => {
    const tileIndex = Math.floor(index / TILE_WIDTH)
    let tile = held.get(level)
    if (tile?.index !== tileIndex) {
      tile = { index: tileIndex, hashes: readTileLine(fd, upperTiles.get(tileKey(level, tileIndex))) }
      held.set(level, tile)
    }
    const at = (index % TILE_WIDTH) * HASH_SIZE
    return at + HASH_SIZE <= tile.hashes.length ? tile.hashes.subarray(at, at + HASH_SIZE) : undefined
  }
}

function readTileLine(fd: number, entry: TileEntry | undefined): Buffer {
  if (!entry) return Buffer.alloc(0)
  const bytes = Buffer.alloc(entry.to - entry.from)
  readRange(fd, bytes, entry.from, entry.to)
  const hashes = parseLine(bytes.toString('utf8'))?.hashes
  return (typeof hashes === 'string' && decodeBase64(hashes)) || Buffer.alloc(0)
}
