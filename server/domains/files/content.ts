import { Readable } from 'node:stream'
import type { Tx } from '../../platform/db/database.ts'
import { conflict, notFound, Problem } from '../../platform/http/problem.ts'
import { parseRange } from '../../platform/http/range.ts'
import type { RequestContext } from '../../platform/http/route.ts'
import { NoPicture } from '../../platform/reading/index.ts'
import type { Services } from '../../platform/services.ts'
import { fileBytes } from './bytes.ts'
import { contentDisposition } from './names.ts'
import type { Owners } from './owners.ts'
import { isOpen } from './present.ts'
import { type FileRow, FileSeal, type PartRow, partsOf, readFileRow } from './records.ts'
import { aboutFile } from './state.ts'

/** While a file is on its way out it is asked so often, in ms, whether it is still there. */
const ASK_AGAIN = 1000
/** What a browser shows without running anything; all else is saved. */
const INLINE = /^(image\/(png|jpeg|gif|webp)|text\/plain)$/

/** A file that its reader may see, with all that its bytes need. */
export interface OpenedFile {
  row: FileRow
  seal: FileSeal
  parts: PartRow[]
}

/** The file's key and parts. The caller has made sure that who asks may see it. */
export async function openFile(services: Services, tx: Tx, row: FileRow): Promise<OpenedFile> {
  return { row, seal: await FileSeal.of(services.keys, tx, row), parts: await partsOf(tx, row.id) }
}

/** Says why a file's content is not given out. */
export function refuseUnlessOpen(row: FileRow): void {
  if (isOpen(row)) return
  switch (row.state) {
    case 'purged':
    case 'moved':
      throw new Problem(
        410,
        'file-gone',
        row.state === 'moved' ? 'The file was moved' : 'The file was purged',
      )
    case 'infected':
      throw conflict('file-infected', 'The file holds malware', 'It can only be purged.')
    case 'suspected':
      throw conflict(
        'file-suspected',
        'The file may hold protected health information',
        'Uncover it first, with a reason (POST /files/:id/reveal).',
      )
    case 'uploading':
      throw conflict('file-incomplete', 'The file is not complete yet')
    default:
      throw conflict('file-unread', 'The file was not read yet', 'Until then it counts as suspected.')
  }
}

/** Answers with the file itself, or a range of it, once that is in the log. `name` is what it is saved as. */
export async function sendContent(
  services: Services,
  owners: Owners,
  ctx: RequestContext,
  { row, seal, parts }: OpenedFile,
  options: {
    inline?: boolean
    name?: string
    /** Whoever may see the owner may have the file, whatever is suspected in it: it goes to no one else. */
    atHome?: boolean
  } = {},
): Promise<Readable> {
  const seen = (r: FileRow): FileRow => (options.atHome ? { ...r, at_home: true } : r)
  refuseUnlessOpen(seen(row))
  const range = parseRange(ctx.headers.range as string | undefined, row.size)
  if (range === 'unsatisfiable')
    throw new Problem(416, 'range', 'The range lies outside the file', {
      headers: { 'content-range': `bytes */${row.size}` },
    })
  const length = range ? range.end - range.start + 1 : row.size
  await ctx.recordRead({
    action: 'file.export',
    ...aboutFile(owners, row, { bytes: length, state: row.state }),
  })
  const bytes = stillThere(ctx, row, seen, fileBytes(services, ctx.principal.orgId, seal.key, parts, range))
  // Before the first header leaves, so that a store that is away is answered as such.
  const first = await bytes.next()
  const type = row.content_type ?? 'application/octet-stream'
  const inline = options.inline === true && INLINE.test(type)
  ctx.reply
    .header('content-type', inline ? type : 'application/octet-stream')
    .header(
      'content-disposition',
      contentDisposition(inline ? 'inline' : 'attachment', options.name ?? seal.name(row)),
    )
    .header('content-length', String(length))
    .header('accept-ranges', 'bytes')
    .header('cache-control', 'no-store')
    .header('content-security-policy', "default-src 'none'; sandbox")
  if (range) ctx.reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${row.size}`)
  return Readable.from(startingWith(first, bytes), { objectMode: false })
}

/** Answers with a picture of a page, drawn anew; of a file that is covered, the tiny blurred one of the first. */
export async function sendPicture(
  services: Services,
  owners: Owners,
  ctx: RequestContext,
  { row, seal, parts }: OpenedFile,
  what: { page: number; size: number },
): Promise<Buffer> {
  const pages = isOpen(row)
  if (!pages && !row.sealed_preview) throw notFound('A picture of the file')
  const picture = pages
    ? await services.readers
        .picture(fileBytes(services, ctx.principal.orgId, seal.key, parts), what.page, what.size)
        .catch((error: unknown) => {
          throw error instanceof NoPicture ? notFound('A picture of the page') : error
        })
    : { bytes: seal.openPicture(row.sealed_preview!), type: 'image/webp' }
  await ctx.recordRead({
    action: 'file.preview',
    ...aboutFile(owners, row, { tiny: !pages, ...(pages && { page: what.page }) }),
  })
  ctx.reply
    .header('content-type', picture.type)
    .header('cache-control', 'no-store')
    .header('content-security-policy', "default-src 'none'; sandbox")
  return picture.bytes
}

/** Breaks off when the file is purged or moved meanwhile, by whatever process. */
async function* stillThere(
  ctx: RequestContext,
  row: FileRow,
  seen: (row: FileRow) => FileRow,
  bytes: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  let asked = Date.now()
  for await (const chunk of bytes) {
    if (Date.now() - asked > ASK_AGAIN) {
      const now = await ctx.withContext((tx) => readFileRow(tx, row.id))
      if (!now || !isOpen(seen(now))) throw new Error('the file was settled while it was read')
      asked = Date.now()
    }
    yield chunk
  }
}

async function* startingWith(first: IteratorResult<Buffer>, rest: AsyncGenerator<Buffer>) {
  if (first.done) return
  yield first.value
  yield* rest
}
