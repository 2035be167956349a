import type { ImapFlow } from 'imapflow'
import { BlobsUnavailable } from '../../../../platform/blobs/index.ts'
import { DatabaseUnavailable } from '../../../../platform/db/database.ts'
import type { Services } from '../../../../platform/services.ts'
import type { Owners } from '../../../files/index.ts'
import type { MailboxRow } from '../../mailboxes.ts'
import { MAIL_LIMITS, MailRefused } from '../limits.ts'
import { MailDeferred, noteRefused, receiveMail } from '../receive.ts'

/** As many as are taken before the mailbox is looked at anew. */
const BATCH = 100
const PUT_OFF_MS = 10 * 60_000

export interface Reading {
  services: Services
  owners: Owners
  orgId: string
  mailbox: MailboxRow
  client: ImapFlow
  signal: AbortSignal
  /** UIDs that were put off, and until when, in ms. */
  putOff: Map<number, number>
}

/**
 * Takes in what is new in the folder that is open: what nobody has seen and we have not flagged as refused. A mail is
 * marked or moved only after it is committed here; killed in between, it comes again and is recognized. So UIDs are
 * remembered for no longer than a connection, and a mailbox that is numbered anew (UIDVALIDITY) loses and doubles nothing.
 *
 * @returns how many were dealt with
 */
export async function readNew(reading: Reading): Promise<number> {
  const { client, signal, putOff, mailbox } = reading
  const seen = mailbox.moveTo ? {} : { seen: false }
  const found = (await client.search({ ...seen, deleted: false, flagged: false }, { uid: true })) || []
  const due = found.filter((uid) => (putOff.get(uid) ?? 0) <= Date.now())
  let done = 0
  for (const uid of due.slice(0, BATCH)) {
    if (signal.aborted) break
    await readOne(reading, uid)
    done++
  }
  return done
}

async function readOne(reading: Reading, uid: number): Promise<void> {
  const { services, owners, orgId, mailbox, client, putOff } = reading
  const range = String(uid)
  try {
    const head = await client.fetchOne(range, { size: true }, { uid: true })
    if (!head) return
    if ((head.size ?? 0) > MAIL_LIMITS.bytes) throw new MailRefused('too-large')
    // Fetching marks nothing as seen.
    const { content } = await client.download(range, undefined, { uid: true })
    if (!content) throw new Error('nothing was there')
    await receiveMail(services, owners, orgId, mailbox, content)
  } catch (error) {
    if (error instanceof MailRefused) {
      await noteRefused(services, orgId, mailbox.id, error)
      // It stays for a person to look at, and is not tried again.
      await client.messageFlagsAdd(range, ['\\Flagged'], { uid: true })
      return
    }
    if (isAway(error) || !client.usable) throw error
    // One mail that can't be taken just now does not stand before all others.
    putOff.set(uid, Date.now() + PUT_OFF_MS)
    if (!(error instanceof MailDeferred))
      services.log.error(whatFailed(error), 'a mail could not be taken in; it is tried again')
    return
  }
  if (mailbox.moveTo) await client.messageMove(range, mailbox.moveTo, { uid: true })
  else await client.messageFlagsAdd(range, ['\\Seen'], { uid: true })
}

const isAway = (error: unknown) => error instanceof DatabaseUnavailable || error instanceof BlobsUnavailable

/** Kind and place: messages may carry data. */
function whatFailed(error: unknown): { kind: string | undefined; code: string | undefined; stack: string[] } {
  const { name, code, stack } = error as { name?: string; code?: string; stack?: string }
  const places = String(stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
  return { kind: name, code, stack: places.slice(0, 8) }
}
