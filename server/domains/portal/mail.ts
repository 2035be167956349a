import type { Tx } from '../../platform/db/database.ts'
import { bySystem } from '../../platform/http/by.ts'
import { addJob, type Job } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { newInvitation, openPerson } from '../identity/index.ts'
import { postNotice } from '../mail/index.ts'
import { type Kind, tellByPush } from '../push/index.ts'

/** Notices about the same person within this time are one mail, in ms. */
const GATHER_MS = 60_000

/** The words of all mail that goes to portal people. No name, no client, nothing that anybody typed. */
const WORDS = {
  invite: (link: string, until: string) => ({
    subject: 'Your invitation to a secure portal',
    text: `You are invited to a portal where documents and messages are kept protected.

Open this link to choose how you sign in. It works once, until ${until}:

${link}

If you did not expect this, do nothing: without the link nobody gets in.
`,
  }),
  news: (link: string) => ({
    subject: 'There is something new for you',
    text: `There is something new for you in the portal. It is kept where it is protected and is not sent by e-mail.

Sign in to read it:

${link}

Please send no health information by e-mail.
`,
  }),
}

const asSystem = <T>({ db }: Services, orgId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.withContext({ orgId, userId: null }, work, 'worker')

interface Reader {
  email: string
  status: string
  seenAt: Date | null
  wanted: boolean
}

async function reader(services: Services, tx: Tx, userId: string): Promise<Reader | undefined> {
  const row = await tx.db
    .selectFrom('portal_people as p')
    .innerJoin('users as u', (j) => j.onRef('u.org_id', '=', 'p.org_id').onRef('u.id', '=', 'p.user_id'))
    .select(['p.sealed_person', 'u.status', 'u.email_notices'])
    .select((e) =>
      e
        .selectFrom('sessions as s')
        .select((x) => x.fn.max('s.last_seen_at').as('at'))
        .whereRef('s.org_id', '=', 'u.org_id')
        .whereRef('s.user_id', '=', 'u.id')
        .where('s.ended_at', 'is', null)
        .as('seen_at'),
    )
    .where('p.org_id', '=', tx.context.orgId)
    .where('p.user_id', '=', userId)
    .executeTakeFirst()
  if (!row) return undefined
  const { email } = await openPerson(services.keys, tx, userId, row.sealed_person)
  return { email, status: row.status, seenAt: row.seen_at, wanted: row.email_notices }
}

/** Writes an invitation to its person: the link is made here, where the mail is, and lies nowhere else. */
export async function mailInvitation(services: Services, job: Job): Promise<void> {
  const userId = String(job.payload.userId)
  const letter = await asSystem(services, job.orgId, async (tx) => {
    const to = await reader(services, tx, userId)
    if (to?.status !== 'invited') return undefined
    const made = await newInvitation(tx, { userId, invitedBy: null, kind: 'link' })
    const until = made.expiresAt.toISOString().slice(0, 10)
    const words = WORDS.invite(`${services.publicUrl}/portal/join#${made.secret}`, until)
    return { to: to.email, words }
  })
  if (!letter) return
  const outcome = await postNotice(services, job.orgId, letter.to, letter.words)
  await sent(services, job, userId, 'invite', outcome)
}

/** Tells a portal person that there is something new, on their devices and by e-mail; what it is they read in the portal. */
export async function tellPortal(tx: Tx, userId: string, kind: Kind): Promise<void> {
  await tellByPush(tx, userId, kind)
  await addJob(
    tx,
    'portal.notice',
    { userId, since: new Date().toISOString() },
    { key: `portal.notice:${userId}`, runAt: new Date(Date.now() + GATHER_MS) },
  )
}

/** Writes the notice, unless the person has been in the portal since. */
export async function mailNotice(services: Services, job: Job): Promise<void> {
  const userId = String(job.payload.userId)
  const to = await asSystem(services, job.orgId, (tx) => reader(services, tx, userId))
  if (to?.status !== 'active' || !to.wanted) return
  if (to.seenAt && to.seenAt > new Date(String(job.payload.since))) return
  const words = WORDS.news(`${services.publicUrl}/portal`)
  await sent(services, job, userId, 'notice', await postNotice(services, job.orgId, to.email, words))
}

const sent = (services: Services, job: Job, userId: string, kind: string, outcome: string): Promise<void> =>
  asSystem(services, job.orgId, (tx) =>
    bySystem(services).record(tx, {
      action: 'portal-person.mail',
      outcome: outcome === 'sent' ? 'done' : 'failed',
      object: { type: 'portal-person', id: userId },
      facts: { kind, outcome },
    }),
  )
