import { createPublicKey } from 'node:crypto'
import {
  createSigner,
  parseVerifierKey,
  type Signer,
  type Verifier,
  verifierKey,
} from '../../../tlog/index.ts'
import type { OrgKeys } from '../keys/org-keys.ts'

/** The name that an organization's log signs under. */
export const logOrigin = (orgId: string): string => `wellkeep/${orgId}`

export interface LogKey {
  origin: string
  signer: Signer
  verifier: Verifier
  /** The public key in the text form that auditors are given (C2SP signed-note). */
  verifierKey: string
}

/**
 * The key of an organization's log. The public half is derived from the private one: what the database says
 * about it is not asked, since whoever rewrites the database would rewrite that too.
 */
export async function logKey(keys: OrgKeys, orgId: string): Promise<LogKey> {
  const { privateKey } = await keys.logKey(orgId)
  const origin = logOrigin(orgId)
  const text = verifierKey(origin, createPublicKey(privateKey))
  return {
    origin,
    signer: createSigner(origin, privateKey),
    verifier: parseVerifierKey(text),
    verifierKey: text,
  }
}
