/** Text that stays within one header line: CR, LF and other controls would let a sender add headers of his own. */
export const oneLine = (text: string, max = 998): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, max)

const ADDRESS = /^[^\s@<>(),;:"\\[\]]{1,64}@[^\s@<>(),;:"\\[\]]{1,189}$/u

/**
 * An e-mail address in the form that is compared and stored: lower case, no space around. Undefined for what no
 * ordinary mailbox has (RFC 5321 quoted local parts, address literals): such senders count as unknown.
 */
export function emailAddress(text: string | null | undefined): string | undefined {
  const address = text?.trim().toLowerCase()
  return address && ADDRESS.test(address) && !/\p{Cc}/u.test(address) ? address : undefined
}

/** `desk+tag@clinic.example` in its parts (RFC 5233 subaddressing); `tag` undefined without a plus. */
export function subaddress(address: string): { base: string; tag: string | undefined } {
  const at = address.lastIndexOf('@')
  const plus = address.indexOf('+')
  if (plus < 0 || plus > at) return { base: address, tag: undefined }
  return { base: address.slice(0, plus) + address.slice(at), tag: address.slice(plus + 1, at) }
}
