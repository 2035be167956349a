import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import { conflict, invalid, Problem } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { Services } from '../../platform/services.ts'
import { insertKey } from './keys.ts'
import { cleanName } from './names.ts'
import type { FileOwner, OwnerPlace } from './owners.ts'
import { FileSeal } from './records.ts'

/** Files on one owner, where it says no other number; those that are gone do not count. */
const MOST_FILES = 500

export interface NewFile {
  ownerId: string
  name: string
  size: number
  messageId?: string | undefined
  /** What the sender computed from its bytes: the same file, chosen again, goes on where it broke off. */
  fingerprint?: string | undefined
}

const COUNT = {
  name: 'files-count',
  text: "select count(*)::int as n from files where org_id = $1 and owner_type = $2 and owner_id = $3 and state not in ('moved', 'purged')",
}

/** A file that waits for its bytes, under a key of its own. The caller has opened the owner. */
export async function createFile(
  tx: Tx,
  services: Services,
  by: By,
  owner: FileOwner,
  place: OwnerPlace,
  input: NewFile,
): Promise<{ id: string; name: string }> {
  const { orgId } = tx.context
  const name = cleanName(input.name)
  if (input.size > services.maxFileBytes)
    throw new Problem(413, 'file-too-large', 'The file is too large', {
      errors: [{ field: 'size', message: `must be at most ${services.maxFileBytes} bytes` }],
    })
  if (input.size < 1) throw invalid([{ field: 'size', message: 'must be at least 1: the file is empty' }])
  if (input.messageId && !(await owner.takesFiles?.(tx, input.ownerId, input.messageId, by.userId!)))
    throw invalid([
      { field: 'messageId', message: 'must name a message of one’s own here that was not sent yet' },
    ])
  const [count] = await tx.run<{ n: number }>(COUNT, [orgId, owner.type, input.ownerId])
  const most = owner.mostFiles ?? MOST_FILES
  if (count!.n >= most)
    throw conflict('too-many-files', `There are ${most} files here already`, 'Purge or move some first.')
  const id = uuidv7()
  const made = await services.keys.newDek(orgId, id)
  const seal = new FileSeal(orgId, id, made.key)
  await tx.db
    .insertInto('files')
    .values({
      org_id: orgId,
      id,
      owner_type: owner.type,
      owner_id: input.ownerId,
      group_id: place.groupId,
      client_id: place.clientId,
      at_home: place.atHome ?? false,
      message_id: input.messageId ?? null,
      state: 'uploading',
      sealed_name: seal.seal('sealed_name', name),
      sealed_fingerprint: input.fingerprint ? seal.seal('sealed_fingerprint', input.fingerprint) : null,
      size: input.size,
      created_by: by.userId,
    })
    .execute()
  await insertKey(tx, id, made)
  await by.record(tx, {
    action: 'file.create',
    object: { type: owner.type, id: input.ownerId },
    objects: [id],
    classes: owner.classes,
    facts: { file: id, bytes: input.size },
  })
  return { id, name }
}
