/** Age in whole years on a day; empty for a date without a year. */
export function ageOn(birthDate: string, today = new Date()): string {
  const [y, m = 1, d = 1] = birthDate.split('-').map(Number)
  if (!y) return ''
  const before = today.getMonth() + 1 < m || (today.getMonth() + 1 === m && today.getDate() < d)
  return String(today.getFullYear() - y - (before ? 1 : 0))
}

/** `+15559079875` as `(555) 907-9875`; others as they are. */
export function phoneText(phone: string | undefined): string {
  const nanp = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone ?? '')
  return nanp ? `(${nanp[1]}) ${nanp[2]}-${nanp[3]}` : (phone ?? '')
}

interface Name {
  prefix?: string | undefined
  given: string[]
  family?: string | undefined
  suffix?: string | undefined
  text?: string | undefined
}
export const nameText = (n: Name): string =>
  [n.prefix, ...n.given, n.family, n.suffix].filter(Boolean).join(' ') || n.text || ''

interface Address {
  line: string[]
  city?: string | undefined
  state?: string | undefined
  postalCode?: string | undefined
  country?: string | undefined
}
/** Lines as on an envelope; the country where it is not the United States. */
export const addressLines = (a: Address): string[] =>
  [
    ...a.line,
    [a.city, a.state, a.postalCode].filter(Boolean).join(' '),
    /^(us|usa|united states)?$/i.test(a.country ?? '') ? '' : a.country!,
  ].filter(Boolean)

const languages = new Intl.DisplayNames(['en'], { type: 'language' })
/** `es` as `Spanish`; what is no language code stays as it is. */
export function languageName(code: string): string {
  try {
    return languages.of(code) ?? code
  } catch {
    return code
  }
}

/** `46 years`, for babies `5 months`; empty for what is no date. */
export function ageText(birthDate: string, today = new Date()): string {
  const years = ageOn(birthDate, today)
  if (years === '' || Number(years) < 0) return ''
  const [y, m] = birthDate.split('-').map(Number)
  if (Number(years) >= 2 || !m) return `${years} ${years === '1' ? 'year' : 'years'}`
  const day = Number(birthDate.split('-')[2] ?? 1)
  const months = (today.getFullYear() - y!) * 12 + today.getMonth() + 1 - m - (today.getDate() < day ? 1 : 0)
  return `${months} ${months === 1 ? 'month' : 'months'}`
}
