import { W, wordSet } from '../lexicon/words.ts'
import { QUOTE } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { BIOMETRIC } from './mentions.ts'
import { readId } from './values.ts'

const FRONTS = wordSet(
  'fp fpt fpr vp vpr tp gait iris palm face bio voice ret retina finger print fr pv vein hand',
)
const TOLD = wordSet(
  'template templates voiceprint voiceprints fingerprint fingerprints faceprint palmprint iris retina enrollment enrolment enrolled biometric biometrics',
)
const OF_READERS = wordSet(
  'reader readers scanner scanners sensor sensors driver firmware model serial sn camera terminal clock server version ticket part lot',
)
const AHEAD = 24
const BEHIND = 12
const NEAR = 5
const LEAST_DIGITS = 4

/** What a fingerprint, a voice or a gait is kept under, near a word for it: "Enrolled voiceprint VP-7720-0091". */
export function readBiometrics(page: Page): void {
  const { at, count } = page.stops.words
  let done = 0
  for (let k = 0; k < count; k++) {
    if (!BIOMETRIC.has(page.tokens.word[at[k]!]!)) continue
    const to = Math.min(page.tokens.count, at[k]! + AHEAD)
    for (let i = Math.max(done, at[k]! - BEHIND); i < to; i++) {
      const next = readTemplate(page, i)
      if (next > i) i = next - 1
    }
    done = to
  }
}

function readTemplate(page: Page, i: number): number {
  const t = page.tokens
  if (page.taken[i] !== 0 || (t.gap[i] === GAP.none && page.mark(i - 1) !== QUOTE && i > 0)) return 0
  const coded = t.type[i] === MIXED || (t.type[i] === WORD && t.shape[i] === SHAPE.caps)
  if (!coded && t.type[i] !== NUMBER) return 0
  const fronted = t.type[i] === WORD && FRONTS.has(t.word[i]!)
  if (!isTold(page, i, fronted)) return 0
  const id = readId(page, i, Math.min(t.count, i + 8), false)
  if (id.end <= i || id.digits < LEAST_DIGITS || (!coded && id.digits < 6)) return 0
  return page.addTokens('biometric', i, id.end, 0.75, 'what a biometric is kept under', 'identifier')
}

/** Its front or a word a few before says what is kept, and none speaks of what reads it. */
function isTold(page: Page, i: number, fronted: boolean): boolean {
  const { word, gap } = page.tokens
  let told = fronted
  for (let at = i - 1; at >= 0 && at >= i - NEAR && gap[at + 1]! < GAP.line; at--) {
    if (OF_READERS.has(word[at]!) || (!fronted && page.is(at, W.patient))) return false
    told ||= TOLD.has(word[at]!)
  }
  return told
}
