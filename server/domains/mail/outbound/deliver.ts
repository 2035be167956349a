import type { Tx } from '../../../platform/db/database.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import type { Services } from '../../../platform/services.ts'
import { judge, type OutgoingMessage, outgoingMessage } from '../../desk/index.ts'
import { loopMark } from '../mailboxes.ts'
import { type MailSettings, mailSettings, type Relay, relayOf } from '../settings.ts'
import { LEAVES, outgoingFiles } from './attachments.ts'
import { type DeliveryRow, lockDelivery, setDelivery } from './deliveries.ts'
import { judgeOutgoing, type Verdict } from './gate.ts'
import { type Letter, type LetterFile, letterOf } from './letter.ts'
import { again, conclude, record, stop } from './outcome.ts'
import { NotPosted, post, type Refusal } from './post.ts'
import { recipientStates } from './recipient-states.ts'
import { releasers } from './releasers.ts'
import { say } from './say.ts'
import { ownMessageId } from './take.ts'
import { threadOf } from './thread.ts'
import { inPart, pending, type Who, whoOf } from './who.ts'
import { said } from './words.ts'

/** How long after it was written a reply waits for its files to be read. */
const PATIENCE_MS = 10 * 60_000
const LOOK_AGAIN_MS = 15_000
/** Once that is over, for a mail that somebody let go: it leaves when its files are read, and not before. */
const LOOK_SELDOM_MS = 5 * 60_000

interface Ready {
  delivery: DeliveryRow
  message: OutgoingMessage
  who: Who
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

const patient = (delivery: DeliveryRow) => Date.now() - delivery.createdAt.getTime() < PATIENCE_MS
const later = (ms: number) => new Date(Date.now() + ms)

/** Asks the gate and makes the letter; undefined where nothing is to leave now. */
async function prepare(services: Services, tx: Tx, id: string): Promise<Ready | undefined> {
  const delivery = await lockDelivery(tx, id)
  if (!delivery || (delivery.state !== 'waiting' && delivery.state !== 'sending')) return undefined
  const busy = delivery.state === 'sending' ? delivery.leaseUntil : delivery.nextAt
  if (busy && busy.getTime() > Date.now()) return void (await again(tx, id, busy))
  const message = await outgoingMessage(tx, services.keys, delivery.ticketId, delivery.messageId)
  const settings = await mailSettings(tx)
  const who = await whoOf(services.keys, tx, delivery, message?.copies ?? null, settings.fromAddress)
  if (!message || message.body === null) {
    await stop(services, tx, delivery, who, { state: 'dropped' })
    if (message) await say(services, tx, delivery, said.purged(inPart(who)))
    return undefined
  }
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
    who,
    settings,
    verdict,
    files: files.filter((f) => LEAVES.includes(f.state)),
  })
}

interface Judged {
  delivery: DeliveryRow
  message: OutgoingMessage
  who: Who
  settings: MailSettings
  verdict: Verdict
  files: LetterFile[]
}

async function act(services: Services, tx: Tx, judged: Judged): Promise<Ready | undefined> {
  const { delivery, message, who, settings, verdict } = judged
  const { id } = delivery
  const { reasons } = verdict
  if (verdict.do === 'wait') {
    const at = later(patient(delivery) ? LOOK_AGAIN_MS : LOOK_SELDOM_MS)
    await setDelivery(tx, id, { state: 'waiting', nextAt: at })
    return void (await again(tx, id, at))
  }
  const left = pending(who)
  const leaves = verdict.do === 'send' || (verdict.do === 'notice' && left.includes(who.to))
  const relay = leaves ? await relayOf(services.keys, tx, settings) : undefined
  if (leaves && !relay) {
    const attempt = { delivery, message, who, now: left, notice: false }
    return void (await conclude(services, tx, attempt, new NotPosted('MAIL_OFF', false)))
  }
  await record(services, tx, delivery, 'mail.gate', {
    verdict: verdict.do,
    policy: settings.gate,
    reasons: reasons.join('+'),
  })
  const decided = { policy: settings.gate, reasons }
  if (verdict.do === 'hold') {
    await setDelivery(tx, id, { state: 'held', ...decided })
    await say(services, tx, delivery, said.held(reasons, inPart(who)), await releasers(tx))
    return undefined
  }
  if (verdict.do === 'block' || !relay) {
    const dropped = delivery.decision === 'drop'
    await stop(services, tx, delivery, who, { state: dropped ? 'dropped' : 'blocked', ...decided })
    const some = inPart(who)
    const words = dropped ? said.dropped(some) : said.blocked(reasons, some)
    await say(services, tx, delivery, words, [message.authorId])
    return undefined
  }
  const letter = letterOf(
    {
      to: who.to,
      cc: who.cc,
      bcc: who.bcc,
      now: left,
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
  const tried = { ...delivery, reasons, attempts: delivery.attempts + 1 }
  return letter && { delivery: tried, message, who, relay, letter, verdict }
}

async function settle(
  services: Services,
  tx: Tx,
  { delivery, message, who, letter, verdict }: Ready,
  outcome: readonly Refusal[] | NotPosted,
): Promise<void> {
  const held = await lockDelivery(tx, delivery.id)
  if (held?.state !== 'sending') return
  // What was reported of some meanwhile stands.
  const states = (await recipientStates(services.keys, tx, [delivery.id]))(delivery.id)
  const attempt = { delivery, message, who: { ...who, states }, now: letter.now }
  await conclude(services, tx, { ...attempt, notice: verdict.do === 'notice' }, outcome)
}
