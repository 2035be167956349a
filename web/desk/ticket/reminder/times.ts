/** Times at which people want to see something again, from now on in their own zone. */
export function reminderTimes(now: Date): { label: string; at: Date }[] {
  const morning = (days: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 9)
  const untilMonday = (8 - now.getDay()) % 7 || 7
  return [
    { label: 'In four hours', at: new Date(now.getTime() + 4 * 3_600_000) },
    { label: 'Tomorrow morning', at: morning(1) },
    ...(untilMonday > 1 ? [{ label: 'Monday morning', at: morning(untilMonday) }] : []),
    { label: 'In a week', at: morning(7) },
  ]
}

/** As an input of a date and time has it, in one’s own zone. */
export function localField(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}
