import { z } from 'zod'
import { FILE_STATES, Fingerprint } from '../files/index.ts'

export { Fingerprint }

/** What the API takes and gives for folders and documents. */
export const Id = z.uuid()
export const ById = z.object({ id: Id })
/** Of files and folders, so as a file system may have them; cleaned before it is kept. */
export const Name = z.string().min(1).max(1000)
export const Note = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u, 'must not hold control characters')
export const Tag = z
  .string()
  .trim()
  .min(1)
  .max(50)
  .regex(/^[^\p{Cc}\p{Cf}\p{Cs}]*$/u, 'must not hold characters that can’t be seen')
export const Tags = z.array(Tag).max(20)
export const Size = z.number().int().min(0)
/** When readers no longer see it. */
export const ExpiresAt = z.iso.datetime()
/** When somebody is to look whether it still holds. */
export const ReviewOn = z.iso.date()

export const FolderAnswer = z.object({
  id: Id,
  parentId: Id.nullable(),
  kind: z.enum(['shared', 'private']),
  clientId: Id.nullable(),
  /** Of a shared folder: the facilities that see it; none means the whole organization. */
  facilityIds: z.array(Id),
  name: z.string(),
  /** This caller may add to it. */
  writable: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
  version: z.number(),
})
export const FolderWithPath = FolderAnswer.extend({
  /** From the outermost folder down to the one above. */
  path: z.array(z.object({ id: Id, name: z.string() })),
})

/** An upload of one’s own that is not whole. */
export const UploadAnswer = z.object({
  documentId: Id,
  uploadId: Id,
  name: z.string(),
  received: z.number(),
  size: z.number(),
  /** Another version of a document that is there already. */
  another: z.boolean(),
  startedAt: z.string(),
})

/** The content of one version, as far as a list tells it. */
const Content = z.object({
  n: z.number(),
  contentType: z.string().nullable(),
  size: z.number(),
  pages: z.number().nullable(),
  state: z.enum(FILE_STATES),
  downloadable: z.boolean(),
  preview: z.enum(['none', 'tiny', 'pages', 'text']),
})
export const DocumentAnswer = z.object({
  id: Id,
  folderId: Id,
  clientId: Id.nullable(),
  name: z.string(),
  tags: z.array(z.string()),
  state: z.enum(['draft', 'published', 'withdrawn']),
  expired: z.boolean(),
  /** What this caller sees: the newest version, or what is published. Null until the first upload is whole. */
  content: Content.nullable(),
  latest: z.number(),
  published: z.number().nullable(),
  publishedAt: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
  expiresAt: z.string().nullable(),
  reviewOn: z.string().nullable(),
  checkedOut: z.object({ userId: Id, name: z.string(), at: z.string() }).nullable(),
  createdBy: Id.nullable(),
  createdAt: z.string(),
  updatedByName: z.string().nullable(),
  updatedAt: z.string(),
  writable: z.boolean(),
  version: z.number(),
})
export const DocumentWithUpload = DocumentAnswer.extend({
  /** The caller's own upload that is not whole: its bytes follow with PUT /documents/:id/uploads/:uploadId. */
  uploadId: Id.nullable(),
  /** The bytes of it that are there. */
  uploadReceived: z.number(),
  /** The caller is asked to read it, and says to have. */
  reading: z.object({ dueOn: z.string().nullable(), acknowledgedAt: z.string().nullable() }).nullable(),
})
export type DocumentBody = z.input<typeof DocumentAnswer>

export const VersionAnswer = z.object({
  id: Id,
  /** Null until all its bytes are there. */
  n: z.number().nullable(),
  /** The version that it was made from. */
  base: z.number(),
  /** Another came meanwhile: it is kept beside, and is not the newest. */
  aside: z.boolean(),
  restoredFrom: z.number().nullable(),
  note: z.string().nullable(),
  authorId: Id.nullable(),
  authorName: z.string().nullable(),
  createdAt: z.string(),
  fileId: Id,
  fileName: z.string().nullable(),
  /** SHA-256 of its bytes, once it was read. */
  sha256: z.string().nullable(),
  contentType: z.string().nullable(),
  size: z.number(),
  received: z.number(),
  pages: z.number().nullable(),
  fileState: z.enum(FILE_STATES),
  why: z.string().nullable(),
  downloadable: z.boolean(),
  preview: z.enum(['none', 'tiny', 'pages', 'text']),
})
export type VersionBody = z.input<typeof VersionAnswer>
