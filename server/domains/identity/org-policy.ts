import { z } from 'zod'
import { Cidr } from '../../platform/http/cidr.ts'

const int = (min: number, max: number) => z.number().int().min(min).max(max)

export const PasswordPolicy = z.strictObject({
  minLength: int(8, 128),
  requireUpper: z.boolean(),
  requireLower: z.boolean(),
  requireDigit: z.boolean(),
  requireSymbol: z.boolean(),
  /** How many former passwords are refused. */
  history: int(0, 24),
  /** Days after which a new one is demanded; null for never. */
  maxAgeDays: int(1, 3650).nullable(),
})
export const SessionPolicy = z.strictObject({ idleMinutes: int(1, 480), absoluteHours: int(1, 72) })
export const LockoutPolicy = z.strictObject({
  attempts: int(3, 50),
  windowMinutes: int(1, 1440),
  lockMinutes: int(1, 1440),
})

/** For how many days a device is not asked for the second factor again; 0 for never. */
export const RememberPolicy = z.strictObject({ staffDays: int(0, 90), portalDays: int(0, 90) })

export const OrgPolicy = z.strictObject({
  password: PasswordPolicy,
  session: SessionPolicy,
  lockout: LockoutPolicy,
  mfaRequired: z.boolean(),
  remember: RememberPolicy,
  /** Where the organization may be reached from; empty for everywhere. */
  ipAllowList: z.array(Cidr).max(100),
})
export type OrgPolicy = z.infer<typeof OrgPolicy>

/** A change of the policy: what is left out stays. */
export const OrgPolicyChange = z
  .strictObject({
    password: PasswordPolicy.partial(),
    session: SessionPolicy.partial(),
    lockout: LockoutPolicy.partial(),
    remember: RememberPolicy.partial(),
    mfaRequired: OrgPolicy.shape.mfaRequired,
    ipAllowList: OrgPolicy.shape.ipAllowList,
  })
  .partial()
export type OrgPolicyChange = z.infer<typeof OrgPolicyChange>

/**
 * What an organization starts with. Passwords: NIST SP 800-63B asks for length and a list of known ones;
 * composition and expiry are an organization's choice. Automatic log-off: 45 CFR 164.312(a)(2)(iii).
 */
export const DEFAULT_POLICY: OrgPolicy = {
  password: {
    minLength: 12,
    requireUpper: false,
    requireLower: false,
    requireDigit: false,
    requireSymbol: false,
    history: 5,
    maxAgeDays: null,
  },
  session: { idleMinutes: 15, absoluteHours: 12 },
  lockout: { attempts: 8, windowMinutes: 15, lockMinutes: 15 },
  mfaRequired: true,
  remember: { staffDays: 0, portalDays: 30 },
  ipAllowList: [],
}

export function changePolicy(before: OrgPolicy, change: OrgPolicyChange): OrgPolicy {
  return OrgPolicy.parse({
    ...before,
    ...change,
    password: { ...before.password, ...change.password },
    session: { ...before.session, ...change.session },
    lockout: { ...before.lockout, ...change.lockout },
    remember: { ...before.remember, ...change.remember },
  })
}

/** The stored policy, with the defaults for what it leaves open. */
export const orgPolicy = (stored: unknown): OrgPolicy =>
  changePolicy(DEFAULT_POLICY, OrgPolicyChange.parse(stored ?? {}))
