import { z } from 'zod'

export const Id = z.uuid()
export const ById = z.object({ id: Id })

const Name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must not hold control characters')

const Count = z.number().int().min(0).max(1000)
/** Every copy of the last `keepDays` days stays, then the newest of so many days, weeks, months and years. */
export const Retention = z.strictObject({
  keepDays: z.number().int().min(7).max(3650),
  daily: Count,
  weekly: Count,
  monthly: Count,
  yearly: Count,
})
export type Retention = z.output<typeof Retention>

const MIB = 1024 ** 2
const fields = {
  name: Name,
  facilityId: Id.nullable(),
  /** Bytes that its copies may take here. */
  quotaBytes: z
    .number()
    .int()
    .min(16 * MIB)
    .max(2 ** 50),
  /** Without a new copy for so long it counts as silent. */
  silentHours: z.number().int().min(1).max(8760),
  retention: Retention.nullable(),
}
export const DeviceBody = z.strictObject({
  ...fields,
  facilityId: fields.facilityId.default(null),
  /** Wellkeep keeps the password of the copies, sealed: it can let old ones go, look into them and try restores. */
  managed: z.boolean().default(true),
  quotaBytes: fields.quotaBytes.default(100 * 1024 * MIB),
  silentHours: fields.silentHours.default(48),
  retention: fields.retention.default(null),
})
export type DeviceBody = z.output<typeof DeviceBody>
export const DeviceChange = z
  .strictObject(fields)
  .partial()
  .refine((b) => Object.keys(b).length > 0, 'nothing to change')

export const ReasonBody = z.strictObject({ reason: z.string().trim().min(3).max(500) })

const Time = z.string().nullable()
export const DeviceAnswer = z.object({
  id: Id,
  ...fields,
  managed: z.boolean(),
  state: z.enum(['active', 'revoked', 'destroyed']),
  usedBytes: z.number(),
  lastSnapshotAt: Time,
  silent: z.boolean(),
  createdAt: z.string(),
  revokedAt: Time,
  destroyedAt: Time,
  version: z.number().int(),
})

/** What restic on a computer needs. Secrets are answered once. */
export const Access = z.object({
  url: z.string(),
  user: Id,
  secret: z.string(),
  /** Of the copies themselves; null where the computer's owner chose it. */
  password: z.string().nullable(),
  /** PEM of the authority behind this server's certificate, for `restic --cacert`; null where computers know it. */
  authority: z.string().nullable(),
  expiresAt: Time,
})
