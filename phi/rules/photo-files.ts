import { STOP, W, wordSet } from '../lexicon/words.ts'
import { BACKSLASH, COLON, COMMA, DASH, DOT, SLASH, UNDERSCORE } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, SHAPE, WORD } from '../text/tokens.ts'
import { PAPERS } from './name-files.ts'

/** How files of pictures end. */
const ENDINGS = wordSet('jpg jpeg png heic heif tif tiff bmp gif webp raw dng nef arw jfif', STOP.ahead)
const FILMS = wordSet('mov avi wmv mpg mpeg webm mkv mp4 m4v', STOP.ahead)
/** What of a body is shown. */
const BODIES = wordSet(
  `face facial fullface frontal profile smile closeup headshot portrait selfie head scalp forehead cheek nose lip lips mouth chin jaw neck ear ears eye eyes eyelid teeth
  wound wounds ulcer ulcers lesion lesions rash burn burns mole moles scar bruise bruises incision incisional stump laceration abscess blister cellulitis psoriasis eczema melanoma acne swelling sutures stitches bedsore pressure necrosis tumor nevus
  heel heels foot feet toe toes ankle leg legs shin calf knee thigh hip groin buttock sacral sacrum coccyx ischial trochanter back abdomen belly chest breast breasts shoulder arm arms elbow forearm wrist hand hands finger fingers thumb palm nail skin
  preop postop preoperative postoperative lateral intraoral extraoral cara herida rostro gait posture clubfoot cleft tattoo tatuaje retractions seizure tremor`,
)
/** Shows who it is, whatever else is in the picture. */
const FACES = wordSet('face fullface selfie headshot portrait smile mugshot')
/** Said right before the file that shows somebody. */
const SHOWING = wordSet(
  'photo photos photograph photographs picture pictures pic pics selfie selfies snapshot snapshots headshot headshots mugshot image images frame frames thumbnail thumbnails photog photographer foto fotos rash wound face lesion mole smile',
)
const FILMED = wordSet(
  'video videos clip clips film films footage recording recordings photo photos picture pictures pic pics vid vids',
)
const OF_MACHINES = wordSet(
  'screen screens screenshot screenshots printer error err monitor display desktop label barcode wall ceiling floor dent room door server rack switch router cable outlet check fax logo banner icon background receipt invoice license licence card cards insurance id',
)
/** Pictures of papers, of staff, for the web, and those that only try something out. */
const OF_NOBODY = wordSet(
  `form forms page pages letter letters note notes order orders requisition script sheet document documents paper papers whiteboard plate sign signage map poster flyer
  staff employee employees provider providers team directory intranet stock licensed sample samples test tests tester demo specimen dummy placeholder`,
)
/** "IMG_2291.heic is of ...", "shows my husband", "belongs to ..." */
const TELLS = wordSet('shows showing show of belongs belong belonging depicts is was are were')
const PEOPLE = wordSet(
  'man woman lady gentleman guy boy girl child kid baby infant person face him her me my his mrs mr ms miss sra señora señor',
)
/** Of a body, or of a card: "ins_back.jpg". */
const BACK = wordSet('back')
const AND = wordSet('and y')
const MOST_PIECES = 14
const REACH = 14
const SHOWN_REACH = 24
const TOLD_REACH = 6
const TELLING_REACH = 3
const BEFORE_SHOWING = 2
const REASON = 'the name of a picture that shows somebody'

/** "wound_left_heel.jpg", "face_before.png", "IMG_2291.heic" after talk of a rash: files that show a patient. */
export function readPhotoFiles(page: Page): void {
  const { at, count } = page.stops.ahead
  let done = 0
  /** Where the last that shows somebody ended: others listed with it show somebody, too. */
  let last = -1
  for (let k = 0; k < count; k++) {
    if (at[k]! < done) continue
    const end = readPhotoFile(page, at[k]!, last)
    if (end === 0) continue
    done = end
    last = isSure ? end : -1
  }
}

let isSure = false
let first = 0
let body = false
let face = false
let named = false
let taken = false
let machine = false
let nobody = false
let paper = false

/** Reads the name of the file that ends with token `i` into the above. */
function readFileName(page: Page, i: number): void {
  const t = page.tokens
  first = i - 2
  body = face = named = machine = nobody = paper = false
  taken = page.taken[i] !== 0
  for (let at = i - 2, pieces = 0; at >= 0 && pieces < MOST_PIECES; at--, pieces++) {
    if (at < i - 2 && t.gap[at + 1] !== GAP.none) break
    if (t.type[at] === MARK) {
      const mark = page.mark(at)
      // Folders may tell as well; quotes, brackets and signs of links end the name.
      if (mark !== UNDERSCORE && mark !== DASH && mark !== DOT) break
      continue
    }
    first = at
    const word = t.word[at]!
    taken ||= page.taken[at] !== 0
    machine ||= OF_MACHINES.has(word)
    nobody ||= OF_NOBODY.has(word)
    if (t.type[at] !== WORD) continue
    paper ||= PAPERS.has(word) && !SHOWING.has(word)
    body ||= BODIES.has(word) && (!BACK.has(word) || !PAPERS.has(t.word[at - 2] ?? 0))
    face ||= FACES.has(word)
    named ||= page.lengthOf(at) > 2 && !page.is(at, W.common) && page.names.has(t.hash[at]!)
  }
  named &&= !paper
  if (page.mark(first - 1) === SLASH || page.mark(first - 1) === BACKSLASH)
    body ||= BODIES.has(t.word[first - 2] ?? 0)
}

/** `last`: one past the last file that shows somebody, -1 for none. */
function readPhotoFile(page: Page, i: number, last: number): number {
  const t = page.tokens
  const film = FILMS.has(t.word[i]!)
  if (!(film || ENDINGS.has(t.word[i]!)) || i < 2 || page.mark(i - 1) !== DOT) return 0
  if (t.gap[i] !== GAP.none || t.gap[i - 1] !== GAP.none || t.shape[i] === SHAPE.capital) return 0
  readFileName(page, i)
  // A link that leads there.
  if (page.mark(first - 1) === SLASH && page.taken[first - 1] !== 0) return 0
  if ((machine && !face) || nobody) return 0
  const told = isTold(page, i + 1)
  const listed = last >= 0 && isListed(page, last)
  const shown = isShown(page, i, film)
  if (!body && !shown && !told && !listed && !named) return 0
  const infra = page.around(TOPIC.infra, first, REACH, REACH)
  if (infra > (named || told || shown ? 3 : 1)) return 0
  const near =
    page.around(TOPIC.patient, first, REACH, REACH) + page.around(TOPIC.health, first, REACH, REACH) > 0
  isSure =
    told ||
    listed ||
    (body && (shown || near)) ||
    (shown && (near || page.isOfPerson(first) || page.before(first, W.kin, SHOWN_REACH))) ||
    ((named || face) && page.isInCare(first))
  // Whose it is was read before: the picture tells more.
  if (isSure) return page.addTokens('photo', first, i + 1, 0.7, REASON, 'identifier')
  return taken ? 0 : page.addTokens('photo', first, i + 1, 0.4, REASON, 'weak')
}

/** "IMG_4471.jpg, IMG_4472.jpg and IMG_4473.jpg": nothing but such words between. */
function isListed(page: Page, last: number): boolean {
  const { type, gap } = page.tokens
  if (first - last > 2 || first < last) return false
  for (let at = last; at < first; at++) if (type[at] === WORD && !AND.has(page.tokens.word[at]!)) return false
  return gap[first]! < GAP.blank
}

/** "... .png is of a guy", "shows my husband Stellan", "belongs to Ms. Ito" */
function isTold(page: Page, from: number): boolean {
  const { word, gap, type, shape, count } = page.tokens
  let tells = false
  for (let at = from; at < count && at < from + TOLD_REACH && gap[at]! < GAP.line; at++) {
    if (OF_NOBODY.has(word[at]!) || page.mark(at) === DOT) return false
    if (tells && (PEOPLE.has(word[at]!) || page.is(at, W.patient | W.kin))) return true
    if (tells && type[at] === WORD && shape[at] === SHAPE.capital && isName(page, at)) return true
    tells ||= at < from + TELLING_REACH && TELLS.has(word[at]!)
  }
  return false
}

const isName = (page: Page, i: number): boolean =>
  page.is(i, W.given) || (page.names.has(page.tokens.hash[i]!) && !page.is(i, W.common))

/** A picture is spoken of right before, and not of a machine or a paper. */
function isShown(page: Page, i: number, film: boolean): boolean {
  const { word, gap, count } = page.tokens
  for (let at = i + 1; at < count && at < i + 1 + REACH / 2 && gap[at]! < GAP.blank; at++)
    if (page.mark(at) === COMMA) break
    else if (OF_MACHINES.has(word[at]!)) return false
  let showing = -1
  let bodies = body
  for (let at = first - 1; at >= 0 && at >= first - SHOWN_REACH; at--) {
    // A list may stand apart: "Files:".
    if (gap[at + 1] === GAP.blank && page.mark(at) !== COLON) break
    if (showing >= 0 && at < showing - BEFORE_SHOWING) break
    if (OF_MACHINES.has(word[at]!) || OF_NOBODY.has(word[at]!)) return false
    if (showing < 0 && (film ? FILMED : SHOWING).has(word[at]!)) showing = at
    bodies ||= film && BODIES.has(word[at]!)
  }
  // Films are mostly those of cameras at doors and of trainings.
  return film ? bodies && (body || showing >= 0) : showing >= 0
}
