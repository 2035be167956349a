import type { Tx } from '../../../platform/db/database.ts'
import { addJob, type Job } from '../../../platform/jobs/index.ts'
import type { Services } from '../../../platform/services.ts'
import { bySystem, judge, type OutgoingMessage, outgoingMessage } from '../../desk/index.ts'
import { loopMark } from '../mailboxes.ts'
import { opened } from '../seal.ts'
import { type MailSettings, mailSettings, type Relay, relayOf } from '../settings.ts'
import { LEAVES, outgoingFiles } from './attachments.ts'
import { type DeliveryRow, lockDelivery, setDelivery } from './deliveries.ts'
import { judgeOutgoing, type Verdict } from './gate.ts'
import { type Letter, type LetterFile, letterOf } from './letter.ts'
import { NotPosted, type Posted, post } from './post.ts'
import { ownAddresses, recipientsOf } from './recipients.ts'
import { releasers } from './releasers.ts'
import { say } from './say.ts'
import { ownMessageId } from './take.ts'
import { threadOf } from './thread.ts'
import { said } from './words.ts'

/** How long after it was written a reply waits for its files to be read. */
const PATIENCE_MS = 10 * 60_000
const LOOK_AGAIN_MS = 15_000
/** Once that is over, for a mail that somebody let go: it leaves when its files are read, and not before. */
const LOOK_SELDOM_MS = 5 * 60_000
/** Pauses after failed attempts, in minutes: for two days in all. */
const PAUSES = [1, 5, 15, 60, 180, 360, 720, 1440]

interface Ready {
  delivery: DeliveryRow
  message: OutgoingMessage
  relay: Relay
  letter: Letter
  verdict: Verdict
}

const asSystem = <T>({ db }: Services, orgId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.withContext({ orgId, userId: null }, work, 'worker')

/**
 * Brings one delivery a step further. Three transactions' worth of care: what the gate decides is committed before
 * anything leaves; while the mail server is talked to nothing is locked; the outcome is committed after. Killed in
 * between, the mail goes out again under the same message id.
 */
export async function deliver(services: Services, job: Job): Promise<void> {
  const deliveryId = String(job.payload.deliveryId)
  const ready = await asSystem(services, job.orgId, (tx) => prepare(services, tx, deliveryId))
  services.live.changed(job.orgId, 'tickets')
  if (!ready) return
  const outcome = await post(ready.relay, ready.letter, loopMark(job.orgId)).catch((error: unknown) => {
    if (error instanceof NotPosted) return error
    throw error
  })
  await asSystem(services, job.orgId, (tx) => settle(services, tx, ready, outcome))
  services.live.changed(job.orgId, 'tickets')
}

const again = (tx: Tx, id: string, at: Date) =>
  addJob(tx, 'mail.deliver', { deliveryId: id }, { key: `mail.deliver:${id}`, runAt: at })

const patient = (delivery: DeliveryRow) => Date.now() - delivery.createdAt.getTime() < PATIENCE_MS
const later = (ms: number) => new Date(Date.now() + ms)

/** Asks the gate and makes the letter; undefined where nothing is to leave now. */
async function prepare(services: Services, tx: Tx, id: string): Promise<Ready | undefined> {
  const delivery = await lockDelivery(tx, id)
  if (!delivery || (delivery.state !== 'waiting' && delivery.state !== 'sending')) return undefined
  const busy = delivery.state === 'sending' ? delivery.leaseUntil : delivery.nextAt
  if (busy && busy.getTime() > Date.now()) return void (await again(tx, id, busy))
  const message = await outgoingMessage(tx, services.keys, delivery.ticketId, delivery.messageId)
  if (!message || message.body === null) {
    await setDelivery(tx, id, { state: 'dropped' })
    if (message) await say(services, tx, delivery, said.purged)
    return undefined
  }
  const settings = await mailSettings(tx)
  const files = await outgoingFiles(services, tx, delivery)
  const verdict = judgeOutgoing(
    {
      textSuspected:
        message.phiState === 'suspected' || (message.phiState === 'none' && judge(message.body).suspected),
      subjectSuspected: judge(message.subject).suspected,
      files: files.map((f) => f.state),
      patient: patient(delivery),
    },
    settings.gate,
    delivery.decision ? { decision: delivery.decision, knowing: delivery.reasons } : undefined,
  )
  return act(services, tx, {
    delivery,
    message,
    settings,
    verdict,
    files: files.filter((f) => LEAVES.includes(f.state)),
  })
}

interface Judged {
  delivery: DeliveryRow
  message: OutgoingMessage
  settings: MailSettings
  verdict: Verdict
  files: LetterFile[]
}

async function act(services: Services, tx: Tx, judged: Judged): Promise<Ready | undefined> {
  const { delivery, message, settings, verdict } = judged
  const { id } = delivery
  const { reasons } = verdict
  if (verdict.do === 'wait') {
    const at = later(patient(delivery) ? LOOK_AGAIN_MS : LOOK_SELDOM_MS)
    await setDelivery(tx, id, { state: 'waiting', nextAt: at })
    return void (await again(tx, id, at))
  }
  const leaves = verdict.do === 'send' || verdict.do === 'notice'
  const relay = leaves ? await relayOf(services.keys, tx, settings) : undefined
  if (leaves && !relay) return void (await failed(services, tx, judged, new NotPosted('MAIL_OFF', false)))
  await record(services, tx, delivery, 'mail.gate', {
    verdict: verdict.do,
    policy: settings.gate,
    reasons: reasons.join('+'),
  })
  const decided = { policy: settings.gate, reasons }
  if (verdict.do === 'hold') {
    await setDelivery(tx, id, { state: 'held', ...decided })
    await say(services, tx, delivery, said.held(reasons), await releasers(tx))
    return undefined
  }
  if (verdict.do === 'block' || !relay) {
    const dropped = delivery.decision === 'drop'
    await setDelivery(tx, id, { state: dropped ? 'dropped' : 'blocked', ...decided })
    await say(services, tx, delivery, dropped ? said.dropped : said.blocked(reasons), [message.authorId])
    return undefined
  }
  const to = await opened<string>(services.keys, tx, 'mail_deliveries.sealed_to', id, delivery.sealedTo)
  // Whoever the ticket's requester is by now: this goes to whom it was written for.
  const others = recipientsOf(
    { requester: { email: to }, copies: message.copies },
    await ownAddresses(tx, relay.fromAddress),
  )
  const letter = letterOf(
    {
      to,
      cc: others?.cc ?? [],
      bcc: others?.bcc ?? [],
      ticketNumber: message.number,
      subject: message.subject,
      text: message.body!,
      files: judged.files,
      messageId: `<${ownMessageId(id, relay.fromAddress)}>`,
      link: `${services.publicUrl}/tickets/${message.ticketId}`,
      automatic: message.authorId === null,
      ...(await threadOf(services, tx, message)),
    },
    verdict,
  )
  await setDelivery(tx, id, {
    state: 'sending',
    form: verdict.do === 'notice' ? 'notice' : 'whole',
    ...decided,
  })
  return (
    letter && { delivery: { ...delivery, attempts: delivery.attempts + 1 }, message, relay, letter, verdict }
  )
}

async function settle(services: Services, tx: Tx, ready: Ready, outcome: Posted | NotPosted): Promise<void> {
  const { delivery, verdict } = ready
  const now = await lockDelivery(tx, delivery.id)
  if (now?.state !== 'sending') return
  if (outcome instanceof NotPosted) return failed(services, tx, ready, outcome)
  const notice = verdict.do === 'notice'
  await setDelivery(tx, delivery.id, { state: notice ? 'notice-sent' : 'sent' })
  await record(services, tx, delivery, 'mail.send', {
    form: notice ? 'notice' : 'whole',
    attempts: delivery.attempts,
  })
  if (notice) await say(services, tx, delivery, said.notice(verdict.reasons))
  if (outcome.copiesRefused) await say(services, tx, delivery, said.copiesRefused(outcome.copiesRefused))
}

/** Tries again later, or gives up and says so on the ticket. */
async function failed(
  services: Services,
  tx: Tx,
  { delivery, message }: Pick<Ready, 'delivery' | 'message'>,
  failure: NotPosted,
): Promise<void> {
  const age = Date.now() - delivery.createdAt.getTime()
  // While mail is off nothing is attempted: then its age says how long to wait.
  const pause = failure.permanent
    ? undefined
    : failure.code === 'MAIL_OFF'
      ? (PAUSES.find((p) => p * 60_000 > age) ?? PAUSES.at(-1))
      : PAUSES[Math.max(delivery.attempts, 1) - 1]
  if (pause !== undefined && age < 3 * 24 * 3_600_000) {
    const at = later(pause * 60_000)
    await setDelivery(tx, delivery.id, { state: 'waiting', errorCode: failure.code, nextAt: at })
    return again(tx, delivery.id, at)
  }
  await setDelivery(tx, delivery.id, { state: 'failed', errorCode: failure.code })
  await record(services, tx, delivery, 'mail.fail', {
    code: failure.code.replaceAll(' ', ':'),
    attempts: delivery.attempts,
  })
  await say(services, tx, delivery, said.failed(failure.code), [message.authorId, message.assigneeId])
}

const record = (
  services: Services,
  tx: Tx,
  delivery: DeliveryRow,
  action: string,
  facts: Record<string, string | number>,
) =>
  bySystem(services).record(tx, {
    action,
    object: { type: 'ticket', id: delivery.ticketId },
    facts: { delivery: delivery.id, message: delivery.messageId, ...facts },
  })
