import type { ByteRange } from '../blobs/index.ts'

/**
 * The first range of a `Range` header (RFC 9110, 14.2): undefined for none, or for one that may be passed over;
 * `unsatisfiable` where nothing of it lies in the file.
 */
export function parseRange(
  header: string | undefined,
  size: number,
): ByteRange | 'unsatisfiable' | undefined {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '')
  if (!found || (found[1] === '' && found[2] === '')) return undefined
  const start = found[1] === '' ? Math.max(0, size - Number(found[2])) : Number(found[1])
  const end = found[1] === '' || found[2] === '' ? size - 1 : Math.min(Number(found[2]), size - 1)
  if (start >= size || (found[1] === '' && Number(found[2]) === 0)) return 'unsatisfiable'
  return start > end ? undefined : { start, end }
}
