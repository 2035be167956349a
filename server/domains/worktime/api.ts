import { z } from 'zod'

/** What the API takes and gives for working time. Durations are minutes, money whole cents, rates cents an hour. */
export const Id = z.uuid()
export const ById = z.object({ id: Id })
export const Day = z.iso.date()
export const Currency = z.string().regex(/^[A-Z]{3}$/, 'must be three letters, such as USD')
export const Cents = z.number().int().min(0).max(100_000_000)
const Note = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u, 'must not hold control characters')

const fields = {
  date: Day,
  minutes: z.number().int().min(1).max(1440),
  billable: z.boolean(),
  /** Null: not known yet. Left out: the contract's. */
  rateCents: Cents.nullable(),
  currency: Currency,
  contractId: Id.nullable(),
  note: Note.nullable(),
}
export const CreateEntry = z.strictObject({
  ...fields,
  billable: fields.billable.default(true),
  rateCents: fields.rateCents.optional(),
  currency: fields.currency.optional(),
  contractId: fields.contractId.default(null),
  note: fields.note.default(null),
})
export type CreateEntry = z.output<typeof CreateEntry>
export const PatchEntry = z
  .strictObject(fields)
  .partial()
  .refine((b) => Object.keys(b).length > 0, 'nothing to change')
export const EntryAnswer = z.object({
  id: Id,
  ticketId: Id,
  ticketNumber: z.number().int(),
  /** Where it was worked, if that ticket was merged into this one; its number as far as the walls show it. */
  mergedFrom: z.object({ id: Id, number: z.number().int().nullable() }).nullable(),
  clientId: Id.nullable(),
  userId: Id,
  userName: z.string(),
  contractId: Id.nullable(),
  date: z.string(),
  /** As it was worked. */
  minutes: z.number().int(),
  billable: z.boolean(),
  /** As it is billed: rounded up as was agreed. Decided by the approval; before it, as it would be now. Null: not billable. */
  billedMinutes: z.number().int().nullable(),
  rateCents: z.number().int().nullable(),
  currency: z.string(),
  amountCents: z.number().int().nullable(),
  note: z.string().nullable(),
  state: z.enum(['draft', 'submitted', 'approved', 'rejected']),
  decidedBy: Id.nullable(),
  decidedAt: z.string().nullable(),
  /** Why it was rejected. */
  reason: z.string().nullable(),
  invoiced: z.boolean(),
  version: z.number().int(),
})
export const Entries = z.object({ items: z.array(EntryAnswer), nextCursor: z.string().nullable() })
