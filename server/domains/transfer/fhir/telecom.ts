import type { CountryCode } from 'libphonenumber-js/min'
import { email as readEmail } from '../csv/values/identifiers.ts'
import { phone as readPhone } from '../csv/values/phone.ts'
import type { Email, Phone } from '../record.ts'
import type { Notes } from './notes.ts'
import type { ContactPoint } from './types.ts'

const PHONE_USES = new Set(['home', 'work', 'mobile', 'old'])
const EMAIL_USES = new Set(['home', 'work', 'old'])
const MAX = 20

/** FHIR ContactPoints as the record's phones and e-mails; what is neither is remarked on and left out. */
export function telecomFrom(
  points: ContactPoint[] | undefined,
  path: string,
  region: CountryCode,
  notes: Notes,
): { phones: Phone[]; emails: Email[] } {
  const phones: Phone[] = []
  const emails: Email[] = []
  points?.forEach((point, i) => {
    const value = point.value?.trim()
    if (!value) return
    const isEmail = point.system === 'email' || (!point.system && value.includes('@'))
    const isPhone = !isEmail && point.system !== 'url' && point.system !== 'other'
    const read = isEmail
      ? readEmail(value)
      : isPhone
        ? readPhone(value, region)
        : { problem: 'is no telephone or e-mail' }
    const list = isEmail ? emails : phones
    if (read.value === undefined || list.length >= MAX) {
      notes.warn(`${path}[${i}]`, `${read.problem ?? `is one of more than ${MAX}`}; left out of the record`)
    } else if (isEmail) {
      emails.push({
        ...(EMAIL_USES.has(point.use ?? '') ? { use: point.use as 'home' } : {}),
        value: read.value,
      })
    } else phones.push({ ...phoneUse(point), value: read.value })
  })
  return { phones, emails }
}

function phoneUse(point: ContactPoint): { use?: NonNullable<Phone['use']> } {
  if (point.system === 'fax') return { use: 'fax' }
  if (point.system === 'sms') return { use: 'mobile' }
  return PHONE_USES.has(point.use ?? '') ? { use: point.use as 'home' } : {}
}

/** The record's phones and e-mails as FHIR ContactPoints. */
export function telecomTo(phones: Phone[], emails: Email[]): ContactPoint[] {
  return [
    ...phones.map(({ use, value }) => ({
      system: use === 'fax' ? 'fax' : 'phone',
      value,
      ...(use && use !== 'fax' ? { use } : {}),
    })),
    ...emails.map(({ use, value }) => ({ system: 'email', value, ...(use ? { use } : {}) })),
  ]
}
