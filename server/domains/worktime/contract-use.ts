export type Period = 'month' | 'quarter' | 'year'
export type Rollover = 'none' | 'next' | 'all'

export interface ContractTerms {
  /** `YYYY-MM-DD`; periods begin on this day of the month. */
  startsOn: string
  endsOn: string | null
  period: Period
  includedMinutes: number
  rollover: Rollover
}

/** Minutes of one period of a contract. */
export interface PeriodUse {
  startsOn: string
  /** The first day that is not in it any more. */
  endsBefore: string
  included: number
  /** Left from before and usable in this period. */
  rolledIn: number
  /** As billed. */
  used: number
  /** As it was worked, before it was rounded up. */
  worked: number
  /** Beyond what is included and rolled in: at the contract's rate. */
  over: number
  left: number
}

const MONTHS: Record<Period, number> = { month: 1, quarter: 3, year: 12 }
/** Periods that are looked at; a contract of months has as many in twenty years. */
const MOST = 240

/**
 * How a contract was used, period by period, up to the one that `today` is in. What rolled in is used up first, so
 * that with `next` the least is lost; the last period ends with the contract. Minutes are those that are billed.
 */
export function contractUse(
  terms: ContractTerms,
  entries: readonly { date: string; minutes: number; worked?: number }[],
  today: string,
): PeriodUse[] {
  const out: PeriodUse[] = []
  const start = Temporal.PlainDate.from(terms.startsOn)
  const last = terms.endsOn !== null && terms.endsOn < today ? terms.endsOn : today
  let rolledIn = 0
  for (let n = 0; n < MOST; n++) {
    // Counted from the start, so that a contract from the 31st does not creep to the 28th.
    const startsOn = start.add({ months: n * MONTHS[terms.period] }).toString()
    if (startsOn > last) break
    const endsBefore = start.add({ months: (n + 1) * MONTHS[terms.period] }).toString()
    const of = entries.filter((e) => e.date >= startsOn && e.date < endsBefore)
    const used = of.reduce((sum, e) => sum + e.minutes, 0)
    const worked = of.reduce((sum, e) => sum + (e.worked ?? e.minutes), 0)
    const period = periodOf(terms.includedMinutes, rolledIn, used)
    out.push({ startsOn, endsBefore, rolledIn, used, worked, ...period })
    rolledIn = rollsOn(terms, rolledIn, used)
  }
  return out
}

/** Billable time of a contract, as it is billed; `charged` once it was invoiced: how many of these minutes. */
export interface Billed {
  id: string
  date: string
  minutes: number
  charged: number | null
}

/**
 * How many minutes of each entry are charged: what a period includes covers the earliest first, and what was invoiced
 * stays as it was. An entry is rounded up as a whole and then parted, so that no part is rounded again. Time on days on which the contract does not run is charged whole.
 */
export function chargedMinutes(terms: ContractTerms, entries: readonly Billed[]): Map<string, number> {
  const charged = new Map(entries.map((e) => [e.id, e.charged ?? e.minutes]))
  const last = [terms.startsOn, ...entries.map((e) => e.date)].toSorted().at(-1)!
  for (const { startsOn, endsBefore, included, rolledIn } of contractUse(terms, entries, last)) {
    const of = entries.filter((e) => e.date >= startsOn && e.date < endsBefore)
    const given = of.reduce((sum, e) => sum + (e.charged === null ? 0 : e.minutes - e.charged), 0)
    let left = Math.max(0, included + rolledIn - given)
    for (const e of of.toSorted((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id))) {
      if (e.charged !== null) continue
      const covered = Math.min(left, e.minutes)
      left -= covered
      charged.set(e.id, e.minutes - covered)
    }
  }
  return charged
}

function periodOf(included: number, rolledIn: number, used: number) {
  const has = included + rolledIn
  return { included, over: Math.max(0, used - has), left: Math.max(0, has - used) }
}

function rollsOn({ rollover, includedMinutes }: ContractTerms, rolledIn: number, used: number): number {
  if (rollover === 'none') return 0
  const left = Math.max(0, includedMinutes + rolledIn - used)
  return rollover === 'all' ? left : Math.min(left, includedMinutes)
}
