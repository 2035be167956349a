import { z } from 'zod'
import type { Services } from '../../../platform/services.ts'

/** For whom passkeys are: this site, and pages of it alone. */
export function relyingParty({ publicUrl }: Pick<Services, 'publicUrl'>): { rpID: string; origin: string } {
  const { hostname, origin } = new URL(publicUrl)
  return { rpID: hostname, origin }
}

const bytes = z
  .string()
  .max(20_000)
  .regex(/^[A-Za-z0-9_-]*={0,2}$/, 'must be base64url')
const common = {
  id: bytes.max(1400),
  rawId: bytes.max(1400),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).nullish(),
  clientExtensionResults: z.record(z.string().max(60), z.unknown()).default({}),
}

/** What `navigator.credentials.create` gave, as JSON (W3C WebAuthn Level 3, RegistrationResponseJSON). */
export const Registration = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    authenticatorData: bytes.optional(),
    transports: z.array(z.string().max(40)).max(10).optional(),
    publicKeyAlgorithm: z.number().int().optional(),
    publicKey: bytes.optional(),
  }),
})
export type Registration = z.infer<typeof Registration>

/** What `navigator.credentials.get` gave, as JSON (AuthenticationResponseJSON). */
export const Assertion = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.nullish(),
  }),
})
export type Assertion = z.infer<typeof Assertion>

/** What a browser is asked; its shape is the standard's. */
export const BrowserOptions = z.object({ options: z.record(z.string(), z.unknown()) })
