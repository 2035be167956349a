import type { Tx } from '../../../platform/db/database.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import type { OrgKeys } from '../../../platform/keys/org-keys.ts'
import type { Services } from '../../../platform/services.ts'
import { loopMark } from '../mailboxes.ts'
import { mailSettings, type Relay, relayOf } from '../settings.ts'
import { noticeLetter } from './letter.ts'
import { NotPosted, postToOne } from './post.ts'
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
  await posted(orgId, ready.relay, ready.to, words)
}

/** Whether somebody wants to be told by e-mail when there is something new. */
export async function wantsMail(tx: Tx, userId: string): Promise<boolean> {
  const user = await tx.db
    .selectFrom('users')
    .select('email_notices')
    .where('org_id', '=', tx.context.orgId)
    .where('id', '=', userId)
    .executeTakeFirst()
  return user?.email_notices === true
}

/** The same as `mailNotice`, of what is only new: not to whoever wants none of it by e-mail. */
export async function mailNews(
  services: Services,
  orgId: string,
  userId: string,
  words: { subject: string; text: string },
): Promise<void> {
  const wanted = await services.db.withContext(
    { orgId, userId: null },
    (tx) => wantsMail(tx, userId),
    'worker',
  )
  if (wanted) await mailNotice(services, orgId, userId, words)
}

/** Whether mail can leave at all. */
export async function mailReady(keys: OrgKeys, tx: Tx): Promise<boolean> {
  return (await relayOf(keys, tx, await mailSettings(tx))) !== undefined
}

/**
 * The same to an address that the caller has opened. Answers `sent`, or the code of why it never will be.
 *
 * @throws NotPosted where it may go later
 */
export async function postNotice(
  services: Services,
  orgId: string,
  to: string,
  words: { subject: string; text: string },
): Promise<string> {
  const relay = await services.db.withContext(
    { orgId, userId: null },
    async (tx) => relayOf(services.keys, tx, await mailSettings(tx)),
    'worker',
  )
  return relay ? posted(orgId, relay, to, words) : 'MAIL_OFF'
}

async function posted(
  orgId: string,
  relay: Relay,
  to: string,
  words: { subject: string; text: string },
): Promise<string> {
  const letter = noticeLetter(to, `<${ownMessageId(uuidv7(), relay.fromAddress)}>`, words)
  try {
    await postToOne(relay, letter, loopMark(orgId))
    return 'sent'
  } catch (error) {
    if (error instanceof NotPosted && error.permanent) return error.code.replaceAll(' ', ':')
    throw error
  }
}
