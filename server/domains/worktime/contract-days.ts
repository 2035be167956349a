import type { Statement, Tx } from '../../platform/db/database.ts'
import { BILLED, BILLED_JOINS } from './billing.ts'
import { type ContractTerms, contractUse, type PeriodUse } from './contract-use.ts'

interface Day {
  contract: string
  date: string
  /** As they are billed. */
  minutes: number
  worked: number
  approved: boolean
}

const DAYS: Statement = {
  name: 'contract-days',
  text: `select e.contract_id as contract, e.work_date as date, e.state = 'approved' as approved, sum(${BILLED})::int as minutes,
      sum(e.minutes)::int as worked
    from time_entries e ${BILLED_JOINS}
    where e.org_id = $1 and e.contract_id = any ($2::uuid[]) and e.billable and e.state <> 'rejected' group by 1, 2, 3`,
}

const ZONE: Statement = {
  name: 'contract-zone',
  text: 'select time_zone as zone from organizations where org_id = $1',
}

export interface ContractUse {
  periods: PeriodUse[]
  /** Recorded or handed in, and not approved yet; as it would be billed. */
  waitingMinutes: number
}

/**
 * How each contract was used until today, by its id. Sums of minutes a day, and nothing of the tickets: a transaction
 * of the worker counts past the walls of who keeps contracts.
 */
export async function usesOf(
  tx: Tx,
  contracts: readonly (ContractTerms & { id: string })[],
): Promise<Map<string, ContractUse>> {
  const days = await tx.run<Day>(DAYS, [tx.context.orgId, contracts.map((c) => c.id)])
  const [org] = await tx.run<{ zone: string }>(ZONE, [tx.context.orgId])
  const today = Temporal.Now.plainDateISO(org!.zone).toString()
  return new Map(
    contracts.map((c) => {
      const of = days.filter((d) => d.contract === c.id)
      const waiting = of.filter((d) => !d.approved)
      return [
        c.id,
        {
          periods: contractUse(
            c,
            of.filter((d) => d.approved),
            today,
          ),
          waitingMinutes: waiting.reduce((n, d) => n + d.minutes, 0),
        },
      ]
    }),
  )
}
