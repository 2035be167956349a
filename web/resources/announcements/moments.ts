/** A moment as the value of a field for date and time, on the clock of whoever is at the screen; empty for none. */
export function momentField(iso: string | null | undefined): string {
  if (!iso) return ''
  const d = new Date(iso)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}T${two(d.getHours())}:${two(d.getMinutes())}`
}

/** The moment that such a field means; null for an empty one. */
export const fromMomentField = (value: string): string | null =>
  value ? new Date(value).toISOString() : null

export type Turn = 'scheduled' | 'shown' | 'over'

/** Where an announcement stands in its time. */
export function turnOf({ startsAt, endsAt }: { startsAt: string; endsAt: string | null }, now: number): Turn {
  if (Date.parse(startsAt) > now) return 'scheduled'
  return endsAt !== null && Date.parse(endsAt) <= now ? 'over' : 'shown'
}
