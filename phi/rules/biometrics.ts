import { STOP, W, wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import { COLON, DASH, DOT, QUOTE, SLASH, UNDERSCORE } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { BIOMETRIC } from './mentions.ts'
import { ENDINGS } from './name-files.ts'
import { isNear } from './near.ts'

/** Where a template may be spoken of though no part of a body is named. */
const KEPT = wordSet(
  'template templates tmpl tpl tmplid bioid faceprintid palmveinid voiceid templateid facetemplateid facetemplate faceid voiceprintid fingerprintid palmid irisid biometricid enrollmenttoken',
  STOP.mention,
)
const OF_BODIES = wordSet(
  'face facial thumb thumbprint dosing eye eyes finger fingerprint fingerprints thumb palm vein voice voiceprint iris retina retinal gait biometric biometrics scanner scan unlock hand kiosk selfie enrolled unenroll enroll enrollment enrolment match matched faceid facetemplateid',
)
const FRONTS = wordSet(
  'vs faceid irisid vein pv fvt tmp thumb thmb huella rostro voz fp fpt fpr vp vpr tp gait iris palm face bio voice ret retina finger print fr pv vein hand ft ftp fc ps fid fv vt bt bm tpl tmpl',
)
const TOLD = wordSet(
  'tmpl tpl tmplid bioid faceprintid palmveinid voiceid thumbprint thumbprints huella huellas plantilla template templates templateid facetemplateid facetemplate faceid voiceprintid fingerprintid palmid irisid biometricid enrollmenttoken voiceprint voiceprints fingerprint fingerprints faceprint faceprints palmprint palmprints footprint footprints iris retina enrollment enrolment enrolled biometric biometrics vein veins print prints',
)
/** Numbers of other things that stand beside: of what reads bodies, of whose record a print is kept under. */
const OF_OTHERS = wordSet(
  'driver firmware model serial sn clock server version ticket part lot update mail email note notes mrn mrns chart record account acct member ssn dl claim visit encounter asset',
)
/** What such a code came out of, where its front says that it is of a body. */
const READERS = wordSet('reader readers scanner scanners sensor sensors camera terminal')
/** What keys and certificates have fingerprints of. */
const OF_KEYS = wordSet(
  'sha256 sha1 sha512 md5 ed25519 rsa ecdsa dsa sftp ssh tls ssl pgp gpg pki cert certs certificate certificates keys pubkey hostkey keypair',
)
const KEYS_BEFORE = 28
const KEYS_AFTER = 10
const FACE_OR_VOICE = wordSet('face facial voice iris palm finger vein retina')
/** After a word for a part of the body: "face ID no. ...", "voice: enrollment id ...", "palm scan". */
const IDENTITY = wordSet('id enrollment enrolment enrolled enroll signature recognition match', STOP.mention)
const IDENTITY_REACH = 3
/** Of two words: "thumb print no. ...", "voice sample ...". */
const PRINTS = wordSet('print prints', STOP.mention)
const PRINTED = wordSet('thumb finger palm foot hand voice face')
const SAMPLES = wordSet('sample samples', STOP.mention)
const SPOKEN = wordSet('voice speech speaker')
const SCANS = wordSet('scan scans', STOP.mention)
const SCANNED = wordSet('face facial palm thumb finger')
const POINTERS = wordSet('id ids no num nr ref number')
const AND = wordSet('and or vs versus')
const AHEAD = 24
const BEHIND = 12
const NEAR = 5
const BODY_REACH = 40
const LEAST_DIGITS = 4
const PIECES = 12

/** What a fingerprint, a voice or a gait is kept under, near a word for it: "Enrolled voiceprint VP-7720-0091". */
export function readBiometrics(page: Page): void {
  const { at, count } = page.stops.words
  let done = 0
  for (let k = 0; k < count; k++) {
    const word = page.tokens.word[at[k]!]!
    const told =
      BIOMETRIC.has(word) ||
      (KEPT.has(word) && isOfBody(page, at[k]!)) ||
      isIdentity(page, at[k]!) ||
      isOfTwoWords(page, at[k]!)
    if (!told) continue
    if (isOfKey(page, at[k]!)) continue
    const to = Math.min(page.tokens.count, at[k]! + AHEAD)
    let last = -2
    for (let i = Math.max(done, at[k]! - BEHIND); i < to; i++) {
      const next = readTemplate(page, i, last)
      if (next <= i) continue
      last = next
      i = next - 1
    }
    done = Math.max(done, to)
  }
}

/** Templates of mails and forms are no bodies'. */
const isOfBody = (page: Page, i: number): boolean => isNear(page, i, OF_BODIES, BODY_REACH)

/** "face ID", "voice: enrollment" */
function isIdentity(page: Page, i: number): boolean {
  const { word, gap } = page.tokens
  if (!IDENTITY.has(word[i]!)) return false
  for (let at = i - 1; at >= 0 && at >= i - IDENTITY_REACH && gap[at + 1]! < GAP.line; at--)
    if (FACE_OR_VOICE.has(word[at]!)) return true
  return false
}

/** "thumb print", "voice sample", "face scan" */
function isOfTwoWords(page: Page, i: number): boolean {
  const word = page.tokens.word[i]!
  const before = page.tokens.word[i - 1] ?? 0
  if (PRINTS.has(word)) return PRINTED.has(before)
  return (SAMPLES.has(word) && SPOKEN.has(before)) || (SCANS.has(word) && SCANNED.has(before))
}

/** "SFTP key fingerprint SHA256:..." */
const isOfKey = (page: Page, i: number): boolean => isNear(page, i, OF_KEYS, KEYS_BEFORE, KEYS_AFTER)

let digits = 0

/** One past the pieces of letters and digits that dashes, underscores or colons hold together from token `i` on. */
function endOfTemplate(page: Page, i: number): number {
  const t = page.tokens
  digits = 0
  let end = i
  for (let at = i; at < t.count && at < i + PIECES; at++) {
    if (at > i && t.gap[at] !== GAP.none && !isBlock(page, i, at)) break
    if (t.type[at] === MARK) {
      const mark = page.mark(at)
      if (mark !== DASH && mark !== UNDERSCORE && mark !== COLON && mark !== DOT && mark !== SLASH) break
      continue
    }
    for (let unit = t.start[at]!; unit < t.end[at]!; unit++) if (isDigit(page.unit(unit))) digits++
    end = at + 1
  }
  return end
}

const LED = 4
const BLOCK = 4

/** "VB 0077 4410": a few capitals, then blocks of digits. */
const isBlock = (page: Page, i: number, at: number): boolean =>
  page.tokens.gap[at] === GAP.space &&
  page.tokens.type[at] === NUMBER &&
  page.lengthOf(at) === BLOCK &&
  page.tokens.type[i] === WORD &&
  page.tokens.shape[i] === SHAPE.caps &&
  page.lengthOf(i) < LED

/** `last`: where the one before ended. */
function readTemplate(page: Page, i: number, last: number): number {
  const t = page.tokens
  if (page.taken[i] !== 0 || (t.gap[i] === GAP.none && page.mark(i - 1) !== QUOTE && !isOpened(page, i)))
    return 0
  const joined = t.gap[i + 1] === GAP.none && isJoint(page.mark(i + 1))
  const fronted = t.type[i] === WORD && FRONTS.has(t.word[i]!) && joined
  // "Face tmpl fx_00af_7718", "enrolled, id spk-5571-el"
  const led =
    t.type[i] === WORD &&
    joined &&
    page.lengthOf(i) <= LED &&
    (TOLD.has(t.word[i - 1] ?? 0) || POINTERS.has(t.word[i - 1] ?? 0))
  const coded = fronted || led || t.type[i] === MIXED || (t.type[i] === WORD && t.shape[i] === SHAPE.caps)
  if (!coded && t.type[i] !== NUMBER) return 0
  const sibling = last === i - 1 && AND.has(t.word[last]!)
  if (!sibling && !isTold(page, i, fronted)) return 0
  const end = endOfTemplate(page, i)
  if (
    end <= i ||
    digits < LEAST_DIGITS ||
    ENDINGS.has(t.word[end - 1]!) ||
    (!coded && (digits < 6 || isDay(page, i, end)))
  )
    return 0
  return page.addTokens('biometric', i, end, 0.91, 'what a biometric is kept under', 'identifier')
}

/** "2023-11-29" */
const isDay = (page: Page, i: number, end: number): boolean =>
  end === i + 5 && page.lengthOf(i) === 4 && page.lengthOf(i + 2) === 2 && page.lengthOf(i + 4) === 2

const isJoint = (mark: number): boolean =>
  mark === DASH || mark === UNDERSCORE || mark === COLON || mark === SLASH

/** "(vp-0447188-e)", or the beginning of all. */
const isOpened = (page: Page, i: number): boolean =>
  i === 0 || (page.mark(i - 1) !== 0 && !isJoint(page.mark(i - 1)))

/** Its front or a word a few before says what is kept, and none speaks of what reads it. */
function isTold(page: Page, i: number, fronted: boolean): boolean {
  const { word, gap } = page.tokens
  let told = fronted
  for (let at = i - 1; at >= 0 && at >= i - NEAR && gap[at + 1]! < GAP.line; at--) {
    if (OF_OTHERS.has(word[at]!) || (!fronted && READERS.has(word[at]!))) return false
    if (!fronted && !told && page.is(at, W.patient)) return false
    told ||= TOLD.has(word[at]!) || isIdentity(page, at) || isOfTwoWords(page, at)
  }
  return told
}
