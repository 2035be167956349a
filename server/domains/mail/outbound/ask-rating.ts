import { addJob, type Job } from '../../../platform/jobs/index.ts'
import type { Services } from '../../../platform/services.ts'
import { ratingToAsk } from '../../desk/index.ts'
import { emailAddress } from '../addresses.ts'
import { mailSettings } from '../settings.ts'
import { postNotice } from './notice.ts'
import { isOwn, ownAddresses } from './recipients.ts'

/** Fixed words: a number, a link and its end. Nothing that anybody typed, and no name. */
const words = (number: number, link: string, until: Date) => ({
  subject: `Ticket ${number} was resolved`,
  text: `Your ticket ${number} was resolved.

Were you content with how it went? Tell us in one click. The link works once, until ${until.toISOString().slice(0, 10)}:

${link}

If something is still open, answer to an earlier message about the ticket. Please send no health information by e-mail.
`,
})

/**
 * A ticket has ended: its requester is told so, and asked how content they are. The link is made here, where the mail is,
 * and lies nowhere else; one that could not be sent is replaced by the next try.
 */
export async function askForRating(services: Services, { orgId, payload }: Job): Promise<void> {
  const ask = await services.db.withContext(
    { orgId, userId: null },
    async (tx) => {
      const found = await ratingToAsk(services.keys, tx, String(payload.ticketId))
      if (!found) return undefined
      if (found.portalUserId)
        await addJob(
          tx,
          'portal.notice',
          { userId: found.portalUserId, since: new Date().toISOString() },
          { key: `portal.notice:${found.portalUserId}` },
        )
      const to = emailAddress(found.email ?? '')
      const own = await ownAddresses(tx, (await mailSettings(tx)).fromAddress)
      return to && !isOwn(to, own) ? { ...found, to } : undefined
    },
    'worker',
  )
  if (!ask) return
  await postNotice(
    services,
    orgId,
    ask.to,
    words(ask.number, `${services.publicUrl}/rate#${ask.secret}`, ask.until),
  )
}
