import { tilePath } from '../tiles.ts'
import type { Block, LeafFault } from './block.ts'
import type { Findings } from './findings.ts'

const TEXT: Record<LeafFault['code'], string> = {
  missing: 'no event is stored under its index',
  'out-of-order': 'it comes again, or after a later one',
  extra: 'it stands in the wrong block',
  'no-time': 'it does not begin with a time',
}

/** Reports what a block shows by itself. */
export function reportFaults({ faults, unstored, badTile, index }: Block, findings: Findings): void {
  for (const fault of faults)
    findings.badLeaf(fault.code === 'extra' ? 'out-of-order' : fault.code, fault.index, TEXT[fault.code])
  if (badTile) findings.tileAltered(tilePath(0, index), 'is no list of hashes')
  if (unstored !== undefined) findings.once('tile-missing', `no stored tile has a hash for leaf ${unstored}`)
}
