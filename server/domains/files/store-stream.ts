import { createHash } from 'node:crypto'
import { sealStream } from '../../platform/blobs/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import { Problem } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { DataKey } from '../../platform/keys/sealed.ts'
import type { Services } from '../../platform/services.ts'
import { completeFile } from './complete.ts'
import { insertKey } from './keys.ts'
import { cleanName } from './names.ts'
import type { OwnerPlace, Owners, OwnerType } from './owners.ts'
import { FileSeal } from './records.ts'

/** Bytes that lie sealed in the store, and belong to no file yet. */
export interface StoredBytes {
  id: string
  bytes: number
  /** Takes them back, for when the transaction that was to attach them did not commit. */
  discard(): Promise<void>
}

interface Stored extends StoredBytes {
  made: { key: DataKey; kekId: string; wrapped: Buffer }
  blobId: string
  sealedBytes: number
  sha256: Buffer
}

/**
 * Seals a stream of unknown length into the store, under a new file's key, in constant memory: the first half of
 * attaching what comes by mail. Call it outside any transaction, then `attachStored` inside the one that needs it.
 * @throws Problem 413 beyond the largest file, BlobsUnavailable, and whatever the stream throws; nothing stays then
 */
export async function storeStream(
  services: Services,
  orgId: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<StoredBytes> {
  const id = uuidv7()
  const blobId = uuidv7()
  const made = await services.keys.newDek(orgId, id)
  const hash = createHash('sha256')
  let bytes = 0
  async function* plain() {
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > services.maxFileBytes) throw new Problem(413, 'file-too-large', 'The file is too large')
      yield chunk
    }
  }
  async function* sealed() {
    for await (const chunk of sealStream(made.key, orgId, blobId, plain())) {
      hash.update(chunk)
      yield chunk
    }
  }
  const sealedBytes = await services.blobs.files.write(orgId, blobId, sealed())
  const stored: Stored = {
    id,
    bytes,
    made,
    blobId,
    sealedBytes,
    sha256: hash.digest(),
    discard: () => services.blobs.files.remove(orgId, blobId),
  }
  return stored
}

/** The second half: a file of this owner holds the bytes from this commit on, and waits to be read. */
export async function attachStored(
  tx: Tx,
  services: Services,
  owners: Owners,
  by: By,
  to: {
    ownerType: OwnerType
    ownerId: string
    place: OwnerPlace
    name: string
    messageId?: string | undefined
  },
  bytes: StoredBytes,
): Promise<string> {
  const { orgId } = tx.context
  const stored = bytes as Stored
  const seal = new FileSeal(orgId, stored.id, stored.made.key)
  await tx.db
    .insertInto('files')
    .values({
      org_id: orgId,
      id: stored.id,
      owner_type: to.ownerType,
      owner_id: to.ownerId,
      group_id: to.place.groupId,
      client_id: to.place.clientId,
      at_home: to.place.atHome ?? false,
      message_id: to.messageId ?? null,
      state: 'uploading',
      sealed_name: seal.seal('sealed_name', nameOr(to.name)),
      size: stored.bytes,
      received: stored.bytes,
      created_by: by.userId,
    })
    .execute()
  await insertKey(tx, stored.id, stored.made)
  await tx.db
    .insertInto('file_parts')
    .values({
      org_id: orgId,
      file_id: stored.id,
      n: 1,
      blob_id: stored.blobId,
      plain_bytes: stored.bytes,
      sealed_bytes: stored.sealedBytes,
      sha256: stored.sha256,
    })
    .execute()
  await completeFile(tx, services, owners, by, stored.id)
  return stored.id
}

/** What others send may have no usable name; it is kept all the same. */
function nameOr(name: string): string {
  try {
    return cleanName(name)
  } catch {
    return 'attachment'
  }
}
