import type { Document } from './queries.ts'

/** What somebody should know about the bytes of a document, if anything. */
export function stateOf(
  d: Pick<Document, 'content'>,
): 'arriving' | 'checking' | 'infected' | 'unseen' | 'gone' | undefined {
  const c = d.content
  if (!c || c.state === 'uploading') return 'arriving'
  if (c.state === 'waiting' || c.state === 'reading') return 'checking'
  if (c.state === 'infected') return 'infected'
  if (c.state === 'purged' || c.state === 'moved') return 'gone'
  return c.downloadable ? undefined : 'unseen'
}
