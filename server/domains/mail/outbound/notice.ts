import { uuidv7 } from '../../../platform/ids.ts'
import type { Services } from '../../../platform/services.ts'
import { loopMark } from '../mailboxes.ts'
import { mailSettings, relayOf } from '../settings.ts'
import { noticeLetter } from './letter.ts'
import { NotPosted, post } from './post.ts'
import { ownMessageId } from './take.ts'

/**
 * Mails a notice of Wellkeep's own to one of its users: fixed words and a link, nothing that anybody typed. Does nothing
 * while mail is off, for who may not sign in any more, and where the mail server refuses for good.
 *
 * @throws NotPosted where it may go later
 */
export async function mailNotice(
  services: Services,
  orgId: string,
  userId: string,
  words: { subject: string; text: string },
): Promise<void> {
  const ready = await services.db.withContext(
    { orgId, userId: null },
    async (tx) => {
      const relay = await relayOf(services.keys, tx, await mailSettings(tx))
      const user = await tx.db
        .selectFrom('users')
        .select('email')
        .where('org_id', '=', orgId)
        .where('id', '=', userId)
        .where('status', '=', 'active')
        .executeTakeFirst()
      return relay && user && { relay, to: user.email }
    },
    'worker',
  )
  if (!ready) return
  const { relay, to } = ready
  const letter = noticeLetter(to, `<${ownMessageId(uuidv7(), relay.fromAddress)}>`, words)
  await post(relay, letter, loopMark(orgId)).catch((error: unknown) => {
    if (!(error instanceof NotPosted && error.permanent)) throw error
  })
}
