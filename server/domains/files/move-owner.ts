import type { Tx } from '../../platform/db/database.ts'

const MOVE = {
  name: 'file-move-owner',
  text: `update files set owner_id = $3, group_id = $4, client_id = $5, version = version + 1
    where org_id = $1 and owner_type = 'ticket' and owner_id = $2 and ($6::uuid[] is null or message_id = any ($6)) returning id`,
}

/**
 * Hangs the files of a ticket, all of them or those of some messages, on another one, whose wall they then stand behind.
 * Their keys are their own, so nothing is sealed anew. Both tickets are locked by the caller, and the other one is open
 * when any of the files is not settled. Answers their ids.
 */
export async function moveFiles(
  tx: Tx,
  fromId: string,
  to: { id: string; groupId: string; clientId: string | null },
  messageIds?: string[],
): Promise<string[]> {
  const rows = await tx.run<{ id: string }>(MOVE, [
    tx.context.orgId,
    fromId,
    to.id,
    to.groupId,
    to.clientId,
    messageIds ?? null,
  ])
  return rows.map((r) => r.id)
}
