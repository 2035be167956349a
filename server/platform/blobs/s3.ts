import { createHash, randomUUID } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import { Parser } from 'htmlparser2'
import { BlobMissing, type BlobStore, BlobsUnavailable, type ByteRange, checkIds, isBlobId } from './store.ts'

export interface S3Settings {
  bucket: string
  /** Before every object's name, such as `wellkeep/`; empty or ending in a slash. */
  prefix: string
  /** Where the service answers, such as https://s3.eu-central-1.amazonaws.com */
  endpoint: string
  region: string
  /** `https://bucket.host/` rather than `https://host/bucket/`. */
  virtualHost: boolean
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string | undefined
}

/** Objects larger than this are sent in parts of this size; at most 10,000 of them, so 156 GiB. */
const PART = 16 * 1024 * 1024
/** The start of an answer is waited for so long, in ms. */
const PATIENCE = 60_000
const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * Any store that speaks the S3 API (AWS Signature Version 4): one object a blob. What is larger than a part goes up as
 * a multipart upload, which becomes an object whole or not at all.
 */
export class S3Blobs implements BlobStore {
  readonly #settings: S3Settings
  readonly #client: AwsClient

  constructor(settings: S3Settings) {
    this.#settings = settings
    const { accessKeyId, secretAccessKey, sessionToken, region } = settings
    this.#client = new AwsClient({
      accessKeyId,
      secretAccessKey,
      ...(sessionToken && { sessionToken }),
      region,
      service: 's3',
      retries: 2,
      initRetryMs: 100,
    })
  }

  async write(orgId: string, id: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
    const key = this.#key(orgId, id)
    let uploadId: string | undefined
    let bytes = 0
    const tags: string[] = []
    try {
      for await (const { part, last } of parts(chunks)) {
        bytes += part.length
        if (last && !uploadId) {
          await this.#done('PUT', key, {}, part)
          return bytes
        }
        uploadId ??= await this.#begin(key)
        const answer = await this.#done('PUT', key, { partNumber: String(tags.length + 1), uploadId }, part)
        tags.push(answer.headers.get('etag') ?? '')
      }
      await this.#complete(key, uploadId!, tags)
      return bytes
    } catch (error) {
      if (uploadId) await this.#done('DELETE', key, { uploadId }).catch(() => {})
      throw error
    }
  }

  async *read(orgId: string, id: string, range?: ByteRange): AsyncGenerator<Buffer> {
    const headers = range && { range: `bytes=${range.start}-${range.end}` }
    const answer = await this.#ask('GET', this.#key(orgId, id), {}, undefined, headers)
    if (answer.status === 404) throw new BlobMissing()
    if (!answer.ok || !answer.body) throw new BlobsUnavailable()
    try {
      for await (const chunk of answer.body) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
    } catch (error) {
      throw new BlobsUnavailable(error)
    }
  }

  async remove(orgId: string, id: string): Promise<void> {
    const answer = await this.#ask('DELETE', this.#key(orgId, id))
    await answer.body?.cancel()
    if (!answer.ok && answer.status !== 404) throw new BlobsUnavailable()
  }

  async olderThan(orgId: string, before: Date): Promise<string[]> {
    checkIds(orgId)
    const folder = `${this.#settings.prefix}${orgId}/`
    const old: string[] = []
    let token: string | undefined
    do {
      const answer = await this.#done('GET', '', {
        'list-type': '2',
        prefix: folder,
        ...(token && { 'continuation-token': token }),
      })
      const { objects, next } = parseList(await answer.text())
      for (const o of objects) {
        const id = o.key.slice(folder.length)
        if (isBlobId(id) && o.modified < before) old.push(id)
      }
      token = next
    } while (token)
    return old
  }

  async probe(): Promise<string> {
    const id = randomUUID()
    await this.write(
      NOBODY,
      id,
      (async function* () {
        yield Buffer.from('probe')
      })(),
    )
    for await (const _ of this.read(NOBODY, id));
    await this.remove(NOBODY, id)
    return `bucket ${this.#settings.bucket} at ${new URL(this.#settings.endpoint).host}`
  }

  #key(orgId: string, id: string): string {
    checkIds(orgId, id)
    return `${this.#settings.prefix}${orgId}/${id}`
  }

  async #begin(key: string): Promise<string> {
    const answer = await this.#done('POST', key, { uploads: '' })
    const id = texts(await answer.text(), 'UploadId')[0]
    if (!id) throw new BlobsUnavailable()
    return id
  }

  async #complete(key: string, uploadId: string, tags: string[]): Promise<void> {
    const list = tags.map((tag, i) => `<Part><PartNumber>${i + 1}</PartNumber><ETag>${tag}</ETag></Part>`)
    const body = Buffer.from(`<CompleteMultipartUpload>${list.join('')}</CompleteMultipartUpload>`)
    const answer = await this.#done('POST', key, { uploadId }, body)
    // The service may find out after it has said 200.
    if (texts(await answer.text(), 'Code').length > 0) throw new BlobsUnavailable()
  }

  /** A request that must succeed. Its answer's text may name keys, so none of it goes further. */
  async #done(method: string, key: string, query: Record<string, string>, body?: Buffer): Promise<Response> {
    const answer = await this.#ask(method, key, query, body)
    if (answer.ok) return answer
    await answer.body?.cancel()
    throw new BlobsUnavailable(Object.assign(new Error('refused'), { code: `HTTP${answer.status}` }))
  }

  async #ask(
    method: string,
    key: string,
    query: Record<string, string> = {},
    body?: Buffer,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const { endpoint, bucket, virtualHost } = this.#settings
    const url = new URL(endpoint)
    if (virtualHost) url.hostname = `${bucket}.${url.hostname}`
    url.pathname = virtualHost ? `/${key}` : `/${bucket}/${key}`
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const sha256 = createHash('sha256')
      .update(body ?? '')
      .digest('hex')
    const patience = new AbortController()
    const timer = setTimeout(() => patience.abort(), PATIENCE)
    try {
      return await this.#client.fetch(url, {
        method,
        headers: { ...headers, 'x-amz-content-sha256': sha256 },
        ...(body && { body: body as Uint8Array<ArrayBuffer> }),
        signal: patience.signal,
      })
    } catch (error) {
      throw new BlobsUnavailable(error)
    } finally {
      // The clock watches over the answer's start; a long download goes on.
      clearTimeout(timer)
    }
  }
}

/** Groups chunks into parts of `PART` bytes; marks the last, which may be shorter. */
async function* parts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<{ part: Buffer; last: boolean }> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    if (length + chunk.length > PART) {
      const fits = PART - length
      yield { part: Buffer.concat([...held, chunk.subarray(0, fits)]), last: false }
      held = [chunk.subarray(fits)]
      length = chunk.length - fits
    } else {
      held.push(chunk)
      length += chunk.length
    }
  }
  yield { part: Buffer.concat(held, length), last: true }
}

/** The text of every element of a name, in order. */
function texts(xml: string, name: string): string[] {
  const out: string[] = []
  let inside = false
  new Parser(
    {
      onopentag: (tag) => {
        inside = tag === name
        if (inside) out.push('')
      },
      ontext: (text) => {
        if (inside) out[out.length - 1] += text
      },
      onclosetag: () => {
        inside = false
      },
    },
    { xmlMode: true },
  ).end(xml)
  return out
}

function parseList(xml: string): { objects: { key: string; modified: Date }[]; next: string | undefined } {
  const keys = texts(xml, 'Key')
  const modified = texts(xml, 'LastModified')
  return {
    objects: keys.map((key, i) => ({ key, modified: new Date(modified[i] ?? Date.now()) })),
    next: texts(xml, 'NextContinuationToken')[0],
  }
}
