import type { Tx } from '../../../platform/db/database.ts'

export interface RatingSettings {
  enabled: boolean
  /** A rating may be changed for so many days. */
  changeDays: number
  /** A link in a mail opens for so many days. */
  linkDays: number
  version: number
}

/** Until somebody says otherwise requesters are asked. */
const DEFAULTS: RatingSettings = { enabled: true, changeDays: 7, linkDays: 14, version: 0 }
const READ = {
  name: 'rating-settings',
  text: `select enabled, change_days as "changeDays", link_days as "linkDays", version from rating_settings where org_id = $1`,
}

export async function ratingSettings(tx: Tx): Promise<RatingSettings> {
  const [row] = await tx.run<RatingSettings>(READ, [tx.context.orgId])
  return row ?? DEFAULTS
}
