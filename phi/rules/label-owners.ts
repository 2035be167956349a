import { W, wordSet } from '../lexicon/words.ts'
import { COLON } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { isNear } from './near.ts'

// Whose a labelled number is where the label alone would make it a patient's.

const COMPANIES = wordSet(
  'fedex ups usps dhl courier quest labcorp mckesson cardinal medline schein patterson staples grainger vendor supplier remit verizon comcast spectrum att utility electric water gas quickbooks stripe azure aws google microsoft distributor wholesaler customer arup mayo ship carrier alarm monitoring circuit trunk isp telecom hosting optical linen shred shredding waste pest postage courier utilities landlord fleet fuel manifest circuits sims freight shipper reorder wholesale supplies cox centurylink lumen windstream frontier optimum comporium tmobile domain domains interpreter interpreters interp interpreting interpretation cyracom translation translators toner copier printer printers uniforms uniform propane clearinghouse waystar availity sharps stericycle cintas aramark shredit bowes neopost quadient godaddy intuit adp paychex gusto cleaning janitorial landscaping hvac internet broadband payroll advertising yelp',
)
const TRADE = wordSet(
  'remit supplier suppliers invoice invoices w9 ein reorder renewal renews distributor owe payroll purchasing quote prepaid terms voucher lease sold',
)
const TRADE_REACH = 16
const OF_CLAIMS = wordSet('dos era eob eobs copay cpt unpost unposted deductible coinsurance recoup')
const OF_PATIENTS = wordSet(
  'guarantor guar gtor grntr har patient pt hospital hosp resident bank checking savings hsa fsa debit credit card visa',
)

/** An account beside invoices, suppliers and transfers, where nobody's care is spoken of: perhaps the organization's own. */
export function isOfTrade(page: Page, label: number): boolean {
  // The box of a form of claims
  if (page.tokens.type[label] !== WORD) return false
  if (page.around(TOPIC.patient, label, 40, 40) > 0 || page.before(label, W.kin, 40)) return false
  if (page.around(TOPIC.health, label, 20, 20) > 0 || OF_PATIENTS.has(page.tokens.word[label]!)) return false
  if (isNear(page, label, OF_CLAIMS, TRADE_REACH, TRADE_REACH)) return false
  return isNear(page, label, TRADE, TRADE_REACH, TRADE_REACH)
}

/** Suppliers are paid so, and so are claims. */
const REMITTANCE = wordSet('remit')
const CLIENTS = wordSet('client customer')
const COMPANY_REACH = 7
const CLIENT_REACH = 9

/** "FedEx account 2204-1877", "Client: Cedar Bend Medicine, acct 20817": a company's or a practice's, nobody's. */
export function isOfCompany(page: Page, label: number): boolean {
  const { word, gap } = page.tokens
  let organization = false
  for (let at = label - 1; at >= 0 && at >= label - CLIENT_REACH && gap[at + 1]! < GAP.line; at--) {
    if (label - at <= COMPANY_REACH && COMPANIES.has(word[at]!))
      return !REMITTANCE.has(word[at]!) || !isNear(page, label, OF_CLAIMS, TRADE_REACH, TRADE_REACH)
    if (page.is(at, W.org)) organization = true
    if (organization && page.mark(at + 1) === COLON && CLIENTS.has(word[at]!)) return true
  }
  return false
}

const SOFTWARE = wordSet(
  'seats seat users software renewal renew renews dictation subscription server activation vendor channels nuance dragon m-modal solventum vmware citrix veeam sophos fortinet meraki cisco adobe autocad docusign zoom webex solarwinds splunk crowdstrike sentinelone quickbooks intuit laserfiche kofax imprivata hyland onbase perpetual subscriptions key keys edition',
)

/** "License 4481-2099, 25 seats" */
export const isOfSoftware = (page: Page, label: number): boolean => isNear(page, label, SOFTWARE, 8, 16)

const ORGANIZATION = wordSet(
  `contractor contractors roof roofer roofers roofing plumber plumbing electrical electrician hvac building construction remodel facilities hood elevator boiler liquor food restaurant catering business w-9 clia bonded insured coi
  destruction shred shredding shredded calibration calibrator tach rpm gage centrifuge recycler recycling hazmat waste propane gas supplier wholesaler distributor stock pictures images models licensed photographer shutterstock getty istock`,
)
const ORGANIZATION_BEFORE = 10
const ORGANIZATION_AFTER = 8
const HIS = wordSet('his her hers my mine their patient patients pt driver drivers nurse nursing')
const HIS_REACH = 4

/** "Our contractor license is ...", "tape destruction cert. no. ...": a company's, or a thing's. */
export function isOfOrganization(page: Page, label: number): boolean {
  if (isNear(page, label, HIS, HIS_REACH, 1)) return false
  return isNear(page, label, ORGANIZATION, ORGANIZATION_BEFORE, ORGANIZATION_AFTER)
}

const HIRING = wordSet(
  'hire hires hired onboarding onboard starting starter supervisor mgr manager title dept department payroll equipment laptop headset badge access accounts permissions groups orientation credentials start starts roster rdh terminated offboarding transfer locker',
)
const HARMED = wordSet(
  'sick excuse excused restriction restrictions absence injury injured exposure exposed needlestick needle comp fmla disability vaccine vaccinated vaccination shot test tested positive health fit physical leave titer',
)

/** An employee's number in talk of a job, not of the employee's health. */
export function isOfStaff(page: Page, label: number): boolean {
  const { word, count } = page.tokens
  let hiring = 0
  for (let at = Math.max(0, label - 30); at < Math.min(count, label + 30); at++) {
    if (HARMED.has(word[at]!)) return false
    if (HIRING.has(word[at]!)) hiring++
  }
  return hiring > 1 || (!isClinical(page, label, 40) && !page.isOfPerson(label))
}

const BUSINESS = wordSet(
  'cyber liability malpractice warranty support contractor elevator vendor renewal renews broker maintenance lease fleet property quote',
)

const OF_BUSINESS = wordSet(
  'cyber malpractice liability coi naid bond surety umbrella hartford auditor auditors tenant vendor bids bid shred',
)
const BUSINESS_REACH = 6

/** "Cyber insurance policy", "support contract": a company's, where nobody's care is spoken of. */
export function isOfBusiness(page: Page, label: number): boolean {
  if (isNear(page, label, OF_BUSINESS, BUSINESS_REACH, 1)) return true
  if (page.isOfPerson(label) || page.around(TOPIC.patient, label, 30, 30) > 0) return false
  if (page.around(TOPIC.health, label, 30, 30) > 0) return false
  return isNear(page, label, BUSINESS, 10, 14)
}

const RECIPIENTS = wordSet('recipient rid')
const TRANSPLANTS = wordSet(
  'transplant transplants hla donor donors unos graft kidney liver crossmatch marrow typing nmdp hct bmt sib unos opo lvad',
)

/** "Recipient ID ...", of an organ and of no benefits. */
export function isOfTransplant(page: Page, label: number): boolean {
  const { word } = page.tokens
  if (!RECIPIENTS.has(word[label]!)) return false
  return isNear(page, label, TRANSPLANTS, 20, 20)
}

const MAKERS = wordSet(
  'philips siemens ge epic cerner meditech nextgen athena bd zebra stryker hologic olympus dell hp lenovo cisco microsoft citrix vendor support tac oracle adobe xerox ricoh helpdesk carefusion hillrom',
)
const LAWYERS = wordSet(
  'attorney attorneys law lawyer lawyers llp firm counsel esq subpoena accident litigation legal abogado',
)
const FILES = wordSet('file')
const OURS = wordSet('our your')

/** "Philips case 8801182044": what a maker counts. */
export const isOfMaker = (page: Page, label: number): boolean =>
  page.around(TOPIC.patient, label, 20, 20) === 0 &&
  (MAKERS.has(page.tokens.word[label - 1]!) || isOpenedWithMaker(page, label))

function isOpenedWithMaker(page: Page, label: number): boolean {
  const { word, count } = page.tokens
  for (let at = label + 1; at < Math.min(count, label + 8); at++) if (MAKERS.has(word[at]!)) return true
  return false
}

const COLLECTORS = wordSet(
  'collections collection collector collectors debtor debtors creditor creditors debt delinquent recovery recoveries garnishment validation',
)

/** "Our file: BCS-2209914", of a debtor: what collectors keep an account under. */
export const isOfDebt = (page: Page, label: number): boolean => isNear(page, label, COLLECTORS, 40, 30)

const SUPPLIES = wordSet(
  'supply supplies boxes gauze gloves needles syringes restock reorder sharps cartons pack packs wipes masks gowns',
)

/** "4 boxes lavender tubes ref 367861": of a catalogue. */
export const isOfSupplies = (page: Page, label: number): boolean => isNear(page, label, SUPPLIES, 8, 8)

const PARTS = wordSet(
  'lot lots sn udi gtin qty exp consignment femoral tibial acetabular stem liner insert cement screw screws plate catalog cat item',
)
const REFERENCES = wordSet('ref refs')

/** "tibial REF 5520-B-500 LOT AJX7R": the number of an implant's or supply's part in its maker's catalogue. */
export function isOfPart(page: Page, label: number, end: number): boolean {
  if (!REFERENCES.has(page.tokens.word[label]!)) return false
  const { word, count } = page.tokens
  for (let at = end; at < Math.min(count, end + 4); at++) if (PARTS.has(word[at]!)) return true
  for (let at = label - 1; at >= Math.max(0, label - 3); at--) if (PARTS.has(word[at]!)) return true
  return false
}

/** "Our file: 24-PI-0918": a lawyer's. */
export function isLawyers(page: Page, label: number): boolean {
  const { word } = page.tokens
  if (!FILES.has(word[label + 1]!) || !OURS.has(word[label]!)) return false
  return isNear(page, label, LAWYERS, 60, 60)
}

const OF_THINGS = wordSet(
  'badge device asset session message msg transaction document report job log chat meeting ticket template form process page printer site server host vendor fob keycard playlist app build release change incident',
)

/** "badge id 60218", "Report ID PX-140-2706" */
export const isIdOfThing = (page: Page, label: number): boolean =>
  OF_THINGS.has(page.tokens.word[label - 1] ?? 0) && page.tokens.gap[label]! <= GAP.space
