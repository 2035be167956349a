import type { Services } from '../../platform/services.ts'
import { fileBytes, type OpenedFile } from '../files/index.ts'

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
