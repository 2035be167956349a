import { createHash } from 'node:crypto'
import { digits, identifierKey, nameWords, phoneKey } from '../../../platform/search/normalize.ts'
import { isIssuableSsn } from '../csv/values/identifiers.ts'
import type { Key } from '../fhir/references.ts'
import type { ClientKind, RecordClasses } from '../record.ts'

/**
 * The keys by which a repeated import knows a client again. In the order of trust: what the source system calls
 * it (FHIR), medical record numbers, a Social Security number that can be real, then name with birth date and
 * telephone. A record with nothing but a name is the same only if it is the same throughout.
 */
export function identityKeys(kind: ClientKind, record: RecordClasses, lasting: Key[]): Key[] {
  const keys = [...lasting]
  const { identifier } = record
  for (const mrn of identifier?.mrns ?? [])
    keys.push(`mrn|${kind}|${mrn.system ?? ''}|${identifierKey(mrn.value)}`)
  if (identifier?.ssn && isIssuableSsn(identifier.ssn)) keys.push(`ssn|${digits(identifier.ssn)}`)
  const who = whoKey(kind, record, keys.length > 0)
  if (who && lasting.length === 0) keys.push(who)
  if (keys.length === 0)
    keys.push(`row|${kind}|${createHash('sha256').update(stable(record)).digest('base64')}`)
  return keys
}

/** With identifiers at hand, a name alone with one of birth date and telephone is too weak to add. */
function whoKey(kind: ClientKind, record: RecordClasses, identified: boolean): Key | undefined {
  const { contact, demographic } = record
  const phone = contact.phones[0] ? phoneKey(contact.phones[0].value) : ''
  const address = contact.addresses[0]
  const place = `${address?.postalCode ?? ''} ${address?.line[0] ?? ''}`.toLowerCase().trim()
  if (kind === 'organisation') {
    const name = nameWords(contact.organisationName ?? '').join(' ')
    return name && (phone || place) ? `who|organisation|${name}|${phone}|${phone ? '' : place}` : undefined
  }
  const name = contact.names[0]
  const words = name
    ? nameWords(`${name.family ?? ''} ${name.given.join(' ')} ${name.text ?? ''}`).join(' ')
    : ''
  const birth = demographic?.birthDate ?? ''
  if (!words || (identified ? !birth || !phone : !birth && !phone)) return undefined
  const more = phone || identified ? '' : `${contact.emails[0]?.value ?? ''} ${place}`.trim()
  return `who|person|${words}|${birth}|${phone}|${more}`
}

/** JSON with the members of each object in order, so that the same record is the same text. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
