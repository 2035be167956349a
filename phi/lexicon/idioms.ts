import { OWNER, type Owner } from './owners.ts'
import { type WordSet, wordSet } from './words.ts'

/** Words that tell of something else after certain words: "on file", "payment plan", "DNS record". */
const IDIOMS: [string, string, Owner][] = [
  ['file', 'on', OWNER.none],
  [
    'file files',
    'log data source text config zip image pdf audio batch export claims statement print era remit csv xml host lockbox eligibility roster payment deposit',
    OWNER.thing,
  ],
  ['record records', 'dns mx txt spf cname ptr srv dkim dmarc', OWNER.thing],
  ['record records', 'log audit database table row', OWNER.beside],
  ['plan', 'payment pymt pay pmt installment', OWNER.account],
  ['plan', 'care treatment lesson floor data rate cell phone wireless service project support', OWNER.none],
  ['chart charts', 'off bar pie flow org gantt color', OWNER.none],
  ['case', 'support vendor maker carrying phone use', OWNER.thing],
  ['case', 'in best worst just', OWNER.none],
  ['image images', 'disk system boot vm docker golden windows os', OWNER.thing],
  ['policy', 'group firewall password retention conditional access backup security', OWNER.thing],
  ['license licenses', 'software server windows office seat adobe microsoft user', OWNER.thing],
  ['account accounts', 'user service admin domain local ad guest vendor', OWNER.thing],
  ['trial', 'free', OWNER.none],
  ['sample samples', 'audit random', OWNER.none],
  ['registry', 'windows', OWNER.thing],
  ['cert certificate', 'calibrator calibration calibrators ssl tls reagent gage', OWNER.thing],
  ['image', 'mirror', OWNER.none],
  ['aid aids', 'rite first legal financial kool student mutual visual band', OWNER.none],
  ['machine machines', 'sleep breathing apnea oxygen dialysis snore', OWNER.device],
  ['guard', 'wander roam', OWNER.device],
  ['tag tags', 'hugs wander elopement ankle roam', OWNER.device],
  ['alert alarm', 'life medical', OWNER.device],
  ['button pendant', 'help panic sos fall', OWNER.device],
  ['chair chairs', 'lift power geri shower transport', OWNER.device],
  ['bed beds', 'hospital hosp electric semi', OWNER.device],
  ['card', 'icd implant implanted device pacemaker stent valve lens', OWNER.device],
  ['band bands', 'baby infant blood bb newborn transfusion', OWNER.other],
  ['order orders', 'work purchase supply repair general executive administrative', OWNER.thing],
  ['claim claims', 'warranty freight shipping courier baggage', OWNER.thing],
  ['acct account accounts', 'monitoring alarm carrier client courier lab', OWNER.thing],
  [
    'policy',
    'gpo retention mfa dlp medical clinical reimbursement hr privacy visitor coverage payment',
    OWNER.thing,
  ],
  [
    'acct account accounts',
    'freight wholesaler lease customer shipper shipping vendor supplier postage escrow operating merchant',
    OWNER.thing,
  ],
  ['contract', 'vendor service support maintenance lease rental', OWNER.thing],
  ['card', 'fuel fleet gift sim corporate purchasing', OWNER.thing],
  [
    'certificate certificates cert',
    'naturalization citizenship baptism baptismal adoption divorce',
    OWNER.licence,
  ],
  [
    'certificate certificates cert',
    'insurance calibration wildcard training completion inspection',
    OWNER.thing,
  ],
  ['requisition requisitions req', 'stock purchase supply hiring job staffing position', OWNER.thing],
  ['certificate certificates cert', 'birth death marriage', OWNER.licence],
  ['referral referrals', 'employee friend bonus', OWNER.thing],
  ['study studies', 'time case feasibility', OWNER.none],
  ['trial', 'software demo day', OWNER.none],
]

const BEFORE = new Map<WordSet, [WordSet, Owner]>(
  IDIOMS.map(([words, before, owner]) => [wordSet(words), [wordSet(before), owner]]),
)
const ALL = wordSet(IDIOMS.map(([words]) => words).join(' '))

/** What a word, by its number, tells of a number beside it after the word before it: undefined where that changes nothing. */
export function ownerOfIdiom(word: number, before: number): Owner | undefined {
  if (before === 0 || !ALL.has(word)) return undefined
  for (const [words, [first, owner]] of BEFORE) if (words.has(word) && first.has(before)) return owner
  return undefined
}
