import { type ByteRange, openRange, openStream } from '../../platform/blobs/index.ts'
import type { DataKey } from '../../platform/keys/sealed.ts'
import type { Services } from '../../platform/services.ts'
import type { PartRow } from './records.ts'

/** The plain bytes of a file, part after part, in constant memory; with a range only what lies in it is read. */
export async function* fileBytes(
  services: Pick<Services, 'blobs'>,
  orgId: string,
  key: DataKey,
  parts: readonly PartRow[],
  range?: ByteRange,
): AsyncGenerator<Buffer> {
  const { files } = services.blobs
  let at = 0
  for (const part of parts) {
    const from = at
    at += part.plain_bytes
    if (part.plain_bytes === 0) continue
    if (!range) {
      yield* openStream(key, orgId, part.blob_id, files.read(orgId, part.blob_id))
      continue
    }
    if (range.end < from || range.start >= at) continue
    const inner = {
      start: Math.max(0, range.start - from),
      end: Math.min(part.plain_bytes, range.end + 1 - from) - 1,
    }
    yield* openRange(key, orgId, part.blob_id, part.plain_bytes, inner, (r) =>
      files.read(orgId, part.blob_id, r),
    )
  }
}
