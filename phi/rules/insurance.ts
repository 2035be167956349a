import { wordSet } from '../lexicon/words.ts'
import type { Page } from '../text/page.ts'
import { GAP } from '../text/tokens.ts'
import { isBefore } from './near.ts'

const PLANS =
  'aetna cigna humana anthem kaiser bcbs medicare medicaid tricare uhc unitedhealthcare geico allstate metlife molina centene wellcare ambetter highmark caresource optum eyemed vsp amerigroup wellpoint fidelis healthfirst premera regence carefirst emblemhealth healthpartners selecthealth pacificsource connecticare masshealth mainecare tenncare ahcccs soonercare badgercare kancare peachcare iehp caloptima dentaquest geha umr champva triwest healthnet ucare bcbsm bcbstx bcbsil bcbsla bcbsnc upmc geisinger cdphp amerihealth caremark optumrx elderplan avmed wellsense metroplus nascentia sentara alohacare quartz forwardhealth coverkids familycare medquest ohana providerone famis allcare calviva cencal carelon mclaren simplyhealth allways excellus univera mvp hap bcn nhp capblue ibx ibc aarp humanamilitary pehp deseret dmba bcbsaz bcbsal bcbsks bcbsma bcbsmn bcbsms bcbsnd bcbsne bcbsri bcbssc bcbstn bcbsvt bcbswy bluecard bluechoice bluecare bluebenefit soonerselect sunshinehealth peachstate buckeye ambetterhealth denalicare careoregon lifewise bridgespan asuris meritain healthsmart healthcomp medimpact navitus dakotacare primewest southcountry unicare harvardpilgrim multiplan medibank medigap'
const PLAN_NAMES = wordSet(PLANS)

/** Whether the token is the name of a health plan or insurer. */
export const isPlan = (page: Page, i: number): boolean => i >= 0 && PLAN_NAMES.has(page.tokens.word[i]!)

const INSURERS = wordSet(
  `${PLANS} blue united insurance ins insured insurer payer payor coverage carrier subscriber policy deductible copay plan hmo ppo member mbr connector group seguro poliza bin pcn wic auth authorization precert eligibility eligible benefits pbm medi`,
)

const GROUPS = wordSet('group grp gr rxgrp grupo bin rxbin pcn rxpcn payer subscriber')
const GROUP_REACH = 4

/** "ID 80044719302, group GRP-55120", "id RX88120477 bin 610014": of a card, which names those after it. */
export function isBeforeGroup(page: Page, end: number): boolean {
  const { word, gap, count } = page.tokens
  for (let at = end; at < count && at < end + GROUP_REACH && gap[at] !== GAP.blank; at++)
    if (GROUPS.has(word[at]!)) return true
  return false
}

/** Whether talk of a health plan stands within some tokens before. */
export const isOfInsurance = (page: Page, i: number, steps: number): boolean =>
  isBefore(page, i, INSURERS, steps)
