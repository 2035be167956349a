/**
 * Flags of V8 for programs that read much text: the detector is many small judgements, and runs a tenth faster when more
 * of them are written out where they are called.
 */
export const READING_FLAGS = [
  '--max-inlined-bytecode-size=1000',
  '--max-inlined-bytecode-size-cumulative=3000',
  '--max-optimized-bytecode-size=200000',
  '--min-inlining-frequency=0.01',
]
