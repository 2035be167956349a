const DAY_MS = 86_400_000

/** The local date of an instant as a number of days since 1970-01-01. Instants are epoch milliseconds. */
export function localDay(timeZone: string, instant: number): number {
  const z = new Temporal.ZonedDateTime(BigInt(Math.floor(instant)) * 1_000_000n, timeZone)
  return Math.floor((instant + z.offsetNanoseconds / 1e6) / DAY_MS)
}

/** The first instant of a local date; of one that a zone skipped (Apia, 2011-12-30), of the next. */
export function startOfDay(timeZone: string, day: number): number {
  return plainDate(day).toZonedDateTime({ timeZone }).epochMilliseconds
}

/**
 * The first instant at which the clock of a zone shows a minute of a day, or has jumped beyond it. `minute` goes up
 * to 1440, the start of the next day.
 */
export function firstInstant(timeZone: string, day: number, minute: number): number {
  const wanted = plainDate(day).toPlainDateTime().add({ minutes: minute })
  const found = wanted.toZonedDateTime(timeZone, { disambiguation: 'compatible' })
  if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds
  // The clock jumped over it: `found` lies as far behind the jump as `wanted` lies within the gap.
  const jump = found.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  return (jump ?? found).epochMilliseconds
}

function plainDate(day: number): Temporal.PlainDate {
  const utc = new Date(day * DAY_MS)
  return new Temporal.PlainDate(utc.getUTCFullYear(), utc.getUTCMonth() + 1, utc.getUTCDate())
}
