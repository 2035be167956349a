import { Readable } from 'node:stream'
import type { Statement, Tx } from '../../platform/db/database.ts'
import { invalid } from '../../platform/http/problem.ts'
import type { Services } from '../../platform/services.ts'
import { fileBytes } from './bytes.ts'
import { type FileRow, FileSeal, type FileState, filesOf, partsOf } from './records.ts'

const LINK: Statement = {
  name: 'files-link',
  text: `update files set message_id = $3, version = version + 1 where org_id = $1 and owner_type = 'ticket' and owner_id = $2
    and id = any ($4::uuid[]) and message_id is null and state not in ('moved', 'purged') returning id`,
}

/**
 * Makes files of a ticket those of one of its messages: what is sent with it.
 * @throws Problem when one is not there, or goes with another message already
 */
export async function linkToMessage(
  tx: Tx,
  ticketId: string,
  messageId: string,
  fileIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(fileIds)]
  if (wanted.length === 0) return
  const linked = await tx.run(LINK, [tx.context.orgId, ticketId, messageId, wanted])
  if (linked.length !== wanted.length)
    throw invalid([
      { field: 'fileIds', message: 'must name files of this ticket that go with no other message' },
    ])
}

export interface MessageFile {
  id: string
  state: FileState
  name: string
  contentType: string
  /** Its bytes, later and outside the transaction. */
  open(): Readable
}

async function opened(
  tx: Tx,
  services: Pick<Services, 'keys' | 'blobs'>,
  row: FileRow,
): Promise<MessageFile> {
  const { orgId } = tx.context
  const gone = row.state === 'moved' || row.state === 'purged'
  const seal = gone ? undefined : await FileSeal.of(services.keys, tx, row)
  const parts = gone ? [] : await partsOf(tx, row.id)
  return {
    id: row.id,
    state: row.state,
    name: seal?.name(row) ?? '',
    contentType: row.content_type ?? 'application/octet-stream',
    open: () => Readable.from(seal ? fileBytes(services, orgId, seal.key, parts) : []),
  }
}

/** The files that go with a message of a ticket, those that are gone too. */
export async function filesOfMessage(
  tx: Tx,
  services: Pick<Services, 'keys' | 'blobs'>,
  message: { ticketId: string; messageId: string },
): Promise<MessageFile[]> {
  const rows = await filesOf(tx, { type: 'ticket', id: message.ticketId })
  const files: MessageFile[] = []
  for (const row of rows)
    if (row.message_id === message.messageId) files.push(await opened(tx, services, row))
  return files
}
