import type { CountryCode } from 'libphonenumber-js/min'
import type { ClientKind } from '../record.ts'
import type { DateOrder } from './values/date.ts'

/** How the cells of a file are to be understood. */
export type RowOptions = {
  dateOrder: DateOrder
  /** Where telephone numbers without a country code are from. */
  region: CountryCode
  /** What every row is; without it a row with only an organisation's name is an organisation. */
  kind?: ClientKind
  today: Date
}
