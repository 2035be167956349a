import { fileTypeFromBuffer } from 'file-type'
import { isUtf16, looksLikeText } from './formats/text.ts'
import { trailerOf } from './trailer.ts'

export interface Identity {
  type: string
  also: string | null
}

const MAIL_HEADER =
  /^(return-path|received|delivered-to|mime-version|message-id|date|subject|from|to|cc|reply-to|content-type|x-[\w-]+|dkim-signature|arc-[\w-]+|authentication-results):/i

/** At least three header lines in a row, two of them of a letter. */
function looksLikeMail(head: string): boolean {
  const lines = head
    .replace(/^From [^\n]*\n/, '')
    .split(/\r?\n/)
    .slice(0, 40)
  let headers = 0
  for (const line of lines) {
    if (/^[ \t]/.test(line) && headers > 0) continue
    if (!MAIL_HEADER.test(line)) break
    headers++
  }
  return headers >= 3 && /^(from|to|subject|message-id):/im.test(head)
}

function textType(head: string): string {
  const start = head.replace(/^\uFEFF/, '').trimStart()
  if (start.startsWith('{\\rtf')) return 'application/rtf'
  if (looksLikeMail(start)) return 'message/rfc822'
  if (
    /^<!doctype html|^<html|^(<!--[\s\S]{0,400}?-->\s*)?<(head|body|html|div|p|table|script|meta)\b/i.test(
      start,
    )
  )
    return 'text/html'
  if (/^<svg\b|^<\?xml[\s\S]{0,300}<svg\b/i.test(start)) return 'image/svg+xml'
  if (/^<(\?xml|[a-z][\w:.-]*[\s>])/i.test(start)) return 'application/xml'
  if (/^[[{]\s*["[{\]}\d-]/.test(start)) return 'application/json'
  return 'text/plain'
}

/** What the bytes are, whatever they are called; and what else the same bytes are. */
export async function identify(bytes: Buffer): Promise<Identity> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  // The mark of UTF-16 is also how an MPEG frame may begin, and XML says little yet.
  const known = found?.mime === 'application/xml' || isUtf16(bytes) ? undefined : found?.mime
  const head = bytes.subarray(0, 4096)
  const type = known ?? (looksLikeText(bytes) ? textType(decodeHead(head)) : 'application/octet-stream')
  return { type, also: await alsoIs(bytes, type) }
}

function decodeHead(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le')
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head)
  return head.toString('latin1').replace(/^\xEF\xBB\xBF/, '')
}

const isText = (type: string) =>
  type.startsWith('text/') || /^(application\/(rtf|xml|json)|message\/rfc822|image\/svg\+xml)$/.test(type)
const isZip = (type: string) =>
  /zip|officedocument|opendocument|epub|java-archive|android|apk|jar|vnd\.ms-.*macro/i.test(type)

/** A polyglot: readers of one kind see one file, readers of another kind another. */
async function alsoIs(bytes: Buffer, type: string): Promise<string | null> {
  if (!isZip(type) && endsAsZip(bytes)) return 'application/zip'
  const start = bytes.subarray(0, 2048).toString('latin1')
  if (type !== 'application/pdf') {
    const at = start.indexOf('%PDF-')
    if (at >= 0 && at < 1024 && (!isText(type) || bytes.subarray(-1024).includes('%%EOF')))
      return 'application/pdf'
  }
  if (!isText(type) && /<script[\s>]|<html[\s>]|<!doctype html/i.test(start)) return 'text/html'
  const trailer = trailerOf(bytes, type)
  if (trailer && trailer.length >= 16) {
    const found = await fileTypeFromBuffer(trailer).catch(() => undefined)
    // Cameras put a second picture behind the first (CIPA DC-007).
    if (found && found.mime !== type) return found.mime
  }
  return null
}

/** The end record of an archive that ends where the file ends, with its directory where it says. */
function endsAsZip(bytes: Buffer): boolean {
  const tail = Math.max(0, bytes.length - 65_557)
  for (let at = bytes.lastIndexOf('PK\x05\x06', bytes.length, 'latin1'); at >= tail && at >= 0; ) {
    if (at + 22 <= bytes.length && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) {
      const directory = at - bytes.readUInt32LE(at + 12)
      if (directory >= 0 && bytes.subarray(directory, directory + 4).equals(Buffer.from('PK\x01\x02')))
        return true
    }
    if (at === 0) break
    at = bytes.lastIndexOf('PK\x05\x06', at - 1, 'latin1')
  }
  return false
}
