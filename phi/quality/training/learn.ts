import { HIDDEN, MOST_HIDDEN, type NetWeights } from '../../model/net.ts'
import { random } from '../synthetic.ts'
import { inChangingOrder, Weights } from './descent.ts'
import { asBytes } from './sets.ts'

const EPOCHS = 10
const DIRECT = { rate: 0.03, decay: 2e-3, squares: 1e-3 }
const LAYERED = { ...DIRECT, decay: 3e-4 }
/** How many features, and hidden units, are left out at each step, so that no few of them decide. */
const DROPPED = 0.2
/** In how many samples a feature must be to tell together with others. */
const LEAST_SEEN = 20

/** Random numbers about 0, nearly normal, of deviation `spread`. */
function spread(length: number, deviation: number, next: () => number): Float64Array {
  const root = Math.sqrt(3)
  return Float64Array.from({ length }, () => (next() + next() + next() + next() - 2) * root * deviation)
}

/** Which features are seen often enough to reach the hidden layer. */
function often(samples: readonly Seen[], features: number): Uint8Array {
  const seen = new Uint32Array(features)
  for (const { features: at } of samples) for (const f of at) seen[f]!++
  return Uint8Array.from(seen, (n) => (n >= LEAST_SEEN ? 1 : 0))
}

/** What is learnt from: the features that are present. */
export interface Seen {
  features: Int32Array
}

/** What a net is to tell. */
export interface Lesson<S extends Seen> {
  classes: number
  /** The order in which samples are seen hangs on it. */
  seed: string
  /** Puts the slopes of what was wrong in place of the scores of the classes; 0 where a class is not asked for. */
  slopes: (scores: Float64Array, sample: S) => void
}

/** Learns a net by stochastic gradient descent over samples in changing order, the same at every run. */
export function learn<S extends Seen>(
  samples: readonly S[],
  features: number,
  { classes: N, seed, slopes: asSlopes }: Lesson<S>,
): NetWeights {
  const next = random(seed)
  const reaches = often(samples, features)
  const direct = new Weights(new Float64Array(features * N), DIRECT)
  const hidden = new Weights(spread(features * HIDDEN, 0.05, next), LAYERED)
  const out = new Weights(spread(HIDDEN * N, 0.1, next), LAYERED)
  for (let h = 0; h < HIDDEN; h++) hidden.at[h] = 0.1
  const units = new Float64Array(HIDDEN)
  const passes = new Float64Array(HIDDEN)
  const slopes = new Float64Array(HIDDEN)
  const likely = new Float64Array(N)
  const kept = 1 / (1 - DROPPED)

  function forward(present: readonly number[]): void {
    units.fill(0)
    likely.fill(0)
    for (const f of present) {
      for (let c = 0; c < N; c++) likely[c]! += direct.at[f * N + c]! * kept
      if (reaches[f] === 0) continue
      for (let h = 0; h < HIDDEN; h++) units[h]! += hidden.at[f * HIDDEN + h]! * kept
    }
    for (let h = 0; h < HIDDEN; h++) {
      passes[h] = units[h]! > 0 && next() >= DROPPED ? kept : 0
      if (passes[h] === 0) continue
      for (let c = 0; c < N; c++) likely[c]! += units[h]! * passes[h]! * out.at[h * N + c]!
    }
  }

  function step(sample: S): void {
    const present: number[] = []
    for (const f of sample.features) if (next() >= DROPPED) present.push(f)
    forward(present)
    asSlopes(likely, sample)
    for (let h = 0; h < HIDDEN; h++) {
      slopes[h] = 0
      if (passes[h] === 0) continue
      for (let c = 0; c < N; c++) {
        if (likely[c] === 0) continue
        slopes[h]! += likely[c]! * out.at[h * N + c]! * passes[h]!
        out.change(h * N + c, likely[c]! * units[h]! * passes[h]!)
      }
    }
    for (const f of present) {
      for (let c = 0; c < N; c++) if (likely[c] !== 0) direct.change(f * N + c, likely[c]! * kept)
      if (reaches[f] === 0) continue
      for (let h = 0; h < HIDDEN; h++) if (slopes[h] !== 0) hidden.change(f * HIDDEN + h, slopes[h]! * kept)
    }
  }

  inChangingOrder(samples, EPOCHS, next, step)
  return asKept(direct.at, reaches, hidden.at, out.at)
}

function asKept(
  direct: Float64Array,
  reaches: Uint8Array,
  hidden: Float64Array,
  out: Float64Array,
): NetWeights {
  const bits = new Uint8Array(Math.ceil(reaches.length / 8))
  const rows: number[] = []
  for (let f = 0; f < reaches.length; f++) {
    if (reaches[f] === 0) continue
    bits[f >> 3]! |= 1 << (f & 7)
    for (let h = 0; h < HIDDEN; h++) rows.push(hidden[f * HIDDEN + h]!)
  }
  const d = asBytes(direct)
  const h = asBytes(Float64Array.from(rows), MOST_HIDDEN)
  const o = asBytes(out)
  return {
    direct: d.weights,
    directScale: d.scale,
    reaches: bits,
    hidden: h.weights,
    hiddenScale: h.scale,
    out: o.weights,
    outScale: o.scale,
  }
}
