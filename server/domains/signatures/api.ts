import { z } from 'zod'
import { Confirmation } from '../identity/index.ts'
import { SignatureMark } from './mark.ts'

export const Id = z.uuid()
export const ById = z.object({ id: Id })
/** Letters of any script, lines and blanks. */
const typed = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(
      /^(?:[^\p{Cc}\p{Cf}\p{Cs}]|[\n\r\t\u200c\u200d])*$/u,
      'must not hold characters that can’t be seen',
    )

export const MOST_SIGNERS = 20

export const AskBody = z.strictObject({
  /** The version to be signed: the one that is published, named so that nobody asks for another by mistake. */
  n: z.number().int().min(1),
  /** What each agrees to by signing. */
  consent: typed(2000),
  /** For the signers, not part of what is signed. */
  message: typed(2000).optional(),
  dueAt: z.iso.datetime().nullable().default(null),
  /** In the order in which they sign. */
  signers: z
    .array(z.strictObject({ userId: Id, role: typed(80).optional() }))
    .min(1)
    .max(MOST_SIGNERS),
})
export type AskInput = z.output<typeof AskBody>

export const SignBody = z.strictObject({
  mark: SignatureMark,
  /** The text that was agreed to, as it was shown. */
  consent: z.string().max(2000),
  proof: Confirmation,
})
export const DeclineBody = z.strictObject({ reason: typed(1000) })
export const ReasonBody = z.strictObject({ reason: typed(500).optional() })
export const DueBody = z.strictObject({ dueAt: z.iso.datetime().nullable() })

export const STATES = ['open', 'declined', 'cancelled', 'signed', 'complete'] as const

const StepAnswer = z.object({
  position: z.number(),
  userId: Id,
  /** Null where the reader may not know. */
  name: z.string().nullable(),
  kind: z.enum(['person', 'portal']).nullable(),
  role: z.string().nullable(),
  state: z.enum(['waiting', 'signed', 'declined']),
  /** Now is the turn of this one. */
  turn: z.boolean(),
  /** They may not sign in or see the document any more: all wait for nobody. */
  blocked: z.boolean(),
  at: z.string().nullable(),
  askedAt: z.string().nullable(),
  /** Why it was declined, for whoever asked. */
  reason: z.string().nullable(),
})

export const RequestAnswer = z.object({
  id: Id,
  documentId: Id,
  /** Null where the document is not to be seen any more. */
  documentName: z.string().nullable(),
  /** The version that is signed, whatever comes after it. */
  n: z.number(),
  state: z.enum(STATES),
  /** The day until which it was asked is over. */
  overdue: z.boolean(),
  cancelledWhy: z.enum(['asker', 'withdrawn', 'destroyed']).nullable(),
  consent: z.string().nullable(),
  message: z.string().nullable(),
  dueAt: z.string().nullable(),
  askedBy: z.object({ id: Id, name: z.string().nullable() }),
  askedAt: z.string(),
  endedAt: z.string().nullable(),
  steps: z.array(StepAnswer),
  /** The reader's own part in it. */
  mine: z
    .object({
      position: z.number(),
      state: z.enum(['waiting', 'signed', 'declined']),
      role: z.string().nullable(),
      /** It can be signed now. */
      turn: z.boolean(),
    })
    .nullable(),
  content: z
    .object({
      contentType: z.string().nullable(),
      size: z.number(),
      pages: z.number().nullable(),
      preview: z.enum(['none', 'tiny', 'pages', 'text']),
    })
    .nullable(),
  /** The number of the signed copy among the versions. */
  copyN: z.number().nullable(),
  /** The signed copy can be had. */
  copyReady: z.boolean(),
  /** Why no copy could be made so far, as a code. */
  trouble: z.string().nullable(),
  /** This caller may remind, move the day, and cancel. */
  managed: z.boolean(),
  version: z.number(),
})
export type RequestBody = z.input<typeof RequestAnswer>

export const SignerAnswer = z.object({
  userId: Id,
  name: z.string(),
  kind: z.enum(['person', 'portal']),
})
