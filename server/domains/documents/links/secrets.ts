import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto'
import type { OrgKeys } from '../../../platform/keys/org-keys.ts'

/** Letters and digits that are not taken for each other when they are read out. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTVWXYZ'
const CODE_LENGTH = 8

/** 256 random bits: nobody guesses a link. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** A one-time code, to be told to whom the link is for by another way than the link. */
export const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** Keyed, since a code is short: the table alone does not tell it. */
export async function codeHash(keys: OrgKeys, orgId: string, code: string): Promise<Buffer> {
  const plain = code.toUpperCase().replace(/[\s-]/g, '')
  return createHmac('sha256', await keys.indexKey(orgId, 'document-link-code'))
    .update(plain)
    .digest()
}
