import type { Tx } from '../../platform/db/database.ts'
import { forbidden, invalid } from '../../platform/http/problem.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { type AttachedFile, type FileOwner, filesOf, presentAttached } from '../files/index.ts'
import { findThread } from './threads.ts'

const PLACE = {
  name: 'thread-file-place',
  text: 'select group_id, client_id from message_threads where org_id = $1 and id = $2',
}
/** A message of one's own takes the files that were chosen with it, for a day. */
const TAKES = {
  name: 'thread-message-takes-files',
  text: `select 1 from thread_messages where org_id = $1 and thread_id = $2 and id = $3 and author_id = $4 and kind <> 'event'
    and created_at > now() - interval '1 day'`,
}
interface Place {
  group_id: string
  client_id: string
}
const placeOf = (row: Place) => ({ groupId: row.group_id, clientId: row.client_id, atHome: true })

/**
 * Files in a conversation: whoever sees it sees them, once they go with a message that they see. It is about a client, so
 * that health information is at home there.
 */
export const threadFiles: FileOwner = {
  type: 'thread',
  classes: ['clinical'],
  async open(tx, principal, id, access) {
    const thread = await findThread(tx, id)
    if (principal.kind !== 'portal') {
      const needed = access === 'write' ? 'messages:write' : 'messages:read'
      if (!principal.permissions.has(needed)) throw forbidden(`This needs the permission ${needed}.`)
      if (!principal.fieldClasses.clinical) throw forbidden('Your roles may not see the class clinical.')
      if (access === 'write' && !thread.writable)
        throw forbidden('The walls open this conversation for reading only.')
    }
    const [row] = await tx.run<Place>(PLACE, [tx.context.orgId, id])
    return placeOf(row!)
  },
  async find(tx, id) {
    const [row] = await tx.run<Place>(PLACE, [tx.context.orgId, id])
    return row && placeOf(row)
  },
  async takesFiles(tx, id, messageId, userId) {
    return (await tx.run(TAKES, [tx.context.orgId, id, messageId, userId])).length > 0
  },
}

const WITH_MESSAGE = {
  name: 'thread-files-with-message',
  text: 'select wk_files_with_message($1, $2, $3) as n',
}

/** Sends files along with a message: one's own, whole, and not sent before. */
export async function sendAlong(
  tx: Tx,
  threadId: string,
  messageId: string,
  fileIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(fileIds)]
  if (!wanted.length) return
  const [row] = await tx.run<{ n: number }>(WITH_MESSAGE, [threadId, messageId, wanted])
  if (row!.n !== wanted.length)
    throw invalid([
      {
        field: 'files',
        message:
          'must name files that you put here, that are complete, hold no malware and were not sent before',
      },
    ])
}

/** The files that went with these messages, by message. */
export async function filesOfMessages(
  keys: OrgKeys,
  tx: Tx,
  threadId: string,
  messageIds: readonly string[],
): Promise<Map<string, AttachedFile[]>> {
  const out = new Map<string, AttachedFile[]>()
  const wanted = new Set(messageIds)
  for (const row of await filesOf(tx, { type: 'thread', id: threadId }))
    if (row.message_id && wanted.has(row.message_id))
      out.set(row.message_id, [...(out.get(row.message_id) ?? []), await presentAttached(keys, tx, row)])
  return out
}
