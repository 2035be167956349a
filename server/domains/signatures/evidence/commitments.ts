import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from '../../../../tlog/index.ts'
import type { Evidence, EvidenceSigner } from './evidence.ts'

/**
 * What the log keeps of a signature is a salted hash: it says nothing to whoever has the log, and everything to whoever has
 * the signed document, which brings salt and content. Each is made in one place, for signing and verifying alike.
 */
const hashOf = (what: string, value: Json): string =>
  createHash('sha256').update(`wellkeep-signatures/${what}\n`).update(canonicalJson(value)).digest('hex')

/** The document's bytes, by the salt of the request. */
export const documentHash = (salt: string, sha256: string): string => hashOf('document', { salt, sha256 })

export interface Terms {
  salt: string
  request: string
  document: string
  version: number
  sha256: string
  consent: string
  /** In order: who, and as whom. */
  signers: readonly { user: string; role: string }[]
}

/** What was asked of whom. */
export const termsHash = ({ salt, request, document, version, sha256, consent, signers }: Terms): string =>
  hashOf('terms', {
    salt,
    request,
    document,
    version,
    sha256,
    consent,
    signers: signers.map(({ user, role }) => ({ user, role })),
  })

export type Signed = Pick<EvidenceSigner, 'salt' | 'position' | 'user' | 'session' | 'name' | 'role' | 'mark'>

/** One signature: by whom, as whom, with which mark, under which terms. The time is the event's own. */
export const signatureHash = (terms: string, s: Signed): string =>
  hashOf('signature', {
    terms,
    salt: s.salt,
    position: s.position,
    user: s.user,
    session: s.session,
    name: s.name,
    role: s.role,
    mark: { ...s.mark },
  })

/** The signed copy as it was made, to the last byte. */
export const copyHash = (salt: string, sha256: string): string => hashOf('copy', { salt, sha256 })

export const termsOf = ({ request, document, signers }: Evidence): Terms => ({
  salt: request.salt,
  request: request.id,
  document: document.id,
  version: document.version,
  sha256: document.sha256,
  consent: request.consent,
  signers,
})
