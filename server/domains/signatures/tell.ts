import type { Statement, Tx } from '../../platform/db/database.ts'
import { bySystem } from '../../platform/http/by.ts'
import { addJob, type Job } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { mailNews } from '../mail/index.ts'
import { tellPortal } from '../portal/index.ts'
import { tellByPush } from '../push/index.ts'
import { about } from './records.ts'

/** The words of the mail to staff. No name, no title, nothing that anybody typed. */
const WORDS = {
  ask: (link: string) => ({
    subject: 'A document waits for your signature',
    text: `A document waits for your signature. What it is stands where it is protected:

${link}
`,
  }),
  due: (link: string) => ({
    subject: 'A document is to be signed soon',
    text: `A document still waits for your signature, and the day until which it is asked is near. It stands where it is protected:

${link}
`,
  }),
  blocked: (link: string) => ({
    subject: 'Somebody who is to sign can’t',
    text: `Of the signatures that you asked for, one can't be given: somebody who is to sign may not sign in or see the document any more. Ask somebody else in their place:

${link}
`,
  }),
  ended: (link: string) => ({
    subject: 'News of signatures that you asked for',
    text: `Signatures that you asked for are complete, or somebody did not sign. See how it stands:

${link}
`,
  }),
}

const NEXT: Statement = {
  name: 'signature-next',
  text: `select s.user_id, u.kind from signature_requests r join signature_steps s on s.org_id = r.org_id and s.request_id = r.id and s.state = 'waiting'
    join users u on u.org_id = s.org_id and u.id = s.user_id
    where r.org_id = $1 and r.id = $2 and r.state = 'open' and (r.due_at is null or r.due_at > now()) order by s.position limit 1`,
}
/**
 * Whose turn it is and whose day comes: two days before, or when half of a shorter time is over. Once for each day that was
 * set, so that one which is moved is reminded of again.
 */
const DUE: Statement = {
  name: 'signature-due',
  text: `update signature_steps s set reminded_for = r.due_at from signature_requests r, users u
    where r.org_id = $1 and r.state = 'open' and r.due_at > now() and s.org_id = r.org_id and s.request_id = r.id and s.state = 'waiting'
      and s.reminded_for is distinct from r.due_at and s.asked_at is not null and u.org_id = s.org_id and u.id = s.user_id and u.status = 'active'
      and now() >= r.due_at - least(interval '48 hours', (r.due_at - s.asked_at) / 2)
      and not exists (select 1 from signature_steps e where e.org_id = s.org_id and e.request_id = s.request_id and e.position < s.position and e.state = 'waiting')
    returning s.request_id as id, s.user_id, u.kind, r.document_id, (select d.client_id from documents d where d.org_id = r.org_id and d.id = r.document_id) as client_id`,
}
const BLOCKED: Statement = {
  name: 'signature-blocked',
  text: `update signature_steps s set blocked_at = now() from signature_requests r
    where s.org_id = $1 and s.request_id = $2 and s.state = 'waiting' and r.org_id = s.org_id and r.id = s.request_id and r.state = 'open'
      and not wk_can_sign(r.document_id, s.user_id) returning r.asked_by, r.document_id`,
}

const ENDED: Statement = {
  name: 'signature-ended',
  text: `select r.state, r.cancelled_why, r.document_id, r.n, r.asked_by, d.client_id, exists (select 1 from audit_events e
      where e.org_id = r.org_id and e.object_id = r.id and e.action = 'signature.cancel') as recorded
    from signature_requests r join documents d on d.org_id = r.org_id and d.id = r.document_id where r.org_id = $1 and r.id = $2`,
}
interface Ended {
  state: string
  cancelled_why: string | null
  document_id: string
  n: number
  asked_by: string
  client_id: string | null
  recorded: boolean
}

/** Tells whoever signs next, once this transaction commits. */
export const askNext = (tx: Tx, requestId: string): Promise<void> =>
  addJob(tx, 'signature.ask', { requestId }, { key: `signature.ask:${requestId}` })

const inWorker = <T>({ db }: Services, orgId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.withContext({ orgId, userId: null }, work, 'worker')

const tellSigner = (tx: Tx, signer: { user_id: string; kind: string }): Promise<void> =>
  signer.kind === 'portal'
    ? tellPortal(tx, signer.user_id, 'signature')
    : tellByPush(tx, signer.user_id, 'to-sign')

/** Writes to whoever's turn it is: what it is about they read where it is protected. */
export async function mailNext(services: Services, job: Job): Promise<void> {
  const requestId = String(job.payload.requestId)
  const next = await inWorker(services, job.orgId, async (tx) => {
    const [row] = await tx.run<{ user_id: string; kind: string }>(NEXT, [job.orgId, requestId])
    if (row) await tellSigner(tx, row)
    return row
  })
  if (next?.kind === 'person')
    await mailNews(
      services,
      job.orgId,
      next.user_id,
      WORDS.ask(`${services.publicUrl}/signatures/${requestId}`),
    )
}

/**
 * A request has ended. What ended it by itself (a document that was taken back or destroyed) is recorded here; whoever asked
 * is told.
 */
export async function tellEnd(services: Services, job: Job): Promise<void> {
  const requestId = String(job.payload.requestId)
  const ended = await inWorker(services, job.orgId, async (tx) => {
    const [row] = await tx.run<Ended>(ENDED, [job.orgId, requestId])
    if (row?.state === 'cancelled' && !row.recorded)
      await bySystem(services).record(tx, {
        action: 'signature.cancel',
        ...about({ ...row, id: requestId }),
        facts: { n: row.n, why: row.cancelled_why },
      })
    return row
  })
  if (ended && ended.cancelled_why !== 'destroyed')
    await mailNews(
      services,
      job.orgId,
      ended.asked_by,
      WORDS.ended(`${services.publicUrl}/documents/${ended.document_id}`),
    )
}

/** Reminds those whose day is near, by themselves, so that nobody has to watch the calendar. */
export const remindOfDays = (services: Services, orgId: string): Promise<void> =>
  inWorker(services, orgId, async (tx) => {
    interface Due {
      id: string
      user_id: string
      kind: string
      document_id: string
      client_id: string | null
    }
    for (const row of await tx.run<Due>(DUE, [orgId])) {
      await tellSigner(tx, row)
      if (row.kind === 'person') await addJob(tx, 'signature.due', { requestId: row.id, userId: row.user_id })
      await bySystem(services).record(tx, {
        action: 'signature.remind',
        ...about(row),
        facts: { automatic: true },
      })
    }
  })

/** Writes the reminder to somebody of the staff. */
export const mailDue = (services: Services, job: Job): Promise<void> =>
  mailNews(
    services,
    job.orgId,
    String(job.payload.userId),
    WORDS.due(`${services.publicUrl}/signatures/${job.payload.requestId}`),
  )

/** A signer was suspended, removed or untied: whoever asked is told, for else all would wait for nobody. */
export async function tellBlocked(services: Services, job: Job): Promise<void> {
  const [row] = await inWorker(services, job.orgId, (tx) =>
    tx.run<{ asked_by: string; document_id: string }>(BLOCKED, [job.orgId, job.payload.requestId]),
  )
  if (row)
    await mailNews(
      services,
      job.orgId,
      row.asked_by,
      WORDS.blocked(`${services.publicUrl}/documents/${row.document_id}`),
    )
}
