import { createInflateRaw } from 'node:zlib'
import yauzl from 'yauzl'
import { type Budget, Unread } from '../limits.ts'

export interface ZipEntry {
  name: string
  bytes: Buffer
}

/**
 * The entries of an archive, one after the other, each inflated within the budget. Sizes that an entry claims are
 * believed by nobody: what comes out is counted.
 * @throws Unread
 */
export async function* zipEntries(
  bytes: Buffer,
  budget: Budget,
  wants: (name: string) => boolean = () => true,
): AsyncGenerator<ZipEntry> {
  const zip = await open(bytes)
  try {
    for (;;) {
      const entry = await next(zip)
      if (!entry) return
      budget.part()
      const name = String(entry.fileName)
      if (name.endsWith('/') || !wants(name)) continue
      if (entry.isEncrypted()) throw new Unread('encrypted')
      yield { name, bytes: await inflate(zip, entry, budget) }
    }
  } finally {
    zip.close()
  }
}

const open = (bytes: Buffer) =>
  new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.fromBuffer(
      bytes,
      // Paths are never used as paths, so odd ones are no fault; sizes are counted here.
      {
        lazyEntries: true,
        autoClose: false,
        decodeStrings: true,
        validateEntrySizes: false,
        strictFileNames: false,
      },
      (error, zip) => (zip ? resolve(zip) : reject(new Unread(error ? 'unreadable' : 'unreadable'))),
    ),
  )

const next = (zip: yauzl.ZipFile) =>
  new Promise<yauzl.Entry | undefined>((resolve, reject) => {
    const clean = () => zip.removeAllListeners()
    zip.once('entry', (entry: yauzl.Entry) => {
      clean()
      resolve(entry)
    })
    zip.once('end', () => {
      clean()
      resolve(undefined)
    })
    zip.once('error', () => {
      clean()
      reject(new Unread('unreadable'))
    })
    zip.readEntry()
  })

async function inflate(zip: yauzl.ZipFile, entry: yauzl.Entry, budget: Budget): Promise<Buffer> {
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw new Unread('unsupported')
  const raw = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
    zip.openReadStream(
      entry,
      { decompress: entry.compressionMethod === 8 ? false : null },
      (error, stream) => (error || !stream ? reject(new Unread('unreadable')) : resolve(stream)),
    ),
  )
  const stream =
    entry.compressionMethod === 8
      ? raw.pipe(createInflateRaw()).on('close', () => (raw as { destroy?(): void }).destroy?.())
      : raw
  return collect(stream as AsyncIterable<Buffer>, entry.compressedSize, budget)
}

/** All that comes out, as long as the budget lasts. */
export async function collect(
  stream: AsyncIterable<Buffer>,
  packed: number,
  budget: Budget,
): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of stream) {
      length += chunk.length
      budget.inflate(chunk.length, length, packed)
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof Unread ? error : new Unread('unreadable')
  }
  return Buffer.concat(chunks, length)
}
