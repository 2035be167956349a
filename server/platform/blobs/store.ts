/** Bytes of a blob, from the first to the last of them, both included. */
export interface ByteRange {
  start: number
  end: number
}

/** Where sealed files lie. What is written here is ciphertext already; see `sealed-stream.ts`. */
export interface BlobStore {
  /**
   * Stores the chunks durably under the id; nothing is there if it fails. Answers the bytes written.
   * @throws BlobsUnavailable, and whatever the chunks throw
   */
  write(orgId: string, id: string, chunks: AsyncIterable<Uint8Array>): Promise<number>
  /** @throws BlobMissing, BlobsUnavailable; also in the middle, when the store goes away */
  read(orgId: string, id: string, range?: ByteRange): AsyncIterable<Buffer>
  /** Removing what is not there is no error. */
  remove(orgId: string, id: string): Promise<void>
  /** Ids of an organization's blobs that were written before `before`, and what broken writes left. */
  olderThan(orgId: string, before: Date): Promise<string[]>
  /** Writes, reads and removes a few bytes. Answers what the store is, in words without secrets. */
  probe(): Promise<string>
}

/** The store can't be reached or takes nothing; answered as 503, the request may be tried again. */
export class BlobsUnavailable extends Error {
  constructor(cause?: unknown) {
    super('the store of files can not be reached', { cause })
    this.name = 'BlobsUnavailable'
  }
}

/** The store answers, and has no such blob. */
export class BlobMissing extends Error {
  constructor() {
    super('a stored file is not there any more')
    this.name = 'BlobMissing'
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Ids become names of files and objects: nothing else is let through. */
export function checkIds(...ids: string[]): void {
  if (!ids.every((id) => UUID.test(id))) throw new Error('blob ids must be UUIDs')
}

export const isBlobId = (name: string): boolean => UUID.test(name)
