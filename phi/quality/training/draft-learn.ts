import { random } from '../synthetic.ts'
import { inChangingOrder, Weights } from './descent.ts'
import type { DraftSample } from './draft-samples.ts'

const EPOCHS = 8
const PACE = { rate: 0.05, decay: 0.01, squares: 1e-6 }

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
  const weights = new Weights(new Float64Array(groups * size), PACE)
  inChangingOrder(samples, EPOCHS, random(seed), ({ group, features, is, weight }) => {
    const from = group * size
    let sum = 0
    for (const f of features) sum += weights.at[from + f]!
    const slope = (1 / (1 + Math.exp(-sum)) - is) * weight
    for (const f of features) weights.change(from + f, slope)
  })
  return weights.at
}
