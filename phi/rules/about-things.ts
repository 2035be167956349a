import { W, wordSet } from '../lexicon/words.ts'
import { PIPE, STAR } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'

/** What only persons have. */
const OF_PERSONS = wordSet(
  'dl dln driver drivers passport guar guarantor gtor har accession csn encounter authorization preauth court docket cause probate guardianship custody juvenile dependency',
)

/** What only care counts, though others use the words, too. */
const OF_CARE = wordSet(
  'auth auths claim clm rx erx referral appeal acc accn specimen prescription encounter visit',
)
const SPECIMENS = wordSet(
  'urine blood serum plasma swab culture biopsy specimen specimens sputum stool csf saliva tube tubes collected recollect redraw phleb phlebotomist hemolyzed orina sangre muestra',
)
const SPECIMEN_REACH = 16

function isOfSpecimen(page: Page, i: number): boolean {
  const { word, count } = page.tokens
  for (let at = Math.max(0, i - SPECIMEN_REACH); at < Math.min(count, i + SPECIMEN_REACH); at++)
    if (at !== i && SPECIMENS.has(word[at]!)) return true
  return false
}

/** Whether machines, orders or versions stand near a label, and nobody's health. */
export function isAboutThings(page: Page, i: number): boolean {
  if (OF_PERSONS.has(page.tokens.word[i]!)) return false
  // The box of a form of claims, or the field of a message: it holds somebody's.
  if (page.tokens.type[i] !== WORD) return false
  if (page.mark(i - 1) === STAR || page.mark(i - 1) === PIPE) return false
  if (isClinical(page, i, 40)) return false
  if (OF_CARE.has(page.tokens.word[i]!) && (page.isOfPerson(i) || isOfSpecimen(page, i))) return false
  const end = page.phraseEnd[i]!
  const infra = page.around(TOPIC.infra, i, 20, 0) + page.around(TOPIC.infra, end, 0, 20)
  return infra > 0 || page.before(i, W.thing, 12) || page.after(end, W.thing, 12)
}
