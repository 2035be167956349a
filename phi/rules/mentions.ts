import { STOP, wordSet } from '../lexicon/words.ts'
import { type Page, TOPIC } from '../text/page.ts'

/** Words for what is measured of a body. */
export const BIOMETRIC = wordSet(
  'fingerprint fingerprints thumbprint thumbprints retina retinal iris irises voiceprint voiceprints palmprint palmprints footprint footprints faceprint faceprints biometric biometrics biometrico biometria gait palm handprint handprints huella huellas dactilar',
  STOP.mention,
)

/** Said of a body's form and walk as well. */
const ALSO_OTHER = wordSet('gait palm')

const PHOTO = wordSet(
  'photo photos photograph photographs picture pictures selfie selfies headshot headshots mugshot mugshots foto fotos retrato',
  STOP.mention,
)

/** Mentions of a likeness or a biometric: a hint to look at what is attached, no more. */
export function readMention(page: Page, i: number): number {
  const word = page.tokens.word[i]!
  const biometric = BIOMETRIC.has(word) && !ALSO_OTHER.has(word)
  if (!biometric && !PHOTO.has(word)) return 0
  const clinical = page.around(TOPIC.patient, i, 12, 12) + page.around(TOPIC.health, i, 12, 12) > 0
  return biometric
    ? page.addTokens('biometric', i, i + 1, clinical ? 0.4 : 0.2, 'a biometric is mentioned', 'weak')
    : page.addTokens('photo', i, i + 1, clinical ? 0.4 : 0.2, 'a photograph is mentioned', 'weak')
}

/** A word or phrase of health. Answers the token after, or 0. */
export function readHealth(page: Page, i: number): number {
  const health = page.health(i)
  if (health === undefined) return 0
  const what = {
    condition: 'a condition',
    drug: 'a medication',
    test: 'a test or its result',
    procedure: 'a procedure or treatment',
  }[health]
  return page.addTokens('health-term', i, page.phraseEnd[i]!, 0.8, `a word for ${what}`, 'health')
}
