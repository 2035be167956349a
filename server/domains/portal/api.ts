import { z } from 'zod'

const Named = z.object({ id: z.string(), name: z.string() })
export const PersonId = z.object({ id: z.uuid() })
export const Tie = z.strictObject({
  clientId: z.uuid(),
  /** The contact of the client whom the person is; left out for the client's own account. */
  contactId: z.uuid().nullish(),
})

export const PersonAnswer = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  status: z.enum(['active', 'invited', 'suspended', 'removed']),
  lockedUntil: z.string().nullable(),
  /** Whether a second factor or a passkey is set up. */
  mfa: z.boolean(),
  lastSignInAt: z.string().nullable(),
  createdAt: z.string(),
  version: z.number(),
  invitation: z.object({ kind: z.enum(['link', 'code']), expiresAt: z.string() }).nullable(),
  clients: z.array(Named.extend({ contact: Named.nullable() })),
  facilities: z.array(Named),
})

export const Deliver = z.enum(['email', 'code'])
export const InvitedAnswer = z.object({
  person: PersonAnswer,
  /** There was an account with this address already; it is tied to more now. */
  existing: z.boolean(),
  /** To read out or to print, where it was asked for; shown once. */
  code: z.string().nullable(),
  expiresAt: z.string().nullable(),
})
