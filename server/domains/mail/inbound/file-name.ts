import { oneLine } from '../addresses.ts'

const LONGEST = 200
const BY_TYPE: Record<string, string> = {
  'message/rfc822': 'message.eml',
  'text/calendar': 'invitation.ics',
  'text/vcard': 'contact.vcf',
  'application/pkcs7-mime': 'smime.p7m',
  'application/x-pkcs7-mime': 'smime.p7m',
  'application/pkcs7-signature': 'smime.p7s',
  'application/x-pkcs7-signature': 'smime.p7s',
  'application/pgp-encrypted': 'pgp-version.txt',
  'application/pgp-signature': 'signature.asc',
  'application/ms-tnef': 'winmail.dat',
  'application/vnd.ms-tnef': 'winmail.dat',
  'text/html': 'message.html',
  'text/plain': 'text.txt',
  'application/pdf': 'document.pdf',
  'image/png': 'image.png',
  'image/jpeg': 'image.jpg',
  'image/gif': 'image.gif',
}

/** A name to keep a part under: its own, without folders, controls and turned directions, else one after its type. */
export function fileName(given: string | undefined, contentType: string): string {
  const name = oneLine((given ?? '').replace(/[\u202a-\u202e\u2066-\u2069]/g, '').toWellFormed())
    .split(/[/\\]/)
    .at(-1)!
    .trim()
  if (/^\.*$/.test(name)) return BY_TYPE[contentType] ?? 'attachment'
  if (name.length <= LONGEST) return name
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : ''
  return name.slice(0, LONGEST - ending.length).toWellFormed() + ending
}
