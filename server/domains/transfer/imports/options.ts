import { z } from 'zod'
import { DATE_ORDERS } from '../csv/values/date.ts'
import { ENCODINGS } from '../intake/encoding.ts'

/**
 * How a file is to be read. `mapping` names for each column, in the order of the file, the import field it goes to
 * (null leaves it out); without it the headers are guessed at.
 */
export const ImportOptions = z.object({
  mapping: z.array(z.string().max(60).nullable()).max(500).optional(),
  groupId: z.uuid().optional(),
  facilityId: z.uuid().nullish(),
  /** All or nothing: one row that is not right keeps every row out. */
  atomic: z.boolean().default(false),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  dateOrder: z.enum(DATE_ORDERS).default('mdy'),
  encoding: z.enum(ENCODINGS).optional(),
  /** What every row is; without it each row says so itself. */
  kind: z.enum(['person', 'organisation']).optional(),
  /** Where telephone numbers without a country code are from (ISO 3166-1). */
  region: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a country code of two letters')
    .default('US'),
})
export type ImportOptions = z.output<typeof ImportOptions>
