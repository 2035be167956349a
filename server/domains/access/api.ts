import { z } from 'zod'

/** No control characters (PostgreSQL stores no NUL) and no half of a surrogate pair. */
const ONE_LINE = /^[^\p{Cc}\p{Cs}]*$/u
const LINES = /^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u
const message = 'must not hold control characters'

/** One line of plain text, trimmed. */
export const line = (max: number) => z.string().trim().max(max).regex(ONE_LINE, message)
export const Name = line(100).min(1)
export const Description = z.string().trim().max(500).regex(LINES, message)
export const Id = z.object({ id: z.uuid() })
export const Limit = z.object({ limit: z.coerce.number().optional() })
/** For bodies of PATCH: something must be there. */
export const some = (body: object) => Object.keys(body).length > 0
