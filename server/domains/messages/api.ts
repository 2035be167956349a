import { z } from 'zod'
import { AttachedFile } from '../files/index.ts'

const NOT_TEXT = /[\p{Cs}\0]/u
/** What people write to one another: lines and all. */
export const Body = z
  .string()
  .trim()
  .min(1)
  .max(20_000)
  .refine((text) => !NOT_TEXT.test(text), 'must be text')
export const Subject = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), 'must not hold control characters')
export const ThreadId = z.object({ id: z.uuid() })
export const Page = {
  limit: z.coerce.number().int().min(1).max(100).default(30),
  cursor: z.string().max(120).optional(),
}

/** A message, or files, or both. */
export const WithFiles = {
  body: z
    .string()
    .trim()
    .max(20_000)
    .refine((text) => !NOT_TEXT.test(text), 'must be text')
    .default(''),
  files: z.array(z.uuid()).max(10).default([]),
}
export const saysSomething = ({ body, files }: { body: string; files: string[] }): boolean =>
  body !== '' || files.length > 0
export const SAYS_NOTHING = { path: ['body'], error: 'is required where no file is sent' }

const Named = z.object({ id: z.string(), name: z.string() })

/** A thread in a list. */
export const ThreadLine = z.object({
  id: z.string(),
  subject: z.string(),
  client: Named,
  state: z.enum(['open', 'closed']),
  /** The portal wrote last. */
  waits: z.boolean(),
  unread: z.number(),
  messages: z.number(),
  lastAt: z.string(),
  assignee: Named.nullable(),
})
export const MessageAnswer = z.object({
  id: z.string(),
  kind: z.enum(['message', 'note', 'event']),
  fromPortal: z.boolean(),
  /** Oneself wrote it. */
  own: z.boolean(),
  author: z.string(),
  body: z.string(),
  createdAt: z.string(),
  files: z.array(AttachedFile),
})
export const AwayAnswer = z.object({ name: z.string(), until: z.string(), cover: z.string().nullable() })
export const ThreadAnswer = ThreadLine.extend({
  version: z.number(),
  createdAt: z.string(),
  writable: z.boolean(),
  people: z.array(Named),
  /** The one who answers is away. */
  away: AwayAnswer.nullable(),
  items: z.array(MessageAnswer),
  /** There are older messages; ask for those before the first. */
  more: z.boolean(),
})
