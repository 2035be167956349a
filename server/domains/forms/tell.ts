import type { Statement, Tx } from '../../platform/db/database.ts'
import { addJob, type Job } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { tellStaff } from '../notices/index.ts'

/**
 * Who is told that a client has handed a form in: whoever sent it and the form's team; where that is nobody, whoever made
 * the form. Only those who may read answers, and to whom the client's wall is open.
 */
const TOLD: Statement = {
  name: 'form-handed-in-told',
  text: `with able as (select u.id, u.id = r.created_by or exists (select 1 from team_members m where m.org_id = u.org_id and m.user_id = u.id
        and m.team_id = f.told_team_id) as named
      from form_responses r join forms f on f.org_id = r.org_id and f.id = r.form_id
      join users u on u.org_id = r.org_id and u.status = 'active' and u.kind = 'person' and u.id is distinct from r.submitted_by
        and (u.id in (r.created_by, f.created_by) or exists (select 1 from team_members m where m.org_id = u.org_id and m.user_id = u.id
          and m.team_id = f.told_team_id))
      where r.org_id = $1 and r.id = $2 and r.state = 'submitted'
        and exists (select 1 from user_roles x join roles o on o.org_id = x.org_id and o.id = x.role_id
          where x.org_id = u.org_id and x.user_id = u.id and 'forms:read' = any (o.permissions))
        and exists (select 1 from team_members m join walls w on w.org_id = m.org_id and w.team_id = m.team_id
          where m.org_id = u.org_id and m.user_id = u.id and w.group_id = r.group_id))
    select id from able where named or not exists (select 1 from able where named)`,
}

/** Tells the care team that somebody handed a form in, once this transaction commits. */
export const tellHandedIn = (tx: Tx, responseId: string): Promise<void> =>
  addJob(tx, 'form.handed-in', { responseId }, { key: `form.handed-in:${responseId}` })

export const tellOfAnswers = ({ db }: Services, job: Job): Promise<void> =>
  db.withContext(
    { orgId: job.orgId, userId: null },
    async (tx) => {
      for (const { id } of await tx.run<{ id: string }>(TOLD, [job.orgId, job.payload.responseId]))
        await tellStaff(tx, id, 'answer')
    },
    'worker',
  )
