import { random } from '../synthetic.ts'
import type { DraftSample } from './draft-samples.ts'

const EPOCHS = 8
const RATE = 0.05
const DECAY = 0.01

/** How many times it is learnt, in another order each; the mean is kept, so that little hangs on the order. */
const RUNS = 4

/** Logistic regression for each group by stochastic gradient descent (AdaGrad), the same at every run. */
export function learnDrafts(samples: readonly DraftSample[], groups: number, size: number): Float64Array {
  const mean = new Float64Array(groups * size)
  for (let run = 0; run < RUNS; run++) {
    const weights = learnOnce(samples, groups, size, `order of findings ${run}`)
    for (let k = 0; k < mean.length; k++) mean[k]! += weights[k]! / RUNS
  }
  return mean
}

function learnOnce(
  samples: readonly DraftSample[],
  groups: number,
  size: number,
  seed: string,
): Float64Array {
  const weights = new Float64Array(groups * size)
  const squares = new Float64Array(groups * size).fill(1e-6)
  const next = random(seed)
  const order = samples.map((_, i) => i)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    for (const i of order) {
      const { group, features, is, weight } = samples[i]!
      const from = group * size
      let sum = 0
      for (const f of features) sum += weights[from + f]!
      const slope = (1 / (1 + Math.exp(-sum)) - is) * weight
      for (const f of features) {
        const k = from + f
        const g = slope + DECAY * weights[k]!
        squares[k]! += g * g
        weights[k]! -= (RATE * g) / Math.sqrt(squares[k]!)
      }
    }
  }
  return weights
}
