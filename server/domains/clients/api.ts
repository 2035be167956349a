import { z } from 'zod'
import {
  ClientKind,
  ClinicalClass,
  ContactClass,
  DemographicClass,
  FinancialClass,
  IdentifierClass,
} from './schema.ts'

/** What the API takes and gives for clients. */
export const Id = z.uuid()
export const ClientId = z.object({ id: Id })
export const Reason = z.string().trim().min(3).max(500)
const Tags = z.array(z.string().trim().min(1).max(60)).max(50)
const PlainDemographic = DemographicClass.omit({ tags: true }).strict()

const Contact = ContactClass.strict().superRefine((c, ctx) => {
  if (!c.organisationName && !c.names.length)
    ctx.addIssue({ code: 'custom', path: ['names'], message: 'a name is required' })
})

export const CreateClient = z.strictObject({
  kind: ClientKind,
  groupId: Id,
  facilityId: Id.nullish(),
  contact: Contact,
  demographic: PlainDemographic.optional(),
  identifier: IdentifierClass.strict().optional(),
  clinical: ClinicalClass.strict().optional(),
  financial: FinancialClass.strict().optional(),
  tags: Tags.optional(),
})
export const PatchClient = CreateClient.omit({ kind: true })
  .partial()
  .strict()
  .refine((p) => Object.keys(p).length > 0, 'nothing to change')

const Access = z.enum(['read', 'write'])
export const ClientAnswer = z.object({
  id: Id,
  kind: ClientKind,
  groupId: Id,
  groupName: z.string(),
  facilityId: Id.nullable(),
  facilityName: z.string().nullable(),
  version: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  displayName: z.string(),
  contact: ContactClass.optional(),
  demographic: DemographicClass.omit({ tags: true }).optional(),
  identifier: z
    .object({
      ssn: z.string().optional(),
      mrns: z.array(z.object({ system: z.string().optional(), value: z.string() })),
      memberIds: z.array(z.object({ system: z.string().optional(), value: z.string() })),
      other: z.array(
        z.object({ system: z.string().optional(), type: z.string().optional(), value: z.string() }),
      ),
    })
    .optional(),
  clinical: ClinicalClass.optional(),
  financial: FinancialClass.optional(),
  tags: z.array(z.string()).optional(),
  access: z.object({ write: z.boolean(), classes: z.partialRecord(z.string(), Access) }),
})

export const ClientSummary = z.object({
  id: Id,
  kind: ClientKind,
  displayName: z.string(),
  groupId: Id,
  facilityId: Id.nullable(),
  updatedAt: z.string(),
  birthDate: z.string().optional(),
  sex: z.string().optional(),
  phone: z.string().optional(),
  tags: z.array(z.string()).optional(),
})
export const SearchBody = z.strictObject({
  q: z.string().max(200).optional(),
  groupId: Id.optional(),
  facilityId: Id.optional(),
  tag: z.string().trim().min(1).max(60).optional(),
  kind: ClientKind.optional(),
  limit: z.number().int().min(1).max(100).default(25),
  cursor: z.string().max(200).optional(),
})
export const SearchAnswer = z.object({
  items: z.array(ClientSummary),
  nextCursor: z.string().nullable(),
  truncated: z.boolean(),
})
export const RevealBody = z.strictObject({
  field: z.enum(['ssn', 'mrn', 'memberId', 'other']),
  index: z.number().int().min(0).max(100).default(0),
  reason: Reason.optional(),
})
