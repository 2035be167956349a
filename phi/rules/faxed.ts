import { W, wordSet } from '../lexicon/words.ts'
import { BRACKET, COMMA, DOT } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, NUMBER } from '../text/tokens.ts'

// Whether a number that no label tells of is a fax, by what is said before and after it.

const FAXED_REACH = 24
const FAXING = wordSet(
  'faxed faxes faxing faxlog efax rightfax xmedius fax2mail telecopier facsimile faxear faxeado faxeen',
)
/** "My fax is ... and I'm at ...": another line is told of since. */
const OTHER_LINES = wordSet("i'm im cell mobile landline celular texts called calls phone tel telephone")

/** "fax the clinicals to Humana at ...", "I faxed 44 pages from my own machine ...", "..., which is the home fax of". */
export function isFaxed(page: Page, i: number, next = 0): boolean {
  const { word, gap } = page.tokens
  if (next > 0 && isSaidAfter(page, next)) return true
  let near = true
  for (let at = i - 1; at >= 0 && at >= i - FAXED_REACH; at--) {
    near &&= gap[at + 1] !== GAP.blank
    if (page.mark(at) === DOT && gap[at + 1]! > GAP.none && page.lengthOf(at - 1) > 4)
      return isMachine(page, i)
    const label = page.label(at)
    if (label === 'phone' || label === 'officePhone' || label === 'relative' || page.is(at, W.kin))
      return isMachine(page, i)
    if (OTHER_LINES.has(word[at]!)) return false
    if (label === 'fax' || (near && FAXING.has(word[at]!))) return true
  }
  return isMachine(page, i)
}

const FAX = wordSet('fax faxes')
const AFTER_REACH = 6

/** "(pts own fax)", ", that's the home fax of", and not "fax 555-0102" of its own. */
function isSaidAfter(page: Page, next: number): boolean {
  const { word, gap, count } = page.tokens
  const mark = page.mark(next)
  if (mark !== BRACKET && mark !== COMMA) return false
  if (mark === COMMA && !LINKS.has(word[next + 1] ?? 0)) return false
  for (let at = next + 1; at < count && at < next + AFTER_REACH && gap[at]! < GAP.line; at++) {
    if (page.mark(at) === DOT) return false
    if (FAX.has(word[at]!)) return page.tokens.type[at + 1] !== NUMBER && page.mark(at + 1) !== BRACKET
  }
  return false
}
const LINKS = wordSet("which that that's thats it's its the her his my their")

const MACHINE = wordSet('machine')
const OWNERS = wordSet('own my her his their our home')
const MACHINE_REACH = 6

/** "goes to her own machine at home, ...": pages go there. */
function isMachine(page: Page, i: number): boolean {
  const { word, gap } = page.tokens
  for (let at = i - 1; at > 0 && at >= i - MACHINE_REACH && gap[at + 1]! < GAP.line; at--)
    if (MACHINE.has(word[at]!)) return OWNERS.has(word[at - 1]!)
  return false
}

const NUMBERS = wordSet('number no numero one')

/** "Please fax it to my house, the number is ...": whether a label is for lines of either kind, and a fax is meant. */
export const isFaxedTo = (page: Page, label: number): boolean =>
  NUMBERS.has(page.tokens.word[label]!) && isFaxed(page, label)
