import type { Statement, Tx } from '../../platform/db/database.ts'
import { addJob, type Job } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { tellStaff } from '../notices/index.ts'
import { tellPortal } from '../portal/index.ts'

/**
 * Whom a published document is for: of a client's own, the client's portal people; of a shared one, those who are asked to
 * read it and have not. Staff are told only of what they are asked to read, and see. Nobody is told of what they
 * published themselves.
 */
const FOR: Statement = {
  name: 'document-published-for',
  text: `select u.id, u.kind, coalesce(a.asked, false) as asked from documents d
    join users u on u.org_id = d.org_id and u.status = 'active' and u.kind in ('person', 'portal') and u.id <> d.published_by
    left join lateral (select wk_is_asked(x, u.id) and not exists (select 1 from document_acknowledgements k where k.org_id = x.org_id
        and k.document_id = x.document_id and k.user_id = u.id and k.n >= d.read_from) as asked
      from document_audiences x where x.org_id = d.org_id and x.document_id = d.id) a on true
    where d.org_id = $1 and d.id = $2 and d.state = 'published' and d.purged_at is null and (d.expires_at is null or d.expires_at > now())
      and ((not $3::boolean and u.kind = 'portal' and d.client_id is not null) or a.asked) and wk_can_sign(d.id, u.id) limit 5000`,
}

/** Tells whom a document is for, once this transaction commits; `asked`: only those who are newly asked to read it. */
export const tellReaders = (tx: Tx, documentId: string, asked = false): Promise<void> =>
  addJob(tx, 'document.tell', { documentId, asked }, { key: `document.tell:${documentId}` })

/** Who they are is judged when it is told: what was taken back meanwhile is told to nobody. */
export const tellOfDocument = ({ db }: Services, job: Job): Promise<void> =>
  db.withContext(
    { orgId: job.orgId, userId: null },
    async (tx) => {
      const { documentId, asked } = job.payload
      const people = await tx.run<{ id: string; kind: string }>(FOR, [job.orgId, documentId, asked === true])
      for (const { id, kind } of people)
        await (kind === 'portal' ? tellPortal(tx, id, 'document') : tellStaff(tx, id, 'to-read'))
    },
    'worker',
  )
