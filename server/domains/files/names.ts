import { invalid } from '../../platform/http/problem.ts'

/** Bytes of a name in UTF-8: what file systems take. */
const MOST = 255
/** Control characters, and those that turn the direction of writing around or can't be seen (Unicode TR 36). */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\uFFFD]/gu
/** Names that mean a device to Windows, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * A name as it may be shown and saved: the last step of a path, in Unicode's NFC, without what can't be seen and
 * without what a file system does not take. Throws a problem when nothing is left.
 */
export function cleanName(given: string): string {
  const last = given.normalize('NFC').replace(/^.*[/\\]/s, '')
  let name = last
    .replace(UNSEEN, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[. ]+$/, '')
  if (DEVICE.test(name)) name = `_${name}`
  if (name === '' || /^\.+$/.test(name))
    throw invalid([{ field: 'name', message: 'must be the name of a file' }])
  return shorten(name)
}

/** Cuts the middle, so that the ending stays. */
function shorten(name: string): string {
  if (Buffer.byteLength(name) <= MOST) return name
  const ending = /\.[\p{L}\p{N}]{1,12}$/u.exec(name)?.[0] ?? ''
  let stem = name.slice(0, name.length - ending.length)
  while (Buffer.byteLength(stem + ending) > MOST) stem = [...stem].slice(0, -1).join('')
  return stem + ending
}

/** `Content-Disposition` (RFC 6266): a plain name for old programs, and the whole one in UTF-8 (RFC 8187). */
export function contentDisposition(kind: 'attachment' | 'inline', name: string): string {
  const plain = name.replace(/[^\x20-\x7E]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
