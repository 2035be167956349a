import { createHmac, timingSafeEqual } from 'node:crypto'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { subaddress } from './addresses.ts'

/** 80 bits: short enough for a local part, and too long to guess through a mail server. */
const MAC_BYTES = 10
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'
const TAG = /^t([1-9]\d{0,11})-([a-z2-7]{16})$/

/** RFC 4648 base32 without padding, in lower case: mail systems may change the case of a local part. */
function base32(bytes: Uint8Array): string {
  let out = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) out += BASE32[(held >>> (bits - 5)) & 31]
    held &= 31
  }
  return bits ? out + BASE32[(held << (5 - bits)) & 31] : out
}

const macOf = (key: Uint8Array, number: number): string =>
  base32(createHmac('sha256', key).update(`reply|${number}`).digest().subarray(0, MAC_BYTES))

/** The key under which an organization signs its reply addresses. */
export const replyKey = (keys: OrgKeys, orgId: string): Promise<Buffer> =>
  keys.indexKey(orgId, 'mail-reply-address')

/**
 * The address that answers about a ticket go to: the mailbox's own with a signed tag (RFC 5233), such as
 * `desk+t1042-mzxw6ytboi3dsnjv@clinic.example`. HMAC-SHA-256 (FIPS 198-1) under a key of the organization.
 */
export function signedReplyAddress(key: Uint8Array, mailbox: string, ticketNumber: number): string {
  const at = mailbox.lastIndexOf('@')
  return `${mailbox.slice(0, at)}+t${ticketNumber}-${macOf(key, ticketNumber)}${mailbox.slice(at)}`
}

/** The ticket's number that an address was signed for; undefined for any other address, forged or altered ones too. */
export function ticketOfReplyAddress(key: Uint8Array, address: string): number | undefined {
  const [, digits, mac] = TAG.exec(subaddress(address.trim().toLowerCase()).tag ?? '') ?? []
  if (!digits || !mac) return undefined
  const number = Number(digits)
  return timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(key, number))) ? number : undefined
}
