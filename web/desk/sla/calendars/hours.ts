export interface Hours {
  from: string
  to: string
}

export const DAYS = [
  ['mon', 'Monday'],
  ['tue', 'Tuesday'],
  ['wed', 'Wednesday'],
  ['thu', 'Thursday'],
  ['fri', 'Friday'],
  ['sat', 'Saturday'],
  ['sun', 'Sunday'],
] as const
export type Day = (typeof DAYS)[number][0]

/** `8`, `830` and `8:30` as people type them, as `08:00` and `08:30`; anything else as it is, for the server to refuse. */
export function timeText(typed: string): string {
  const text = typed.trim()
  const found = /^(\d{1,2})(?:[:.h ]?(\d{2}))?$/.exec(text)
  return found ? `${found[1]!.padStart(2, '0')}:${found[2] ?? '00'}` : text
}

/** `Mon–Fri 08:00–18:00 · Sat 09:00–12:00`: days in a row with the same hours are said once. */
export function weekText(weekly: Record<string, Hours[]>): string {
  const runs: { first: string; last: string; hours: string }[] = []
  for (const [day, name] of DAYS) {
    const hours = (weekly[day] ?? []).map((h) => `${h.from}–${h.to}`).join(', ')
    const run = runs.at(-1)
    if (run?.hours === hours) run.last = name
    else runs.push({ first: name, last: name, hours })
  }
  return runs
    .filter((r) => r.hours)
    .map((r) => {
      const [first, last] = [r.first.slice(0, 3), r.last.slice(0, 3)]
      return `${first === last ? first : `${first}–${last}`} ${r.hours}`
    })
    .join(' · ')
}
