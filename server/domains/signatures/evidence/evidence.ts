import { z } from 'zod'

/**
 * What a signed document carries: who signed what, when and in which session, and where the audit log says so. It stands as
 * JSON in the document, as an attached file, and is all that a verifier needs beside an export of the log and its key.
 */
export const EVIDENCE_FORMAT = 'wellkeep-signatures'
export const EVIDENCE_VERSION = 1
/** A document that is signed again carries the evidence of each time: attached files of different names. */
export const evidenceName = (requestId: string): string => `wellkeep-signatures-${requestId}.json`
export const isEvidenceName = (name: string): boolean =>
  /^wellkeep-signatures-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.json$/.test(name)

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
/** So that nobody who has the log guesses what was hashed. */
const Salt = z.string().regex(/^[0-9a-f]{32}$/)
const Time = z.iso.datetime()

/** An event of the log: its place, and its hash as a leaf (RFC 6962). */
const LoggedEvent = z.strictObject({ id: z.uuid(), index: z.number().int().min(0), leaf: Hash })

const Signer = z.strictObject({
  position: z.number().int().min(1),
  user: z.uuid(),
  name: z.string(),
  /** As whom, in the asker's words. */
  role: z.string(),
  at: Time,
  session: z.uuid(),
  salt: Salt,
  mark: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('typed'), text: z.string() }),
    z.strictObject({ kind: z.literal('drawn'), png: z.base64() }),
  ]),
  event: LoggedEvent,
})

export const Evidence = z.strictObject({
  format: z.literal(EVIDENCE_FORMAT),
  version: z.literal(EVIDENCE_VERSION),
  /** The name of the log. */
  log: z.string().min(1),
  request: z.strictObject({
    id: z.uuid(),
    asker: z.strictObject({ user: z.uuid(), name: z.string() }),
    at: Time,
    /** What all of them agreed to. */
    consent: z.string(),
    salt: Salt,
    event: LoggedEvent,
  }),
  document: z.strictObject({
    id: z.uuid(),
    version: z.number().int().min(1),
    sha256: Hash,
    bytes: z.number().int().min(0),
    type: z.string(),
    /** Where its own bytes are: at the beginning of this file, or a file of this name in it. */
    original: z.union([
      z.strictObject({ at: z.literal('beginning') }),
      z.strictObject({ at: z.literal('attachment'), name: z.string().min(1) }),
    ]),
  }),
  signers: z.array(Signer).min(1).max(20),
})
export type Evidence = z.output<typeof Evidence>
export type EvidenceSigner = Evidence['signers'][number]
