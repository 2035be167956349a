import { HASH_SIZE } from '../hash.ts'
import { growSubtree, SUBTREE_BYTES, subtreeNode, subtreePeaks, TILE_HEIGHT, TILE_WIDTH } from '../subtree.ts'
import type { Frontier, OnNode } from '../tree.ts'

/**
 * One answer to "what are the leaf hashes?": a frontier over all finished blocks, and the subtree of the block
 * being looked at. There are as many views as sources that disagree; a checkpoint tells which one is true.
 */
export type View = { frontier: Frontier; nodes: Buffer }

/** Root of the tree of `size` leaves in this view; undefined when that size is behind it. */
export function rootAt({ frontier, nodes }: View, size: number): Buffer | undefined {
  const width = size - frontier.size
  if (width < 0 || width > TILE_WIDTH) return undefined
  return frontier.rootWith(subtreePeaks(nodes, width))
}

/** Root of the current block, which must be full. */
export function blockRoot({ nodes }: View): Buffer {
  return subtreeNode(nodes, TILE_HEIGHT, 0)
}

/** Closes the current block: `root` becomes part of the frontier. */
export function closeBlock(view: View, root: Uint8Array, onNode?: OnNode): void {
  view.frontier.appendSubtree(TILE_HEIGHT, root, onNode)
}

/** A subtree whose first `width` hashes are those of `proven`, and the rest, up to `span`, those of `own`. */
export function spliceNodes(proven: Buffer, own: Buffer, width: number, span: number): Buffer {
  const nodes = Buffer.alloc(SUBTREE_BYTES)
  proven.copy(nodes, 0, 0, width * HASH_SIZE)
  own.copy(nodes, width * HASH_SIZE, width * HASH_SIZE, span * HASH_SIZE)
  growSubtree(nodes, span)
  return nodes
}

/** Whether two subtrees have the same first `span` hashes. */
export function sameLeaves(a: Buffer, b: Buffer, span: number): boolean {
  return a.compare(b, 0, span * HASH_SIZE, 0, span * HASH_SIZE) === 0
}
