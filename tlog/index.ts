export { appendLeaves, EMPTY_EDGE, edgeFrontier, loadEdge, type TileEdge } from './append.ts'
export { CanonicalJsonError, canonicalJson, type Json } from './canonical.ts'
export {
  type Checkpoint,
  type CheckpointBody,
  formatCheckpoint,
  parseCheckpoint,
  parseCheckpointBody,
  signCheckpoint,
  verifyCheckpoint,
} from './checkpoint.ts'
export { type ExportLeaf, type ExportSource, type ExportTile, writeExport } from './export.ts'
export { emptyRoot, HASH_SIZE, leafHash, nodeHash } from './hash.ts'
export { encodeLeaf, leafText } from './leaf.ts'
export { type NoteSignature, type ParsedNote, parseNote, signNote, verifyNote } from './note.ts'
export {
  createSigner,
  generateNoteKey,
  NoteError,
  noteKeyId,
  parseSignerKey,
  parseVerifierKey,
  type Signer,
  type Verifier,
  verifierKey,
} from './note-keys.ts'
export { consistencyProof, inclusionProof, verifyConsistency, verifyInclusion } from './proof.ts'
export { TILE_WIDTH } from './subtree.ts'
export {
  entriesPath,
  parseTilePath,
  readTile,
  type Tile,
  TileMissingError,
  type TileReader,
  tileNodeReader,
  tilePath,
  tilesOf,
  tileWidth,
} from './tiles.ts'
export { Frontier, foldPeaks, type NodeReader, rangeHash } from './tree.ts'
export {
  type BadLeaf,
  formatReport,
  type LeafCode,
  type Problem,
  type ProblemCode,
  type Report,
} from './verify/report.ts'
export { type VerifyOptions, verifyExport } from './verify.ts'
