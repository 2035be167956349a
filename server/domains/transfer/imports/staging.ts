import { type BlobStore, openStream, sealStream } from '../../../platform/blobs/index.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import { openSubject, subjectDek } from '../../../platform/keys/subjects.ts'
import type { Services } from '../../../platform/services.ts'
import type { Encoding } from '../intake/encoding.ts'
import { Probe, type ProbeResult } from '../intake/probe.ts'
import { TransferError } from '../problem.ts'
import type { ImportFile } from './run-context.ts'
import { asSystem, type ImportRow, markUnstored } from './store.ts'

/** The largest file accepted. It is streamed, so this guards the disk, not the memory. */
export const MAX_UPLOAD_BYTES = 10 * 1024 ** 3

/** Where uploaded files wait, sealed, until they are imported. */
export const uploads = (services: Services): BlobStore => services.blobs.imports

/**
 * Stores an upload under a key of its own while looking at what it is. Nothing of it touches the disk in the clear,
 * and nothing stays when it is refused or cut off.
 * @throws TransferError for what is no import
 */
export async function stage(
  services: Services,
  orgId: string,
  stream: AsyncIterable<Uint8Array>,
): Promise<{ id: string; probe: ProbeResult }> {
  const id = uuidv7()
  const key = await asSystem(services, orgId, (tx) => subjectDek(services.keys, tx, 'blob', id))
  const probe = new Probe()
  let result: ProbeResult | undefined
  async function* watched() {
    let bytes = 0
    for await (const chunk of stream) {
      bytes += chunk.length
      if (bytes > MAX_UPLOAD_BYTES) {
        throw new TransferError(
          'record-too-large',
          `The file is larger than ${MAX_UPLOAD_BYTES / 1024 ** 3} GiB.`,
        )
      }
      probe.push(chunk)
      yield chunk
    }
    result = probe.end()
  }
  try {
    await uploads(services).write(orgId, id, sealStream(key, orgId, id, watched()))
    return { id, probe: result! }
  } catch (error) {
    await destroyKey(services, orgId, id)
    throw error
  }
}

/** The stored file of an import, to be read as often as it takes. */
export async function stagedFile(services: Services, row: ImportRow, name: string): Promise<ImportFile> {
  const key = await asSystem(services, row.orgId, (tx) => openSubject(services.keys, tx, row.id))
  return {
    name,
    bytes: row.fileBytes,
    encoding: (row.options.encoding ?? row.encoding) as Encoding,
    open: () => openStream(key, row.orgId, row.id, uploads(services).read(row.orgId, row.id)),
  }
}

const DESTROY = {
  name: 'import-destroy-key',
  text: 'update deks set wrapped = null, destroyed_at = now() where org_id = $1 and subject_id = $2',
}

async function destroyKey(services: Services, orgId: string, id: string): Promise<void> {
  await asSystem(services, orgId, (tx) => tx.run(DESTROY, [orgId, id]))
}

/** Removes an uploaded file for good: its key first, so that no copy of it opens any more. */
export async function discard(services: Services, orgId: string, id: string): Promise<void> {
  await destroyKey(services, orgId, id)
  await uploads(services).remove(orgId, id)
  await markUnstored(services, orgId, id)
}
