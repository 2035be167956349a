import { OWN_FEATURES } from '../../model/draft-features.ts'
import type { DraftWeights } from '../../model/draft-judge.ts'
import { PLAIN_FEATURES, SIDES } from '../../model/features.ts'
import type { NumberJudge } from '../../model/judge.ts'
import { countAround, type DraftSample, draftSamples, featuresOf, GROUP_COUNT } from './draft-samples.ts'
import { learn } from './learn.ts'
import { isLearnable, TUNED, together, UNTUNED } from './sets.ts'

/** How much a text that rules were tuned on counts. */
const TUNED_WEIGHT = 0.4
const LEAST = 4
const LEAST_SETS = 3
const MOST_REASONS = 255

const counted = new Map([...TUNED, ...UNTUNED].map(([name, items]) => [name, countAround(items)]))

/** How much surer it was than it should have been, in the group of the finding alone. */
function slopes(scores: Float64Array, { group, is, weight }: DraftSample): void {
  const slope = (1 / (1 + Math.exp(-scores[group]!)) - is) * weight
  scores.fill(0)
  scores[group] = slope
}

/** Learns which findings are of somebody in care, once numbers are judged so. */
export function learnFindings(untuned: readonly string[], numberJudge: NumberJudge): DraftWeights {
  const sets = [...TUNED.keys(), ...untuned].map((name) => counted.get(name)!)
  const words = [...together(sets.map((s) => s.words))]
    .filter(([word, { n, sets }]) => n >= LEAST && sets >= LEAST_SETS && isLearnable(word))
    .map(([word]) => word)
    .sort()
  const reasons = [...together(sets.map((s) => s.reasons))]
    .sort((a, b) => b[1].n - a[1].n)
    .slice(0, MOST_REASONS)
    .map(([reason]) => reason)
    .sort()
  const features = featuresOf({ words, reasons })
  const samples = [
    ...[...TUNED.values()].flatMap((items) =>
      draftSamples(items, features, { weight: TUNED_WEIGHT, rules: false, numberJudge }),
    ),
    ...untuned.flatMap((name) =>
      draftSamples(UNTUNED.get(name)!, features, { weight: 1, rules: true, numberJudge }),
    ),
  ]
  const size = PLAIN_FEATURES + words.length * SIDES + OWN_FEATURES
  return {
    words: words.join(' '),
    reasons: reasons.join('\n'),
    net: learn(samples, size, { classes: GROUP_COUNT, seed: 'order of findings', slopes }),
  }
}
