import { HASH_SIZE, TILE_WIDTH, type Tile, type TileReader } from '../../../tlog/index.ts'
import type { Statement, Tx } from '../db/database.ts'

const EDGE: Statement = {
  name: 'log-edge',
  text: `select t.level, t.n, t.hashes from unnest($2::smallint[], $3::bigint[]) as w (level, n)
    join audit_tiles t on t.org_id = $1 and t.level = w.level and t.n = w.n`,
}
const WRITE: Statement = {
  name: 'log-tiles',
  text: `insert into audit_tiles (org_id, level, n, width, hashes)
    select $1, * from unnest($2::smallint[], $3::bigint[], $4::smallint[], $5::bytea[])
    on conflict (org_id, level, n) do update set width = excluded.width, hashes = excluded.hashes`,
}

interface TileRow {
  level: number
  n: number
  hashes: Buffer
}

/** Fetches these tiles in one statement and reads from them. A tile that is too short is as good as none. */
export async function fetchTiles(tx: Tx, wanted: { level: number; index: number }[]): Promise<TileReader> {
  const rows = wanted.length
    ? await tx.run<TileRow>(EDGE, [tx.context.orgId, wanted.map((w) => w.level), wanted.map((w) => w.index)])
    : []
  const held = new Map(rows.map((r) => [`${r.level}/${r.n}`, r.hashes]))
  return async (level, index, width) => {
    const hashes = held.get(`${level}/${index}`)
    return hashes && hashes.length >= width * HASH_SIZE ? hashes.subarray(0, width * HASH_SIZE) : undefined
  }
}

/** The partial tiles at the right edge of a tree of `size` leaves, one a level at most. */
export function edgeTiles(size: number): { level: number; index: number }[] {
  const out: { level: number; index: number }[] = []
  for (let level = 0, width = size; width > 0; level++, width = Math.floor(width / TILE_WIDTH))
    if (width % TILE_WIDTH) out.push({ level, index: Math.floor(width / TILE_WIDTH) })
  return out
}

/** Reads tiles one at a time, for proofs: a few a proof. */
export function tileReader(tx: Tx): TileReader {
  return async (level, index, width) => (await fetchTiles(tx, [{ level, index }]))(level, index, width)
}

export async function writeTiles(tx: Tx, tiles: Tile[]): Promise<void> {
  await tx.run(WRITE, [
    tx.context.orgId,
    tiles.map((t) => t.level),
    tiles.map((t) => t.index),
    tiles.map((t) => t.width),
    tiles.map((t) => Buffer.from(t.hashes)),
  ])
}
