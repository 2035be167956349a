/** What minutes cost at a rate of cents an hour, in whole cents; half a cent is rounded up. */
export const amountCents = (minutes: number, rateCents: number): number =>
  Math.floor((minutes * rateCents + 30) / 60)

/** Cents as a plain decimal, such as 1234.50, for machines to read. Of currencies with two decimals. */
export const decimal = (cents: number): string =>
  `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
