import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appendLeaves, EMPTY_EDGE, edgeFrontier, loadEdge, type TileEdge } from './append.ts'
import { leafHash } from './hash.ts'
import { consistencyProof, inclusionProof, verifyConsistency, verifyInclusion } from './proof.ts'
import { naiveRoot } from './testing/naive.ts'
import {
  entriesPath,
  parseTilePath,
  type Tile,
  TileMissingError,
  type TileReader,
  tileNodeReader,
  tilePath,
  tilesOf,
  tileWidth,
} from './tiles.ts'
import { Frontier } from './tree.ts'

describe('tile paths', () => {
  it.each([
    [0, 0, 256, 'tile/0/000'],
    [0, 1234067, 256, 'tile/0/x001/x234/067'],
    [1, 999, 5, 'tile/1/999.p/5'],
    [63, 1000, 255, 'tile/63/x001/000.p/255'],
  ])('of level %i, index %i, width %i', (level, index, width, path) => {
    expect(tilePath(level, index, width)).toBe(path)
    expect(parseTilePath(path)).toEqual({ level, index, width })
  })

  it.each([
    'tile/00/000',
    'tile/64/000',
    'tile/0/0',
    'tile/0/x000/001',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/001/000',
    'tile/0/../000',
    '/tile/0/000',
    'tile/entries/000',
  ])('%s is none', (path) => expect(parseTilePath(path)).toBeUndefined())

  it('name bundles of entries', () => expect(entriesPath(1234, 7)).toBe('tile/entries/x001/234.p/7'))
})

describe('tiles of a size', () => {
  it('are those of the example in the specification', () => {
    const tiles = [...tilesOf(70_000)]
    const count = (level: number, full: boolean) =>
      tiles.filter((tile) => tile.level === level && (tile.width === 256) === full).length
    expect([
      count(0, true),
      count(0, false),
      count(1, true),
      count(1, false),
      count(2, true),
      count(2, false),
    ]).toEqual([273, 1, 1, 1, 0, 1])
    expect([tileWidth(0, 273, 70_000), tileWidth(1, 1, 70_000), tileWidth(2, 0, 70_000)]).toEqual([
      112, 17, 1,
    ])
    expect([...tilesOf(256)]).toEqual([
      { level: 0, index: 0, width: 256 },
      { level: 1, index: 0, width: 1 },
    ])
    expect([...tilesOf(0)]).toEqual([])
  })
})

/** A log of tiles in memory, which keeps partial tiles as the specification allows: the widest one only. */
class Store {
  readonly tiles = new Map<string, Tile>()
  edge: TileEdge = EMPTY_EDGE
  readonly leaves: Buffer[] = []

  append(count: number): Buffer {
    const added = Array.from({ length: count }, (_, i) =>
      leafHash(Buffer.from(`leaf ${this.leaves.length + i}`)),
    )
    this.leaves.push(...added)
    const { edge, tiles, root } = appendLeaves(this.edge, Buffer.concat(added))
    this.edge = edge
    for (const tile of tiles) this.tiles.set(tilePath(tile.level, tile.index), tile)
    return root
  }

  readonly read: TileReader = async (level, index) => this.tiles.get(tilePath(level, index))?.hashes
}

const batches = fc.array(fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 200, max: 600 })), {
  minLength: 1,
  maxLength: 6,
})

describe('appendLeaves', () => {
  it('keeps exactly the tiles that the definition asks for, whatever the batches', async () => {
    await fc.assert(
      fc.asyncProperty(batches, async (counts) => {
        const store = new Store()
        const frontier = new Frontier()
        for (const count of counts) {
          const from = store.leaves.length
          const root = store.append(count)
          for (const leaf of store.leaves.slice(from)) frontier.append(leaf)
          expect(root).toEqual(frontier.root())
          const edge = await loadEdge(store.leaves.length, store.read)
          expect(edge.partials).toEqual(store.edge.partials)
          expect(edgeFrontier(edge).root()).toEqual(root)
        }
        const size = store.leaves.length
        const expected = [...tilesOf(size)]
        expect(new Set(store.tiles.keys())).toEqual(new Set(expected.map((t) => tilePath(t.level, t.index))))
        for (const { level, index, width } of expected) {
          const span = 256 ** level
          const hashes = Array.from({ length: width }, (_, i) => {
            const first = (index * 256 + i) * span
            return naiveRoot(store.leaves.slice(first, first + span))
          })
          const tile = store.tiles.get(tilePath(level, index))!
          expect(tile.width).toBe(width)
          expect(Buffer.compare(tile.hashes, Buffer.concat(hashes))).toBe(0)
        }
      }),
      { numRuns: 20 },
    )
  })

  it('reaches level 2', () => {
    const store = new Store()
    store.append(65_535)
    expect(store.tiles.has('tile/2/000')).toBe(false)
    const root = store.append(1)
    expect(store.tiles.get('tile/2/000')?.hashes).toEqual(root)
    expect(store.tiles.get('tile/1/000')?.width).toBe(256)
  })

  it('writes no tile that did not change, and refuses broken hashes', () => {
    const { edge } = appendLeaves(EMPTY_EDGE, Buffer.alloc(300 * 32))
    const { tiles } = appendLeaves(edge, Buffer.alloc(32))
    expect(tiles.map((t) => tilePath(t.level, t.index, t.width))).toEqual(['tile/0/001.p/45'])
    expect(appendLeaves(edge, Buffer.alloc(0)).tiles).toEqual([])
    expect(() => appendLeaves(edge, Buffer.alloc(31))).toThrow(RangeError)
  })
})

describe('proofs from tiles', () => {
  it('verify for any leaf and any two sizes', async () => {
    const store = new Store()
    store.append(66_000)
    const root = (size: number) => {
      const frontier = new Frontier()
      for (const leaf of store.leaves.slice(0, size)) frontier.append(leaf)
      return frontier.root()
    }
    const sizes = fc.integer({ min: 1, max: 66_000 })
    await fc.assert(
      fc.asyncProperty(sizes, sizes, fc.nat(), async (a, b, pick) => {
        const [oldSize, size] = a < b ? [a, b] : [b, a]
        const index = pick % size
        const reader = tileNodeReader(store.read, size)
        const inclusion = await inclusionProof(index, size, reader)
        expect(verifyInclusion(store.leaves[index]!, index, size, inclusion, root(size))).toBe(true)
        const consistency = await consistencyProof(oldSize, size, reader)
        expect(verifyConsistency(oldSize, size, consistency, root(oldSize), root(size))).toBe(true)
      }),
      { numRuns: 8 },
    )
  })

  it('take the full tile where a partial one was deleted, and say which tile is missing', async () => {
    const store = new Store()
    store.append(300)
    const asked: number[] = []
    const fullOnly: TileReader = async (level, index, width) => {
      asked.push(width)
      return width === 256 ? store.read(level, index, width) : undefined
    }
    const proof = await inclusionProof(3, 200, tileNodeReader(fullOnly, 200))
    expect(verifyInclusion(store.leaves[3]!, 3, 200, proof, naiveRoot(store.leaves.slice(0, 200)))).toBe(true)
    expect(asked).toEqual([200, 256])
    store.tiles.delete('tile/0/001')
    await expect(inclusionProof(299, 300, tileNodeReader(store.read, 300))).rejects.toThrow(TileMissingError)
    await expect(loadEdge(300, store.read)).rejects.toThrow('tile/0/001.p/44')
  })
})
