import type { TicketContract } from './queries.ts'
import { parseDuration } from './words.ts'

/** A form for time that was worked; the duration as a person types it. */
export interface TimeValues {
  date: string
  duration: string
  billable: boolean
  /** Undefined while nobody chose: then it is the only one that can be meant. */
  contractId: string | null | undefined
  note: string
}

/** What the API calls the fields that say what is wrong with them. */
export const TIME_FIELDS = ['minutes', 'date', 'billable', 'contractId', 'note']

const DAY = 1440

/** What is wrong with a duration, in words. */
export function durationError(text: string): string | null {
  const minutes = parseDuration(text)
  if (minutes === undefined) return 'Write it as 1:30, 90 or 1h 30m'
  if (minutes < 1) return 'A minute is the least'
  return minutes > DAY ? 'A day has 24 hours' : null
}

export const runsOn = (c: Pick<TicketContract, 'startsOn' | 'endsOn'>, date: string): boolean =>
  c.startsOn <= date && (c.endsOn === null || date <= c.endsOn)

/** What was chosen, or the one contract that can be meant on that day; null where there is none, or a choice. */
export function contractOf(
  { contractId, date }: Pick<TimeValues, 'contractId' | 'date'>,
  contracts: readonly TicketContract[],
): string | null {
  if (contractId !== undefined) return contractId
  const running = contracts.filter((c) => runsOn(c, date))
  return running.length === 1 ? running[0]!.id : null
}

/** As the API takes it. */
export const timeBody = (v: TimeValues, contracts: readonly TicketContract[]) => ({
  date: v.date,
  minutes: parseDuration(v.duration)!,
  billable: v.billable,
  contractId: contractOf(v, contracts),
  note: v.note.trim() || null,
})
