import { addEntry, createContract, decideTime, submitTime } from '../domains/worktime/index.ts'
import { recordOperator } from '../platform/audit/operator.ts'
import { sealText } from '../platform/audit/seal-text.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Platform } from '../platform/open.ts'
import type { SeededTicket } from './tickets.ts'

const NOTES = [
  'On site: swapped the ribbon and printed test labels',
  'Remote session, unlocked and tested',
  'Read the logs of the access point',
  'Imaged the laptop',
  null,
]
/** Minutes of a day's work, day by day. */
const DAY = [50, 95, 30]

interface People {
  technician: string
  lead: string
}

/** Two contracts, and three weeks of work: one approved, one handed in, and this one as it is being written. */
export async function seedWorktime(
  { db, keys }: Platform,
  orgId: string,
  { technician, lead }: People,
  tickets: readonly SeededTicket[],
): Promise<void> {
  const own = tickets.filter((t) => t.clientId !== null)
  const [first, second] = own
  if (!first?.clientId || !second?.clientId) return
  const today = Temporal.Now.plainDateISO('UTC')
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const as = <T>(userId: string, work: (tx: Tx) => Promise<T>) => db.withContext({ orgId, userId }, work)

  const contracts = await as(lead, async (tx) => {
    const common = { endsOn: null, currency: 'USD', billStepMinutes: null, billLeastMinutes: null }
    const start = (months: number) => today.with({ day: 1 }).subtract({ months }).toString()
    const made = [
      await createContract(tx, {
        ...common,
        clientId: first.clientId!,
        name: 'Managed support',
        startsOn: start(3),
        period: 'month',
        includedMinutes: 240,
        rollover: 'next',
        rateCents: 9500,
      }),
      await createContract(tx, {
        ...common,
        clientId: second.clientId!,
        name: 'Support on call',
        startsOn: start(5),
        period: 'quarter',
        includedMinutes: 120,
        rollover: 'none',
        rateCents: 12_000,
        billStepMinutes: 15,
      }),
    ]
    for (const c of made)
      await recordOperator(tx, {
        action: 'contract.create',
        object: { type: 'contract', id: c.id },
        objects: [c.clientId],
      })
    return made
  })

  const week = (userId: string, start: Temporal.PlainDate, days: number) =>
    as(userId, async (tx) => {
      const ids: string[] = []
      for (let day = 0; day < days; day++)
        for (const [n, minutes] of DAY.entries()) {
          const ticket = own[(day + n) % own.length]!
          const contract = contracts.find((c) => c.clientId === ticket.clientId)
          const id = await addEntry(tx, keys, {
            ticketId: ticket.id,
            date: start.add({ days: day }).toString(),
            minutes: minutes + 5 * day,
            billable: n !== 2,
            contractId: contract?.id ?? null,
            note: NOTES[(day + n) % NOTES.length]!,
          })
          await recordOperator(tx, {
            action: 'time.create',
            object: { type: 'ticket', id: ticket.id },
            facts: { entry: id, minutes: minutes + 5 * day },
          })
          ids.push(id)
        }
      return ids
    })
  const submit = (userId: string, ids: string[]) =>
    as(userId, async (tx) => {
      await submitTime(tx, ids)
      await recordOperator(tx, {
        action: 'time.submit',
        object: { type: 'time-entry', id: null },
        objects: ids,
      })
    })
  const decide = (ids: string[], decision: 'approve' | 'reject', reason?: string) =>
    as(lead, async (tx) => {
      await decideTime(tx, keys, { ids, decision, reason })
      const event = await sealText(keys, tx, {
        action: decision === 'approve' ? 'time.approve' : 'time.reject',
        object: { type: 'time-entry', id: null },
        objects: ids,
        ...(reason && { reason }),
      })
      await recordOperator(tx, event)
    })

  const approved = await week(technician, monday.subtract({ days: 14 }), 5)
  await submit(technician, approved)
  const [printed, wrong, ...rest] = approved
  await decide([printed!, ...rest], 'approve')
  await decide([wrong!], 'reject', 'Which account was it? Please say so in the note.')
  await submit(technician, await week(technician, monday.subtract({ days: 7 }), 5))
  await week(technician, monday, Math.min(today.dayOfWeek, 5))
  await week(lead, monday, 1)
}
