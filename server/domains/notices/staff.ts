import type { Tx } from '../../platform/db/database.ts'
import { addJob, type Job } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { mailNews } from '../mail/index.ts'
import { type Kind, tellByPush } from '../push/index.ts'

/** What is told of the same to the same person within this time is one mail, in ms. */
const GATHER_MS = 60_000

/** The words of the mail, by what it tells of. No name, no title, nothing that anybody typed. */
const WORDS = {
  'to-read': {
    subject: 'A document is to be read',
    text: (
      url: string,
    ) => `You are asked to read a document and to say that you did. It stands where it is protected:

${url}
`,
  },
  answer: {
    subject: 'A form was handed in',
    text: (url: string) => `Somebody has handed in a form. What was answered stands where it is protected:

${url}/forms
`,
  },
} satisfies Partial<Record<Kind, { subject: string; text(url: string): string }>>
export type StaffNews = keyof typeof WORDS

/** Tells somebody of the staff on their devices and by e-mail, once this transaction commits. */
export async function tellStaff(tx: Tx, userId: string, what: StaffNews): Promise<void> {
  await tellByPush(tx, userId, what)
  await addJob(
    tx,
    'staff.notice',
    { userId, what },
    { key: `staff.notice:${userId}:${what}`, runAt: new Date(Date.now() + GATHER_MS) },
  )
}

/** Writes the mail. */
export async function mailStaff(services: Services, job: Job): Promise<void> {
  const { subject, text } = WORDS[String(job.payload.what) as StaffNews]
  await mailNews(services, job.orgId, String(job.payload.userId), {
    subject,
    text: text(services.publicUrl),
  })
}
