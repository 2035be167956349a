import type { RequestContext } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { aboutFile, fileBytes, type OpenedFile, type Owners, refuseUnlessOpen } from '../files/index.ts'

/** Characters of a text that are shown or compared; the rest is left out. */
const MOST = 400_000

/**
 * The text of a file, in memory alone: a reader in a process of its own draws it out, without looking at pictures.
 * @throws what reading the store throws
 */
export async function textOf(
  services: Pick<Services, 'readers' | 'blobs'>,
  orgId: string,
  { seal, parts }: OpenedFile,
): Promise<{ text: string; whole: boolean }> {
  const pieces: string[] = []
  let length = 0
  const bytes = fileBytes(services, orgId, seal.key, parts)
  const read = await services.readers.read(
    '',
    bytes,
    ({ place, text }) => {
      if (place.in || length > MOST) return
      pieces.push(text)
      length += text.length + 1
    },
    { ocr: false },
  )
  const text = pieces.join('\n')
  return { text: text.slice(0, MOST), whole: !read.error && text.length <= MOST }
}

/** Answers with the text of a file that the caller has opened; recorded as a look at it. */
export async function sendText(
  services: Services,
  owners: Owners,
  ctx: RequestContext,
  file: OpenedFile,
): Promise<{ text: string; whole: boolean }> {
  refuseUnlessOpen(file.row)
  const found = await textOf(services, ctx.principal.orgId, file)
  await ctx.recordRead({ action: 'file.preview', ...aboutFile(owners, file.row, { text: true }) })
  ctx.reply.header('cache-control', 'no-store')
  return found
}
