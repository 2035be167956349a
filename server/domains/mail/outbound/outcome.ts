import type { Tx } from '../../../platform/db/database.ts'
import { addJob } from '../../../platform/jobs/index.ts'
import type { Services } from '../../../platform/services.ts'
import { bySystem, type OutgoingMessage } from '../../desk/index.ts'
import { type DeliveryChange, type DeliveryRow, setDelivery } from './deliveries.ts'
import { NotPosted, type Refusal } from './post.ts'
import { type RecipientState, setRecipients } from './recipient-states.ts'
import { say } from './say.ts'
import { everyone, pending, type Who } from './who.ts'
import { said } from './words.ts'

/** Pauses after failed attempts, in minutes: for two days in all. */
const PAUSES = [1, 5, 15, 60, 180, 360, 720, 1440]
const MOST_AGE_MS = 3 * 24 * 3_600_000
/** What is not to leave any more, though nobody refused it. */
const WITHHELD = 'WITHHELD'

export interface Attempt {
  delivery: DeliveryRow
  message: OutgoingMessage
  who: Who
  /** Those whom it was handed over for. */
  now: readonly string[]
  notice: boolean
}

/**
 * What follows from an attempt, recipient by recipient: who was refused for now is asked for again and nobody else, who was
 * refused for good is told of on the ticket at once, and the delivery is over when nobody is left.
 */
export async function conclude(
  services: Services,
  tx: Tx,
  attempt: Attempt,
  outcome: readonly Refusal[] | NotPosted,
): Promise<void> {
  const { delivery, who, notice } = attempt
  const pause = pauseAfter(delivery, outcome)
  const fared = faring(attempt.now, outcome, pause !== undefined)
  const known = everyone(who).some((a) => who.states(a))
  if (known || new Set([...fared.values()].map((r) => r.state)).size > 1) {
    // A notice goes to nobody in copy.
    const left = notice ? pending(who).filter((a) => !fared.has(a)) : []
    await setRecipients(services.keys, tx, delivery.id, new Map([...withheld(left), ...fared]))
  }
  const of = (address: string) => fared.get(address) ?? who.states(address)
  const main = of(who.to)
  const waiting = (notice ? [who.to] : everyone(who)).map(of).find((r) => r?.state === 'waiting')
  if (waiting) {
    const at = new Date(Date.now() + pause! * 60_000)
    const errorCode = main?.errorCode ?? waiting.errorCode
    await set(tx, delivery, { state: 'waiting', nextAt: at, reached: main?.state === 'sent' }, errorCode)
    await again(tx, delivery.id, at)
  } else {
    const sent = notice ? 'notice-sent' : 'sent'
    await set(tx, delivery, { state: main?.state === 'failed' ? 'failed' : sent }, main?.errorCode)
  }
  await tell(services, tx, attempt, fared, outcome instanceof NotPosted)
}

/** It ends here for all whom it has not reached: `state` where its own recipient is one of them. */
export async function stop(
  services: Pick<Services, 'keys'>,
  tx: Tx,
  delivery: DeliveryRow,
  who: Who,
  { state, ...decided }: DeliveryChange,
): Promise<void> {
  const main = who.states(who.to)
  if (everyone(who).some((a) => who.states(a)))
    await setRecipients(services.keys, tx, delivery.id, withheld(pending(who)))
  const over = main && main.state !== 'waiting' ? main.state : undefined
  await set(tx, delivery, { state: over ?? state, ...decided }, over && main?.errorCode)
}

export const again = (tx: Tx, id: string, at: Date): Promise<void> =>
  addJob(tx, 'mail.deliver', { deliveryId: id }, { key: `mail.deliver:${id}`, runAt: at })

const set = (tx: Tx, { id }: DeliveryRow, change: DeliveryChange, errorCode?: string | null) =>
  setDelivery(tx, id, { ...change, ...(errorCode && { errorCode }) })

const withheld = (addresses: readonly string[]): Map<string, RecipientState> =>
  new Map(addresses.map((a) => [a, { state: 'failed', errorCode: WITHHELD }]))

/** How many minutes from now it is tried again; undefined where it is given up. */
function pauseAfter(delivery: DeliveryRow, outcome: readonly Refusal[] | NotPosted): number | undefined {
  const age = Date.now() - delivery.createdAt.getTime()
  if (age >= MOST_AGE_MS) return undefined
  // While mail is off nothing is attempted: then its age says how long to wait.
  if (outcome instanceof NotPosted && outcome.code === 'MAIL_OFF')
    return PAUSES.find((p) => p * 60_000 > age) ?? PAUSES.at(-1)
  return PAUSES[Math.max(delivery.attempts, 1) - 1]
}

function faring(
  now: readonly string[],
  outcome: readonly Refusal[] | NotPosted,
  patient: boolean,
): Map<string, RecipientState> {
  const refused = (why: NotPosted): RecipientState => ({
    state: why.permanent || !patient ? 'failed' : 'waiting',
    errorCode: why.code,
  })
  if (outcome instanceof NotPosted) return new Map(now.map((a) => [a, refused(outcome)]))
  const why = new Map(outcome.map((r) => [r.address, r.why]))
  return new Map(now.map((a) => [a, why.has(a) ? refused(why.get(a)!) : { state: 'sent', errorCode: null }]))
}

/** Tells in the log and on the ticket what is final for somebody. */
async function tell(
  services: Services,
  tx: Tx,
  { delivery, message, who, notice }: Attempt,
  fared: ReadonlyMap<string, RecipientState>,
  alike: boolean,
): Promise<void> {
  const { attempts } = delivery
  const all = [...fared.values()]
  const recipients = all.filter((r) => r.state === 'sent').length
  if (recipients)
    await record(services, tx, delivery, 'mail.send', {
      form: notice ? 'notice' : 'whole',
      attempts,
      recipients,
    })
  const main = fared.get(who.to)
  const failed = all.filter((r) => r.state === 'failed')
  if (failed.length) {
    const code = (main?.state === 'failed' ? main : failed[0]!).errorCode!.replaceAll(' ', ':')
    await record(services, tx, delivery, 'mail.fail', { code, attempts, recipients: failed.length })
  }
  if (main?.state === 'sent' && notice) await say(services, tx, delivery, said.notice(delivery.reasons))
  if (main?.state === 'failed') {
    const people = [message.authorId, message.assigneeId]
    await say(services, tx, delivery, said.failed(main.errorCode!), people)
  }
  const copies = failed.length - (main?.state === 'failed' ? 1 : 0)
  if (copies && !(alike && main)) await say(services, tx, delivery, said.copiesRefused(copies))
}

export const record = (
  services: Services,
  tx: Tx,
  delivery: DeliveryRow,
  action: string,
  facts: Record<string, string | number>,
): Promise<void> =>
  bySystem(services).record(tx, {
    action,
    object: { type: 'ticket', id: delivery.ticketId },
    facts: { delivery: delivery.id, message: delivery.messageId, ...facts },
  })
