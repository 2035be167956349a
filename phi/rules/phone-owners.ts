import { W, wordSet } from '../lexicon/words.ts'
import { APOSTROPHE, BRACKET, COLON, COMMA, DASH, DOT, PLUS } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, WORD } from '../text/tokens.ts'

// Whose a number is where offices are spoken of as well: what is said right beside it makes it somebody's own.

const RELATED = wordSet(
  'boyfriend girlfriend fiance fiancee bf gf roommate roomie housemate flatmate neighbor neighbour neighbors friend godmother godfather godson goddaughter stepdad stepmom stepson stepdaughter stepfather stepmother cousin widow widower landlady fil mil exwife exhusband novio novia vecina vecino prima primo cuñado yerno nuera madrina padrino comadre compadre tutor sitter babysitter foster caretaker conservator',
)
const RELATED_REACH = 6
/** "the landlord", "the office of his cousin": somebody at work all the same. */
const AT_WORK = wordSet('office shop store company work job employer landlord vendor')

/** "Her boyfriend answers on ...", "vecina ...": a few words before, in the same sentence. */
function isOfRelated(page: Page, i: number): boolean {
  const { word, gap } = page.tokens
  for (let at = i - 1; at >= 0 && at >= i - RELATED_REACH && gap[at + 1]! < GAP.line; at--) {
    if (page.mark(at) === DOT && gap[at + 1]! > GAP.none && page.lengthOf(at - 1) > 3) return false
    if (AT_WORK.has(word[at]!)) return false
    if (RELATED.has(word[at]!)) return page.mark(at + 1) !== APOSTROPHE || !AT_WORK.has(word[at + 3] ?? 0)
  }
  return false
}

const PRONOUNS = wordSet('his hers mine')

/** "careful: his 732-555-0170, office ..." */
const isHis = (page: Page, i: number): boolean => {
  const { word } = page.tokens
  let at = i - 1
  while (at > i - 4 && isLink(page, at)) at--
  return PRONOUNS.has(word[at] ?? 0) || (IS.has(word[at] ?? 0) && PRONOUNS.has(word[at - 1] ?? 0))
}
const IS = wordSet('is at')

const isLink = (page: Page, i: number): boolean => {
  const mark = page.mark(i)
  return mark === COLON || mark === DOT || mark === BRACKET || mark === PLUS || mark === DASH
}

const CALLERS = wordSet('caller callers clr cllr llamante')
const CALLER_REACH = 7

/** "caller Mrs Wojciechowski number ...", "clr's name Jesse Garza ph ..." */
function isOfCaller(page: Page, i: number): boolean {
  const { word, gap } = page.tokens
  for (let at = i - 1; at >= 0 && at >= i - CALLER_REACH && gap[at + 1] !== GAP.blank; at--) {
    if (page.is(at, W.org | W.staff)) return false
    if (CALLERS.has(word[at]!)) return true
  }
  return false
}

const FROM = wordSet('from')
const VOICE = wordSet('voicemail vm vmail transcript transcription mailbox caller inbound missed buzon')
const MAIL = wordSet('mail')
const VOICE_REACH = 18

/** "vm transcript 8:04a 2 min, from ...", "Voice mail (3) Mailbox 4410\nFrom ...": whoever left word. */
function isOfVoicemail(page: Page, i: number): boolean {
  const { word, gap } = page.tokens
  let at = i - 1
  while (at > i - 4 && isLink(page, at)) at--
  if (!FROM.has(word[at] ?? 0)) return false
  for (let k = at - 1; k >= 0 && k >= at - VOICE_REACH && gap[k + 1] !== GAP.blank; k--)
    if (VOICE.has(word[k]!) || (MAIL.has(word[k]!) && VOICES.has(word[k - 1] ?? 0))) return true
  return false
}
const VOICES = wordSet('voice')

const LEFT = wordSet('left')
const WORD_LEFT = wordSet('word message msg vm voicemail lm vmail recado mensaje')
const AT = wordSet('at on w with to')
const MAILBOXES = wordSet('mailbox vm voicemail vmail box inbox')
const FULL = wordSet('full')
const FAILED = wordSet('disconnected unanswered busy rang')

/** "left word at ..., mailbox full": a call that nobody took. */
function isOfCallMade(page: Page, i: number, next: number): boolean {
  const { word } = page.tokens
  const mark = page.mark(next)
  const after = mark === COMMA || mark === DASH || mark === BRACKET ? next + 1 : next
  if (MAILBOXES.has(word[after] ?? 0) && FULL.has(word[after + 1] ?? 0)) return true
  if (FAILED.has(word[after] ?? 0)) return true
  if (!AT.has(word[i - 1] ?? 0)) return false
  return WORD_LEFT.has(word[i - 2] ?? 0) && LEFT.has(word[i - 3] ?? 0)
}

const WHEN = wordSet('mornings evenings afternoons nights weekends weekdays evening anytime landline tardes')
const WHEN_BRACKETED = wordSet('home cell mobile land landline text texts his hers her my mother mom wife')

/** "... (mornings)", "..., evenings", "... (landline; no texts)" */
function isForHours(page: Page, next: number): boolean {
  const { word } = page.tokens
  const mark = page.mark(next)
  if (mark === BRACKET) return WHEN.has(word[next + 1] ?? 0) || WHEN_BRACKETED.has(word[next + 1] ?? 0)
  return WHEN.has(word[mark === COMMA ? next + 1 : next] ?? 0)
}

const HE = wordSet('he she')
const REACHED = wordSet('reached')
const WE = wordSet("i'm im i")

/** "He can be reached at ...", "I'm at ..." */
function isWhereReached(page: Page, i: number): boolean {
  const { word } = page.tokens
  let at = i - 1
  while (at > i - 4 && isLink(page, at)) at--
  if (!AT.has(word[at] ?? 0)) return false
  if (WE.has(word[at - 1] ?? 0)) return page.tokens.type[at - 1] === WORD
  if (!REACHED.has(word[at - 1] ?? 0)) return false
  for (let k = at - 2; k > at - 5; k--) if (HE.has(word[k] ?? 0)) return true
  return false
}

/** Whether what stands beside the number at tokens `[i, next)` makes it somebody's own, though they be at work. */
export const isTold = (page: Page, i: number, next: number): boolean =>
  isHis(page, i) ||
  isOfRelated(page, i) ||
  isOfCaller(page, i) ||
  isOfVoicemail(page, i) ||
  isOfCallMade(page, i, next) ||
  isForHours(page, next) ||
  isWhereReached(page, i)

const PROXIES = wordSet('agent proxy surrogate representative')
const CARE = wordSet('care healthcare')

/** "Liban is the health care agent": who decides for somebody, and no one at work. */
export const isProxy = (page: Page, i: number): boolean =>
  PROXIES.has(page.tokens.word[i]!) && CARE.has(page.tokens.word[i - 1] ?? 0)
