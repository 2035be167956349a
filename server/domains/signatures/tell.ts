import type { Statement, Tx } from '../../platform/db/database.ts'
import { bySystem } from '../../platform/http/by.ts'
import { addJob, type Job } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { mailNotice } from '../mail/index.ts'
import { tellPortal } from '../portal/index.ts'
import { about } from './records.ts'

/** The words of the mail to staff. No name, no title, nothing that anybody typed. */
const WORDS = {
  ask: (link: string) => ({
    subject: 'A document waits for your signature',
    text: `A document waits for your signature. What it is stands where it is protected:

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

/** Writes to whoever's turn it is: what it is about they read where it is protected. */
export async function mailNext(services: Services, job: Job): Promise<void> {
  const requestId = String(job.payload.requestId)
  const next = await inWorker(services, job.orgId, async (tx) => {
    const [row] = await tx.run<{ user_id: string; kind: string }>(NEXT, [job.orgId, requestId])
    if (row?.kind === 'portal') await tellPortal(tx, row.user_id, 'document')
    return row
  })
  if (next?.kind === 'person')
    await mailNotice(
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
    await mailNotice(
      services,
      job.orgId,
      ended.asked_by,
      WORDS.ended(`${services.publicUrl}/documents/${ended.document_id}`),
    )
}
