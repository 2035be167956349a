import { createHmac } from 'node:crypto'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'

/** As many references as are looked at; the newest stand last (RFC 5322 section 3.6.4). */
const MOST_REFERENCES = 50
const LONGEST = 998
const ID = /<([^<>\s]{1,998})>/g

/** The message ids in a header, without brackets; ids in no brackets are taken as they are, where there is one. */
export function messageIds(header: string | undefined): string[] {
  if (!header) return []
  const found = [...header.slice(0, 64 * 1024).matchAll(ID)].map((m) => m[1]!)
  if (found.length) return found
  const bare = header.trim()
  return bare && bare.length <= LONGEST && !/[\s<>]/.test(bare) ? [bare] : []
}

/** What a mail says it answers, the most telling first: In-Reply-To, then References from the newest back. */
export function answeredIds(inReplyTo: string | undefined, references: string | undefined): string[] {
  return [...new Set([...messageIds(inReplyTo), ...messageIds(references).reverse()])].slice(
    0,
    MOST_REFERENCES,
  )
}

/** The key under which an organization hashes message ids. */
export const messageIdKey = (keys: OrgKeys, orgId: string): Promise<Buffer> =>
  keys.indexKey(orgId, 'mail-message-id')

/**
 * What is stored of a message id: HMAC-SHA-256, whole. The id itself names the sender's host and is in every copy of
 * the mail, so that a stolen database could be matched with a mail server's log.
 */
export const messageIdHash = (key: Uint8Array, id: string): Buffer =>
  createHmac('sha256', key).update(id).digest()
