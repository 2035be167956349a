import { STOP, wordSet } from '../lexicon/words.ts'
import { BACKSLASH, DASH, DOT, SLASH, UNDERSCORE } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, SHAPE, WORD } from '../text/tokens.ts'
import { isOpen } from './each.ts'

/** How files of pictures end. */
const ENDINGS = wordSet('jpg jpeg png heic heif tif tiff bmp gif webp raw dng', STOP.ahead)
/** What of a body is shown. */
const BODIES = wordSet(
  `face facial fullface frontal profile smile closeup headshot portrait selfie head scalp forehead cheek nose lip lips mouth chin jaw neck ear ears eye eyes eyelid teeth
  wound wounds ulcer ulcers lesion lesions rash burn burns mole moles scar bruise bruises incision incisional stump laceration abscess blister cellulitis psoriasis eczema melanoma acne swelling sutures stitches bedsore pressure necrosis tumor nevus
  heel heels foot feet toe toes ankle leg legs shin calf knee thigh hip groin buttock sacral sacrum coccyx ischial trochanter back abdomen belly chest breast breasts shoulder arm arms elbow forearm wrist hand hands finger fingers thumb palm nail skin
  preop postop preoperative postoperative lateral intraoral extraoral cara herida rostro`,
)
/** Said right before the file that shows somebody. */
const SHOWING = wordSet(
  'photo photos photograph photographs picture pictures pic pics selfie snapshot snapshots headshot image images foto fotos rash wound face lesion mole smile',
)
const OF_MACHINES = wordSet(
  'screen screens screenshot screenshots printer error monitor display desktop label barcode wall ceiling floor dent room door server rack switch router cable outlet check fax logo banner icon background receipt invoice license licence card cards front insurance id',
)
const MOST_PIECES = 14
const REACH = 14

/** "wound_left_heel.jpg", "face_before.png", "IMG_2291.heic" after talk of a rash: files that show a patient. */
export function readPhotoFiles(page: Page): void {
  const { at, count } = page.stops.ahead
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readPhotoFile(page, at[k]!))
}

function readPhotoFile(page: Page, i: number): number {
  const t = page.tokens
  if (!ENDINGS.has(t.word[i]!) || i < 2 || page.mark(i - 1) !== DOT) return 0
  if (t.gap[i] !== GAP.none || t.gap[i - 1] !== GAP.none || t.shape[i] === SHAPE.capital) return 0
  let first = i - 2
  let body = false
  for (let at = i - 2, pieces = 0; at >= 0 && pieces < MOST_PIECES; at--, pieces++) {
    if (at < i - 2 && t.gap[at + 1] !== GAP.none) break
    if (t.type[at] === MARK) {
      const mark = page.mark(at)
      // Folders may tell as well; quotes, brackets and signs of links end the name.
      if (mark !== UNDERSCORE && mark !== DASH && mark !== DOT) break
      continue
    }
    // Whose it is was read before.
    if (page.taken[at] !== 0) break
    first = at
    if (OF_MACHINES.has(t.word[at]!)) return 0
    body ||= t.type[at] === WORD && BODIES.has(t.word[at]!)
  }
  if (page.mark(first - 1) === SLASH || page.mark(first - 1) === BACKSLASH)
    body ||= BODIES.has(t.word[first - 2] ?? 0)
  const shown = isShowing(page, first, i)
  if (!body && !shown) return 0
  if (page.around(TOPIC.infra, first, REACH, REACH) > 1) return 0
  const sure =
    body &&
    (shown ||
      page.around(TOPIC.patient, first, REACH, REACH) + page.around(TOPIC.health, first, REACH, REACH) > 0)
  const reason = 'the name of a picture that shows somebody'
  return sure
    ? page.addTokens('photo', first, i + 1, 0.6, reason, 'identifier')
    : page.addTokens('photo', first, i + 1, 0.4, reason, 'weak')
}

/** A picture is spoken of right before, and of a person or body, not of a machine. */
function isShowing(page: Page, first: number, last: number): boolean {
  const { word, gap, count } = page.tokens
  let showing = false
  let body = false
  for (let at = first - 1; at >= 0 && at >= first - REACH && gap[at + 1]! < GAP.blank; at--) {
    if (OF_MACHINES.has(word[at]!)) return false
    showing ||= SHOWING.has(word[at]!)
    body ||= BODIES.has(word[at]!)
  }
  for (let at = last + 1; at < count && at < last + REACH / 2 && gap[at]! < GAP.blank; at++) {
    if (OF_MACHINES.has(word[at]!)) return false
    body ||= BODIES.has(word[at]!)
  }
  return showing && (body || page.around(TOPIC.patient, first, REACH, REACH) > 0)
}
