import { CLASSES } from '../../model/classes.ts'
import { random } from '../synthetic.ts'
import type { Sample } from './samples.ts'

const N = CLASSES.length
const EPOCHS = 5
const RATE = 0.04
const DECAY = 0.002

/** How many times it is learnt, in another order each; the mean is kept, so that little hangs on the order. */
const RUNS = 4

/** Multinomial logistic regression by stochastic gradient descent (AdaGrad), the same at every run. */
export function learn(samples: readonly Sample[], features: number): Float64Array {
  const mean = new Float64Array(features * N)
  for (let run = 0; run < RUNS; run++) {
    const weights = learnOnce(samples, features, `order of samples ${run}`)
    for (let k = 0; k < mean.length; k++) mean[k]! += weights[k]! / RUNS
  }
  return mean
}

function learnOnce(samples: readonly Sample[], features: number, seed: string): Float64Array {
  const weights = new Float64Array(features * N)
  const squares = new Float64Array(features * N).fill(1e-6)
  const next = random(seed)
  const order = samples.map((_, i) => i)
  const likely = new Float64Array(N)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    for (const i of order) step(samples[i]!)
  }
  return weights

  function step(sample: Sample): void {
    probabilities(weights, sample.features, likely)
    for (let c = 0; c < N; c++) {
      const slope = (likely[c]! - (c === sample.is ? 1 : 0)) * sample.weight
      for (const f of sample.features) {
        const k = f * N + c
        const g = slope + DECAY * weights[k]!
        squares[k]! += g * g
        weights[k]! -= (RATE * g) / Math.sqrt(squares[k]!)
      }
    }
  }
}

export function probabilities(weights: Float64Array, features: Int32Array, into: Float64Array): void {
  into.fill(0)
  for (const f of features) for (let c = 0; c < N; c++) into[c]! += weights[f * N + c]!
  const most = Math.max(...into)
  let sum = 0
  for (let c = 0; c < N; c++) {
    into[c] = Math.exp(into[c]! - most)
    sum += into[c]!
  }
  for (let c = 0; c < N; c++) into[c]! /= sum
}

/** The likeliest class. */
export function classOf(weights: Float64Array, features: Int32Array): number {
  const likely = new Float64Array(N)
  probabilities(weights, features, likely)
  return likely.indexOf(Math.max(...likely))
}
