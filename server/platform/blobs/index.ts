import { join } from 'node:path'
import { LocalBlobs } from './local.ts'
import { S3Blobs, type S3Settings } from './s3.ts'
import type { BlobStore } from './store.ts'

export { BlobBroken, openRange, openStream, sealStream } from './sealed-stream.ts'
export { BlobMissing, type BlobStore, BlobsUnavailable, type ByteRange } from './store.ts'

/** The stores of sealed files, one for each use, so that none sweeps away what belongs to another. */
export interface Blobs {
  /** Attachments. */
  files: BlobStore
  /** What devices keep copies in. */
  devices: BlobStore
  /** Uploads that wait to be imported. */
  imports: BlobStore
}

/** A local folder, or a bucket of an S3-compatible store. */
export function openBlobs(where: { dataDir: string; s3?: S3Settings | undefined }): Blobs {
  const { s3, dataDir } = where
  const store = (local: string, remote: string) =>
    s3
      ? new S3Blobs({ ...s3, prefix: `${s3.prefix}${remote}/` })
      : new LocalBlobs(join(dataDir, 'blobs', local))
  return {
    files: store('files', 'files'),
    devices: store('devices', 'devices'),
    imports: store('', 'imports'),
  }
}
