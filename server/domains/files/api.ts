import { z } from 'zod'
import { FILE_STATES } from './records.ts'

export const Id = z.uuid()
export const FileId = z.object({ id: Id })
export const OwnerTypes = z.enum(['ticket', 'client', 'thread', 'form-response'])
/** Where people of the portal put files; documents have ways of their own. */
export const PortalOwnerTypes = z.enum(['thread', 'form-response', 'ticket'])
/** What a sender computes from a file's bytes, so that the same file, chosen again, goes on where it broke off. */
export const Fingerprint = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex')
/** Which page of a file, and how large its picture may be. */
export const PictureQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(3000).default(1),
  size: z.coerce.number().int().min(24).max(2048).default(1024),
})
export const ReasonBody = z.strictObject({ reason: z.string().trim().min(3).max(500) })

const PlaceAnswer = z.object({
  part: z.array(z.number()).optional(),
  page: z.number().optional(),
  sheet: z.number().optional(),
  in: z.enum(['name', 'metadata']).optional(),
})

export const FileAnswer = z.object({
  id: Id,
  ownerType: z.enum(['ticket', 'client', 'document', 'thread', 'form-response']),
  ownerId: Id,
  messageId: Id.nullable(),
  /** Null where it is gone, or hidden because something was found in it. */
  name: z.string().nullable(),
  nameHidden: z.boolean(),
  size: z.number(),
  received: z.number(),
  /** By the content, whatever the name says. */
  contentType: z.string().nullable(),
  mislabelled: z.boolean(),
  alsoType: z.string().nullable(),
  pages: z.number().nullable(),
  state: z.enum(FILE_STATES),
  readError: z.string().nullable(),
  waitsFor: z.enum(['scanner', 'store']).nullable(),
  scan: z.enum(['none', 'clean', 'infected', 'too-large']),
  /** Why it is suspected, or why not, in a technician's words; never a value. */
  why: z.string().nullable(),
  findings: z.array(
    z.object({
      kind: z.string(),
      place: PlaceAnswer,
      confidence: z.number(),
      reason: z.string(),
      level: z.enum(['identifier', 'weak', 'health']),
    }),
  ),
  findingCount: z.number(),
  /** What a picture of it can be had: a blurred tiny one, or its pages. */
  preview: z.enum(['none', 'tiny', 'pages']),
  /** This user may look into it until then. */
  revealedUntil: z.string().nullable(),
  downloadable: z.boolean(),
  movedTo: Id.nullable(),
  createdBy: Id.nullable(),
  createdAt: z.string(),
  completedAt: z.string().nullable(),
  clearedBy: Id.nullable(),
  clearedAt: z.string().nullable(),
  movedBy: Id.nullable(),
  movedAt: z.string().nullable(),
  purgedBy: Id.nullable(),
  purgedAt: z.string().nullable(),
  version: z.number(),
})
/** A file that goes with a message or an answer, as far as whoever reads that needs to know it. */
export const AttachedFile = z.object({
  id: Id,
  name: z.string().nullable(),
  size: z.number(),
  contentType: z.string().nullable(),
  /** `unread`: nobody opens it before it was looked into. `held`: something was found in it, so that the desk has it alone. */
  state: z.enum(['uploading', 'unread', 'open', 'held', 'infected', 'gone']),
})
/** A file that a person of the portal puts somewhere: how far it is, and nothing of what staff see in it. */
export const PortalFile = AttachedFile.extend({ received: z.number() })
export type AttachedFile = z.output<typeof AttachedFile>
export type FileAnswerBody = z.input<typeof FileAnswer>
